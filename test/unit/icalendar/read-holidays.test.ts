import { readHolidays } from '@/lib/icalendar/read-holidays';
import { describe, expect, test } from 'vitest';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };

const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const file = (...events: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'X-WR-CALNAME:Public holidays',
    ...events,
    'END:VCALENDAR',
    '',
  ].join('\r\n');

function read(text: string, window = YEAR) {
  const result = readHolidays(text, window);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const dates = (text: string, window = YEAR): readonly string[] =>
  read(text, window).holidays.map(({ date }) => date);
const refusal = (text: string, window = YEAR): string => {
  const result = readHolidays(text, window);
  if (result.ok) throw new Error('It was read.');
  return result.error.message;
};

const christmas = event(
  'UID:xmas',
  'DTSTART;VALUE=DATE:20261225',
  'DTEND;VALUE=DATE:20261227',
  'SUMMARY:Christmas\\, both days',
);

describe('a file of holidays', () => {
  test('gives each day with its name, the last one excluded, and the calendar’s name', () => {
    expect(read(file(christmas))).toEqual({
      holidays: [
        { date: '2026-12-25', name: 'Christmas, both days' },
        { date: '2026-12-26', name: 'Christmas, both days' },
      ],
      skipped: 0,
      name: 'Public holidays',
    });
  });

  test('may have folded lines, bare line ends, a mark at its start, alarms and a zone of its own', () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT5M', 'SUMMARY:not this', 'END:VALARM'];
    const zone =
      'BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:19701025T030000\nEND:STANDARD\nEND:VTIMEZONE';
    const folded = event('DTSTART;VALUE=DATE:20260501', 'SUMMARY:Labour', '  Day', ...alarm);
    const text = `\uFEFF${file(zone, folded).replaceAll('\r\n', '\n')}`;
    expect(read(text).holidays).toEqual([{ date: '2026-05-01', name: 'Labour Day' }]);
  });

  test('an event without an end, one with a duration, and one that ends on its first day', () => {
    const text = file(
      event('DTSTART;VALUE=DATE:20260401', 'SUMMARY:a'),
      event('DTSTART;VALUE=DATE:20260410', 'DURATION:P2D', 'SUMMARY:b'),
      event('DTSTART;VALUE=DATE:20260420', 'DTEND;VALUE=DATE:20260420', 'SUMMARY:c'),
    );
    expect(dates(text)).toEqual(['2026-04-01', '2026-04-10', '2026-04-11', '2026-04-20']);
  });

  test('what has a time of day is left out and counted', () => {
    const text = file(christmas, event('DTSTART:20260105T090000Z', 'SUMMARY:Meeting'));
    expect(read(text)).toMatchObject({ skipped: 1 });
    expect(dates(text)).toEqual(['2026-12-25', '2026-12-26']);
  });

  test('what was cancelled is left out', () => {
    expect(
      dates(file(event('DTSTART;VALUE=DATE:20260301', 'STATUS:CANCELLED', 'SUMMARY:x'))),
    ).toEqual([]);
  });

  test('two names of one day are joined, the same name stands once', () => {
    const day = (name: string) => event('DTSTART;VALUE=DATE:20260501', `SUMMARY:${name}`);
    expect(read(file(day('May Day'), day('Beltane'), day('May Day'))).holidays).toEqual([
      { date: '2026-05-01', name: 'May Day, Beltane' },
    ]);
  });

  test('an event that began before the window reaches into it', () => {
    const text = file(
      event('DTSTART;VALUE=DATE:20251230', 'DTEND;VALUE=DATE:20260103', 'SUMMARY:x'),
    );
    expect(dates(text)).toEqual(['2026-01-01', '2026-01-02']);
  });
});

describe('recurring days', () => {
  const window = { from: '2026-01-01', to: '2029-12-31' };

  test('every year, on a leap day only in leap years', () => {
    const yearly = file(
      event('UID:a', 'DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY', 'SUMMARY:x'),
    );
    expect(dates(yearly, window)).toEqual(['2026-05-01', '2027-05-01', '2028-05-01', '2029-05-01']);
    const leap = file(
      event('UID:a', 'DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY', 'SUMMARY:x'),
    );
    expect(dates(leap, window)).toEqual(['2028-02-29']);
  });

  test('the last Monday of May, the fourth Thursday of November', () => {
    const rule = (start: string, by: string) =>
      event(`DTSTART;VALUE=DATE:${start}`, `RRULE:FREQ=YEARLY;${by}`, 'SUMMARY:x');
    expect(dates(file(rule('20200525', 'BYMONTH=5;BYDAY=-1MO')))).toEqual(['2026-05-25']);
    expect(dates(file(rule('20201126', 'BYMONTH=11;BYDAY=4TH')))).toEqual(['2026-11-26']);
  });

  test('end with a count, with a last day, and without what was taken out', () => {
    const head = ['UID:a', 'DTSTART;VALUE=DATE:20260105', 'SUMMARY:x'];
    expect(dates(file(event(...head, 'RRULE:FREQ=WEEKLY;COUNT=3')))).toEqual([
      '2026-01-05',
      '2026-01-12',
      '2026-01-19',
    ]);
    expect(
      dates(file(event(...head, 'RRULE:FREQ=WEEKLY;UNTIL=20260119', 'EXDATE;VALUE=DATE:20260112'))),
    ).toEqual(['2026-01-05', '2026-01-19']);
  });

  test('an occurrence that was moved counts where it went', () => {
    const text = file(
      event('UID:a', 'DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;COUNT=3', 'SUMMARY:x'),
      event(
        'UID:a',
        'RECURRENCE-ID;VALUE=DATE:20260112',
        'DTSTART;VALUE=DATE:20260114',
        'SUMMARY:x',
      ),
    );
    expect(dates(text)).toEqual(['2026-01-05', '2026-01-14', '2026-01-19']);
  });

  test('one by the second is no holiday', () => {
    const text = file(event('DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=SECONDLY', 'SUMMARY:x'));
    expect(read(text)).toMatchObject({ holidays: [], skipped: 1 });
  });
});

describe('what is no list of holidays', () => {
  test.each(['', 'hello', '<html></html>', 'BEGIN:VEVENT\r\nEND:VEVENT'])('%j is said', (text) => {
    expect(refusal(text)).toContain('not a calendar file');
  });
  test('a file that breaks off is said', () => {
    expect(refusal(file(christmas).slice(0, -20))).toContain('damaged');
  });
  test('too large a file, too many days and rules without end are refused at once', () => {
    expect(refusal(`BEGIN:VCALENDAR\r\n${'X'.repeat(2_000_001)}`)).toContain('too large');
    const window = { from: '2000-01-01', to: '2099-12-31' };
    const daily = event('DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY', 'SUMMARY:x');
    expect(refusal(file(daily), window)).toContain('more days');
    const never = event(
      'DTSTART;VALUE=DATE:20260101',
      'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2',
      'SUMMARY:x',
    );
    const started = performance.now();
    expect(dates(file(...Array.from({ length: 50 }, () => never)))).toEqual(['2026-01-01']);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
  test('direction marks and line ends in a name do not get through', () => {
    const text = file(event('DTSTART;VALUE=DATE:20260105', 'SUMMARY:a\u202Eb\\nc'));
    expect(read(text).holidays[0]?.name).toBe('a b c');
  });
});
