import { describe, expect, test } from 'vitest';
import { readHolidays } from '@/lib/icalendar/read-holidays';
import { BANK_HOLIDAYS, GOOGLE_FEED, OUTLOOK_EXPORT } from './holiday-files';

const WINDOW = { from: '2026-01-01', to: '2027-12-31' };

function read(text: string, window = WINDOW) {
  const result = readHolidays(text, window);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const file = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const told = (text: string): readonly string[] =>
  read(text).holidays.map(({ date, name }) => `${date} ${name}`);

describe('files as programs write them', () => {
  test('a published feed of a country', () => {
    const christmas = 'Christmas Eve; Christmas Day; Second Day of Christmas';
    expect(read(GOOGLE_FEED)).toEqual({
      holidays: [
        { date: '2026-05-17', name: 'Constitution Day' },
        { date: '2026-12-24', name: christmas },
        { date: '2026-12-25', name: christmas },
        { date: '2026-12-26', name: christmas },
      ],
      skipped: 0,
      name: 'Holidays in Norway, Nynorsk',
    });
  });

  test('an export with whole days as midnights, a yearly day, and a meeting', () => {
    expect(read(OUTLOOK_EXPORT)).toEqual({
      holidays: [
        { date: '2026-01-06', name: 'Heilige Drei Könige' },
        { date: '2026-10-03', name: 'Tag der Deutschen Einheit' },
        { date: '2027-01-06', name: 'Heilige Drei Könige' },
      ],
      skipped: 1,
      name: null,
    });
  });

  test('bank holidays', () => {
    expect(told(BANK_HOLIDAYS)).toEqual([
      '2026-12-25 Christmas Day',
      '2026-12-28 Boxing Day (substitute day)',
      '2027-01-01 New Year’s Day',
    ]);
  });

  test('with old or mixed line ends, empty lines, and a name by the newer property', () => {
    const bare = GOOGLE_FEED.replace('X-WR-CALNAME:', 'NAME:');
    const { holidays, name } = read(bare);
    expect(name).toBe('Holidays in Norway, Nynorsk');
    for (const text of [
      bare.replaceAll('\r\n', '\r'),
      bare.replace('\r\n', '\n'),
      bare.replaceAll('END:VEVENT\r\n', 'END:VEVENT\r\n\r\n'),
    ]) {
      expect(read(text).holidays).toEqual(holidays);
    }
  });
});

describe('occurrences that were changed', () => {
  const weekly = event(
    'UID:a',
    'DTSTART;VALUE=DATE:20260105',
    'RRULE:FREQ=WEEKLY;COUNT=3',
    'SUMMARY:x',
  );
  const change = (...lines: readonly string[]): string =>
    event('UID:a', 'RECURRENCE-ID;VALUE=DATE:20260112', ...lines);

  test('cancelled, or moved to a time of day: that one is no holiday', () => {
    for (const changed of [
      change('DTSTART;VALUE=DATE:20260112', 'STATUS:CANCELLED'),
      change('DTSTART:20260112T090000Z', 'DTEND:20260112T100000Z'),
    ]) {
      expect(told(file(weekly, changed))).toEqual(['2026-01-05 x', '2026-01-19 x']);
    }
  });

  test('of another event, or named anew', () => {
    const other = change('DTSTART;VALUE=DATE:20260112', 'SUMMARY:y').replace('UID:a', 'UID:b');
    expect(told(file(weekly, other))).toContain('2026-01-12 x, y');
    const renamed = change('DTSTART;VALUE=DATE:20260112', 'SUMMARY:y');
    expect(told(file(renamed, weekly))).toEqual(['2026-01-05 x', '2026-01-12 y', '2026-01-19 x']);
  });

  test('dates besides the rule, and several rules', () => {
    const text = file(
      event(
        'DTSTART;VALUE=DATE:20260105',
        'RRULE:FREQ=YEARLY;COUNT=2',
        'RRULE:FREQ=MONTHLY;COUNT=2',
        'RDATE;VALUE=DATE:20260301,20260302',
        'SUMMARY:x',
      ),
    );
    expect(read(text).holidays.map(({ date }) => date)).toEqual([
      '2026-01-05',
      '2026-02-05',
      '2026-03-01',
      '2026-03-02',
      '2027-01-05',
    ]);
  });
});

describe('events that cannot be read', () => {
  test.each([
    ['no beginning', ['SUMMARY:x']],
    ['a date that does not exist', ['DTSTART;VALUE=DATE:20260230', 'SUMMARY:x']],
    ['a rule without a frequency', ['DTSTART;VALUE=DATE:20260105', 'RRULE:COUNT=3']],
    ['a rule that is none', ['DTSTART;VALUE=DATE:20260105', 'RRULE:often']],
    ['a rule by the hour of the day', ['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=DAILY;BYHOUR=9']],
  ])('%s: left out and counted, the others are read', (_, lines) => {
    const good = event('DTSTART;VALUE=DATE:20260501', 'SUMMARY:May Day');
    expect(read(file(event(...lines), good))).toEqual({
      holidays: [{ date: '2026-05-01', name: 'May Day' }],
      skipped: 1,
      name: null,
    });
  });

  test('a line that makes no sense elsewhere disturbs nothing', () => {
    const text = file(event('DTSTART;VALUE=DATE:20260501', 'nonsense', 'X-A;B:"', 'SUMMARY:x'));
    expect(told(text)).toEqual(['2026-05-01 x']);
  });

  test('an event without a name has none; a long one is cut, not in the middle of a character', () => {
    const one = event('DTSTART;VALUE=DATE:20260501');
    expect(read(file(one)).holidays).toEqual([{ date: '2026-05-01', name: '' }]);
    const long = event('DTSTART;VALUE=DATE:20260501', `SUMMARY:${'🎄'.repeat(150)}`);
    const name = read(file(long)).holidays[0]?.name ?? '';
    expect(name.length).toBeLessThanOrEqual(200);
    expect(name).toBe(`${'🎄'.repeat(99)}…`);
  });
});

describe('hostile files end soon', () => {
  const ENDLESS = { from: '2026-01-01', to: '2031-12-31' };
  const many = (count: number, ...lines: readonly string[]): string =>
    file(...Array.from({ length: count }, () => event('DTSTART;VALUE=DATE:20260105', ...lines)));
  const dates = Array.from({ length: 70_000 }, () => 'RDATE;VALUE=DATE:20260105');

  test.each([
    ['every day since the year 1', many(5_000).replaceAll('20260105', '00010101')],
    [
      'days that never come',
      many(5_000, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYDAY=MO;COUNT=9'),
    ],
    ['months that never come', many(5_000, 'RRULE:FREQ=MONTHLY;INTERVAL=12;BYMONTH=3')],
    ['steps beyond all numbers', many(100, `RRULE:FREQ=DAILY;INTERVAL=${'9'.repeat(400)}`)],
    ['long and many', many(5_000, 'DTEND;VALUE=DATE:99991231')],
    ['by the second', many(5_000, 'RRULE:FREQ=SECONDLY;BYSECOND=61')],
    ['seventy thousand dates', file(event('DTSTART;VALUE=DATE:20260105', ...dates))],
    ['one line of them', many(1, `RDATE;VALUE=DATE:${'20260105,'.repeat(200_000)}20260105`)],
    [
      'folded to the end',
      file(event('DTSTART;VALUE=DATE:20260105', 'SUMMARY:x\r\n y'.repeat(80_000))),
    ],
    ['nested', `BEGIN:VCALENDAR\r\n${'BEGIN:A\r\n'.repeat(200_000)}`],
  ])('%s', (_, text) => {
    const started = performance.now();
    const result = readHolidays(text, ENDLESS);
    const message = result.ok ? '' : result.error.message;
    // Either an answer or one sentence.
    expect(message).toMatch(/^$|^The calendar file .*\.$/);
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  test('five hundred yearly events are an ordinary list', () => {
    const yearly = Array.from({ length: 500 }, (_, place) =>
      event(
        `DTSTART;VALUE=DATE:19${70 + (place % 30)}01${String(1 + (place % 28)).padStart(2, '0')}`,
        'RRULE:FREQ=YEARLY',
        `SUMMARY:n${place % 7}`,
      ),
    );
    expect(read(file(...yearly), ENDLESS).holidays).toHaveLength(28 * 6);
  });

  test('five thousand days are the most', () => {
    const span = (to: string): string =>
      file(event('DTSTART;VALUE=DATE:20260101', `DTEND;VALUE=DATE:${to}`));
    const window = { from: '2026-01-01', to: '2099-12-31' };
    expect(read(span('20390910'), window).holidays).toHaveLength(5_000);
    const more = readHolidays(span('20390911'), window);
    expect(more).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
});
