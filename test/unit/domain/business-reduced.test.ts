import { describe, expect, test } from 'vitest';
import {
  addBusinessMinutes,
  BusinessTimeError,
  businessMinutesBetween,
  explainBusinessMinutes,
  isOpen,
  nextOpening,
  subtractBusinessMinutes,
  type Calendar,
  type Hours,
  type ReducedPeriod,
} from '@/lib/domain/business-time';

const HOUR = 60;
const DAY_MS = 86_400_000;
const at = (text: string): Date => new Date(text);
const week = (hours: Hours): Calendar['weeklyHours'] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});
const allDay: Hours = [['00:00', '24:00']];
const yearly = (from: string, to: string, hours: Hours = []): ReducedPeriod => ({
  days: { kind: 'yearly', from, to },
  hours,
});
const dates = (from: string, to: string, hours: Hours = []): ReducedPeriod => ({
  days: { kind: 'dates', from, to },
  hours,
});
const weekends = (hours: Hours = []): ReducedPeriod => ({ days: { kind: 'weekends' }, hours });
const calendarOf = (reducedCapacity: readonly ReducedPeriod[], more = {}): Calendar => ({
  timeZone: 'UTC',
  weeklyHours: week(allDay),
  reducedCapacity,
  ...more,
});

function hoursOn(calendar: Calendar, date: string): number {
  const start = at(`${date}T00:00:00Z`);
  return businessMinutesBetween(calendar, start, new Date(start.getTime() + DAY_MS)) / HOUR;
}

function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof BusinessTimeError ? error.code : 'other';
  }
}

describe('which days', () => {
  test('the last and the first week of the year', () => {
    const calendar = calendarOf([yearly('12-24', '01-02')]);
    // Wednesday 23 December 2026; Monday 4 January 2027 is the next working day.
    expect(hoursOn(calendar, '2026-12-23')).toBe(24);
    expect(hoursOn(calendar, '2026-12-24')).toBe(0);
    expect(hoursOn(calendar, '2027-01-01')).toBe(0);
    expect(addBusinessMinutes(calendar, at('2026-12-23T20:00:00Z'), 5 * HOUR)).toEqual(
      at('2027-01-04T01:00:00Z'),
    );
    expect(subtractBusinessMinutes(calendar, at('2027-01-04T01:00:00Z'), 5 * HOUR)).toEqual(
      at('2026-12-23T20:00:00Z'),
    );
    expect(nextOpening(calendar, at('2031-12-28T12:00:00Z'))).toEqual(at('2032-01-05T00:00:00Z'));
    expect(isOpen(calendar, at('1998-12-31T12:00:00Z'))).toBe(false);
  });

  test.each([
    ['02-29', '03-01', { '2028-02-28': 24, '2028-02-29': 0, '2028-03-01': 0, '2027-03-01': 0 }],
    ['02-25', '02-29', { '2028-02-29': 0, '2027-02-26': 0, '2027-03-01': 24, '2028-03-01': 24 }],
    ['02-29', '02-29', { '2028-02-29': 0, '2028-03-01': 24, '2027-03-01': 24, '2027-02-26': 24 }],
  ] as const)('%s to %s, in leap years and in others', (from, to, expected) => {
    const calendar = calendarOf([yearly(from, to)]);
    for (const [date, hours] of Object.entries(expected)) {
      expect([date, hoursOn(calendar, date)]).toEqual([date, hours]);
    }
  });

  test('weekends and dates go by the calendar’s own zone', () => {
    const calendar: Calendar = {
      timeZone: 'Pacific/Auckland',
      weeklyHours: { ...week(allDay), sat: allDay, sun: allDay },
      reducedCapacity: [weekends([['10:00', '12:00']]), dates('2026-11-26', '2026-11-26')],
    };
    // Saturday 21 November, 10:00 there.
    expect(nextOpening(calendar, at('2026-11-20T11:00:00Z'))).toEqual(at('2026-11-20T21:00:00Z'));
    expect(nextOpening(calendar, at('2026-11-25T11:00:00Z'))).toEqual(at('2026-11-26T11:00:00Z'));
  });
});

describe('precedence', () => {
  const morning: Hours = [['08:00', '12:00']];
  const noon: Hours = [['12:00', '13:00']];
  test('holiday, then a date’s own hours, then the first period, then the week; breaks cut', () => {
    const calendar = calendarOf(
      [dates('2026-12-28', '2026-12-29', noon), yearly('12-24', '12-31', morning), weekends(noon)],
      {
        holidays: ['2026-12-25'],
        dateOverrides: { '2026-12-30': [['08:00', '10:00']], '2026-12-25': allDay },
        breaks: { '2026-12-24': [['09:00', '09:30']] },
      },
    );
    const expected = {
      '2026-12-23': 24,
      '2026-12-24': 3.5,
      '2026-12-25': 0,
      '2026-12-26': 4,
      '2026-12-28': 1,
      '2026-12-29': 1,
      '2026-12-30': 2,
      '2026-12-31': 4,
      '2027-01-01': 24,
      '2027-01-02': 1,
    };
    for (const [date, hours] of Object.entries(expected)) {
      expect([date, hoursOn(calendar, date)]).toEqual([date, hours]);
    }
  });

  test('the order of periods decides between weekends and dates', () => {
    const [one, two] = [weekends(morning), dates('2026-11-16', '2026-11-22', noon)];
    expect(hoursOn(calendarOf([one, two]), '2026-11-21')).toBe(4);
    expect(hoursOn(calendarOf([two, one]), '2026-11-21')).toBe(1);
    expect(hoursOn(calendarOf([one, two]), '2026-11-20')).toBe(1);
    expect(hoursOn(calendarOf([two, one]), '2026-11-28')).toBe(4);
  });
});

