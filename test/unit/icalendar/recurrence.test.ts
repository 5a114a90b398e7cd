/*
 * Days of recurring events beside what the library's own iterator gives for the same rule, for rules it always ends on.
 */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { formatDay, parseDay, type Day } from '@/lib/icalendar/day';
import { occurrences } from '@/lib/icalendar/recurrence';
import { readProperty } from '@/lib/icalendar/property';
import { readRule } from '@/lib/icalendar/rule';

const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`no date ${text}`);
  return parsed;
};

function own(rule: string, start: string, from: string, to: string): readonly string[] | null {
  const read = readRule(readProperty(`RRULE:${rule}`)?.values[0]);
  if (read === null) throw new Error(`no rule ${rule}`);
  const budget = { left: 10_000_000 };
  const window = { from: day(from), to: day(to) };
  return occurrences(read, day(start), window, budget)?.map(formatDay) ?? null;
}

function theirs(rule: string, start: string, from: string, to: string): readonly string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
  const found: string[] = [];
  for (let next = iterator.next(); next !== null; next = iterator.next()) {
    const text = next.toString().slice(0, 10);
    if (text > to) break;
    if (text >= from) found.push(text);
  }
  return found;
}

/** The first day that the library finds from `start` on; `9999` when none. */
function firstOf(rule: string, start: string): string {
  const first = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start)).next();
  return first?.toString().slice(0, 10) ?? '9999';
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const weekdays = fc
  .uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 3 })
  .map((days) => days.join(','));
const nth = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), fc.constantFrom(...WEEKDAYS))
  .map(([place, name]) => `${place}${name}`);
const month = fc.integer({ min: 1, max: 12 });
const ends = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
  fc.integer({ min: 2024, max: 2032 }).map((year) => `;UNTIL=${year}0615`),
);
const interval = fc.integer({ min: 1, max: 4 }).map((steps) => `;INTERVAL=${steps}`);

/** Rules as holidays have them, the first day not always among what they hold. */
const rule = fc
  .tuple(
    fc.oneof(
      fc.constant('FREQ=DAILY'),
      fc.constant('FREQ=WEEKLY'),
      weekdays.map((days) => `FREQ=WEEKLY;BYDAY=${days}`),
      fc.integer({ min: 1, max: 28 }).map((date) => `FREQ=MONTHLY;BYMONTHDAY=${date}`),
      nth.map((one) => `FREQ=MONTHLY;BYDAY=${one}`),
      fc.constant('FREQ=YEARLY'),
      fc
        .tuple(month, fc.integer({ min: 1, max: 28 }))
        .map(([month, date]) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${date}`),
      fc.tuple(month, nth).map(([month, one]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${one}`),
      fc.integer({ min: 1, max: 365 }).map((place) => `FREQ=YEARLY;BYYEARDAY=${place}`),
    ),
    interval,
    ends,
  )
  .map((parts) => parts.join(''));

test(
  'agrees with the library wherever the first day is one of the rule’s',
  { timeout: 30_000 },
  () => {
    const start = fc.integer({ min: day('2019-01-01'), max: day('2026-12-31') }).map(formatDay);
    fc.assert(
      fc.property(rule, start, (rule, seed) => {
        // The first day the rule holds, so that both count from the same one.
        const first = firstOf(rule.replace(/;(COUNT|UNTIL)=\d+/, ''), seed);
        fc.pre(first <= '2028-01-01');
        const window = ['2026-01-01', '2031-12-31'] as const;
        const until = /UNTIL=(\d{4})/.exec(rule)?.[1];
        fc.pre(until === undefined || `${until}-06-15` >= first);
        expect(own(rule, first, ...window)).toEqual(theirs(rule, first, ...window));
      }),
      { numRuns: 300 },
    );
  },
);

describe('rules of the standard’s own kinds', () => {
  test.each([
    [
      'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=TU;INTERVAL=4',
      '2024-11-05',
      ['2028-11-07'],
    ],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      '2026-02-13',
      ['2026-02-13', '2026-03-13', '2026-11-13'],
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3',
      '2026-01-30',
      ['2026-01-30', '2026-02-27', '2026-03-31'],
    ],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2', '2026-05-11', ['2026-05-11', '2027-05-17']],
    ['FREQ=YEARLY;BYWEEKNO=-1;BYDAY=TH;COUNT=2', '2026-12-31', ['2026-12-31', '2027-12-30']],
    ['FREQ=YEARLY;BYDAY=20MO;COUNT=2', '2026-05-18', ['2026-05-18', '2027-05-17']],
    ['FREQ=YEARLY;BYYEARDAY=-1;COUNT=2', '2027-12-31', ['2027-12-31', '2028-12-31']],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3',
      '2028-01-31',
      ['2028-01-31', '2028-02-29', '2028-03-31'],
    ],
    ['FREQ=MONTHLY;COUNT=3', '2026-01-31', ['2026-01-31', '2026-03-31', '2026-05-31']],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      '2026-08-04',
      ['2026-08-04', '2026-08-09', '2026-08-18', '2026-08-23'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '2026-08-04',
      ['2026-08-04', '2026-08-16', '2026-08-18', '2026-08-30'],
    ],
    [
      'FREQ=DAILY;BYMONTH=1;BYDAY=SA;COUNT=3',
      '2026-01-03',
      ['2026-01-03', '2026-01-10', '2026-01-17'],
    ],
  ] as const)('%s from %s', (rule, start, expected) => {
    const to = rule.includes('13') ? '2026-12-31' : '2030-12-31';
    expect(own(rule, start, '2026-01-01', to)).toEqual(expected);
  });

  test('a budget that is used up ends the search', () => {
    const read = readRule(readProperty('RRULE:FREQ=YEARLY;BYDAY=20MO;COUNT=900')?.values[0]);
    if (read === null) throw new Error('no rule');
    const window = { from: day('2026-01-01'), to: day('2026-12-31') };
    expect(occurrences(read, day('1700-01-01'), window, { left: 5_000 })).toBeNull();
  });
});