test('year by year from 1750 to 2850 it adds up to what a walk over the dates gives', () => {
  const calendar = calendarOf([
    dates('2011-06-01', '2031-02-14', [['09:00', '10:00']]),
    yearly('12-20', '01-07'),
    weekends([['10:00', '11:00']]),
    yearly('02-29', '02-29', [['00:00', '02:00']]),
  ]);
  function walkedHours(date: string, weekday: number): number {
    const monthDay = date.slice(5);
    if (date >= '2011-06-01' && date <= '2031-02-14') return 1;
    if (monthDay >= '12-20' || monthDay <= '01-07') return 0;
    if (weekday === 0 || weekday === 6) return 1;
    return monthDay === '02-29' ? 2 : 24;
  }
  const origin = at('2026-03-01T00:00:00Z');
  const from = Date.UTC(1750, 0, 1);
  const newYears: { readonly at: Date; readonly hours: number }[] = [];
  let hours = 0;
  for (let ms = from; ms < Date.UTC(2850, 0, 2); ms += DAY_MS) {
    const day = new Date(ms);
    const date = day.toISOString().slice(0, 10);
    if (date.endsWith('01-01')) newYears.push({ at: day, hours });
    hours += walkedHours(date, day.getUTCDay());
  }
  expect(newYears).toHaveLength(1_101);
  for (const { at: newYear, hours } of newYears) {
    expect(businessMinutesBetween(calendar, new Date(from), newYear) / HOUR).toBe(hours);
    // Counted from an origin inside, the same position is met from either side.
    const found = addBusinessMinutes(
      calendar,
      origin,
      businessMinutesBetween(calendar, origin, newYear),
    );
    expect(businessMinutesBetween(calendar, found, newYear)).toBe(0);
  }
});

describe('what cannot be counted', () => {
  const start = at('2026-11-20T00:00:00Z');

  test('periods that leave nothing open are an error, not a hang', () => {
    for (const calendar of [
      calendarOf([yearly('01-01', '12-31')]),
      calendarOf([yearly('07-01', '06-30')]),
      calendarOf([weekends()], { weeklyHours: { sat: allDay } }),
      calendarOf([yearly('01-01', '06-30'), yearly('07-01', '12-31')]),
    ]) {
      expect(codeOf(() => addBusinessMinutes(calendar, start, 1))).toBe('never-opens');
      expect(codeOf(() => subtractBusinessMinutes(calendar, start, 1))).toBe('never-opens');
      expect(codeOf(() => nextOpening(calendar, start))).toBe('never-opens');
      expect(codeOf(() => explainBusinessMinutes(calendar, start, 1))).toBe('never-opens');
      expect(businessMinutesBetween(calendar, start, at('2046-01-01T00:00:00Z'))).toBe(0);
    }
  });

  test('a calendar open in one period only has that much to give', () => {
    const calendar: Calendar = {
      timeZone: 'UTC',
      weeklyHours: {},
      reducedCapacity: [dates('2026-12-05', '2026-12-06', [['10:00', '11:00']])],
    };
    expect(addBusinessMinutes(calendar, start, 120)).toEqual(at('2026-12-06T11:00:00Z'));
    expect(codeOf(() => addBusinessMinutes(calendar, start, 121))).toBe('never-opens');
    expect(nextOpening(calendar, start)).toEqual(at('2026-12-05T10:00:00Z'));
    expect(codeOf(() => nextOpening(calendar, at('2026-12-06T11:00:00Z')))).toBe('never-opens');
    expect(codeOf(() => subtractBusinessMinutes(calendar, start, 1))).toBe('never-opens');
  });

  test('one open on leap days only is found over the eight years around 1900 and 2100', () => {
    const calendar: Calendar = {
      timeZone: 'UTC',
      weeklyHours: {},
      reducedCapacity: [yearly('02-29', '02-29', [['09:00', '10:00']])],
    };
    expect(nextOpening(calendar, at('2096-03-01T00:00:00Z'))).toEqual(at('2104-02-29T09:00:00Z'));
    expect(subtractBusinessMinutes(calendar, at('1904-01-01T00:00:00Z'), 60)).toEqual(
      at('1896-02-29T09:00:00Z'),
    );
    expect(addBusinessMinutes(calendar, at('2000-01-01T00:00:00Z'), 97 * 60)).toEqual(
      at('2396-02-29T10:00:00Z'),
    );
  });

  test.each([
    ['a day that no year has', yearly('02-30', '03-01')],
    ['a month that does not exist', yearly('13-01', '01-01')],
    ['a period that ends before it begins', dates('2026-12-31', '2026-12-24')],
    ['a date that does not exist', dates('2026-02-29', '2026-03-01')],
    ['hours that end before they begin', weekends([['22:00', '06:00']])],
  ])('%s', (_, period) => {
    expect(codeOf(() => isOpen(calendarOf([period]), start))).toBe('invalid-calendar');
  });
});

test('periods of centuries cost no more than periods of days', () => {
  const calendar = calendarOf([dates('1000-01-01', '9999-12-31', [['09:00', '10:00']])]);
  expect(addBusinessMinutes(calendar, at('2026-01-01T00:00:00Z'), 1_000 * 365 * HOUR)).toEqual(
    at('3025-05-03T10:00:00Z'),
  );
});

test('periods added to a calendar in place are read', () => {
  const reducedCapacity: ReducedPeriod[] = [];
  const changing = calendarOf(reducedCapacity);
  expect(isOpen(changing, at('2026-11-20T10:00:00Z'))).toBe(true);
  reducedCapacity.push(dates('2026-11-20', '2026-11-20'));
  expect(isOpen(changing, at('2026-11-20T10:00:00Z'))).toBe(false);
});
