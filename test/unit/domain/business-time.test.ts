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
} from '@/lib/domain/business-time';

const HOUR = 60;
const at = (text: string): Date => new Date(text);
const week = (hours: Hours): Calendar['weeklyHours'] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});
const office: Calendar = { timeZone: 'UTC', weeklyHours: week([['09:00', '17:00']]) };
const roundTheClock: Calendar = { timeZone: 'UTC', weeklyHours: week([['00:00', '24:00']]) };

function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof BusinessTimeError ? error.code : 'other';
  }
}

describe('one deadline, several rules', () => {
  const wall: Calendar = {
    timeZone: 'UTC',
    weeklyHours: {
      ...week([['00:00', '24:00']]),
      sat: [['00:00', '24:00']],
      sun: [['00:00', '24:00']],
    },
  };
  const friday = '2026-11-20T16:00:00.000Z';
  const thursday = '2026-11-19T12:00:00.000Z';
  // 24 hours to answer what arrived on a Friday at 16:00, and 48 to close what was resolved on a Thursday at noon.
  test.each([
    ['to answer, on the wall clock', wall, friday, 24, '2026-11-21T16:00:00.000Z'],
    ['to answer, round the clock', roundTheClock, friday, 24, '2026-11-23T16:00:00.000Z'],
    ['to answer, 09 to 17', office, friday, 24, '2026-11-25T16:00:00.000Z'],
    ['“1 day” as a day of 8 hours', office, friday, 8, '2026-11-23T16:00:00.000Z'],
    ['“1 day” as 24 hours of opening', office, friday, 24, '2026-11-25T16:00:00.000Z'],
    ['to close, on the wall clock', wall, thursday, 48, '2026-11-21T12:00:00.000Z'],
    ['to close, round the clock', roundTheClock, thursday, 48, '2026-11-23T12:00:00.000Z'],
    ['to close, 09 to 17', office, thursday, 48, '2026-11-27T12:00:00.000Z'],
  ])('%s', (_, calendar, start, hours, due) => {
    expect(addBusinessMinutes(calendar, at(start), hours * HOUR).toISOString()).toBe(due);
    expect(businessMinutesBetween(calendar, at(start), at(due))).toBe(hours * HOUR);
    expect(subtractBusinessMinutes(calendar, at(due), hours * HOUR).toISOString()).toBe(start);
  });

  test('hour by hour: 1 + 8 + 8 + 7, and 5 + 8 + 8 + 8 + 8 + 8 + 3', () => {
    const open = (start: string, hours: number): readonly number[] =>
      explainBusinessMinutes(office, at(start), hours * HOUR)
        .filter(({ note }) => note === 'open')
        .map(({ minutes }) => minutes / HOUR);
    expect(open(friday, 24)).toEqual([1, 8, 8, 7]);
    expect(open(thursday, 48)).toEqual([5, 8, 8, 8, 8, 8, 3]);
  });
});

describe('edges', () => {
  test('open at the opening instant, closed at the closing instant', () => {
    expect(isOpen(office, at('2026-11-20T09:00:00.000Z'))).toBe(true);
    expect(isOpen(office, at('2026-11-20T08:59:59.999Z'))).toBe(false);
    expect(isOpen(office, at('2026-11-20T16:59:59.999Z'))).toBe(true);
    expect(isOpen(office, at('2026-11-20T17:00:00.000Z'))).toBe(false);
  });

  test('midnight does not part two days that touch', () => {
    expect(isOpen(roundTheClock, at('2026-11-19T00:00:00Z'))).toBe(true);
    expect(isOpen(roundTheClock, at('2026-11-21T00:00:00Z'))).toBe(false);
    expect(nextOpening(roundTheClock, at('2026-11-21T00:00:00Z'))).toEqual(
      at('2026-11-23T00:00:00Z'),
    );
  });

  test('an amount used up at closing is due at that closing, backwards at that opening', () => {
    const start = at('2026-11-19T16:00:00Z');
    expect(addBusinessMinutes(office, start, 60)).toEqual(at('2026-11-19T17:00:00Z'));
    expect(addBusinessMinutes(office, start, 61)).toEqual(at('2026-11-20T09:01:00Z'));
    expect(subtractBusinessMinutes(office, at('2026-11-20T10:00:00Z'), 60)).toEqual(
      at('2026-11-20T09:00:00Z'),
    );
    expect(subtractBusinessMinutes(office, at('2026-11-20T10:00:00Z'), 61)).toEqual(
      at('2026-11-19T16:59:00Z'),
    );
  });

  test('no minutes: the same instant, open or not', () => {
    const sunday = at('2026-11-22T03:04:05.678Z');
    expect(addBusinessMinutes(office, sunday, 0)).toEqual(sunday);
    expect(subtractBusinessMinutes(office, sunday, 0)).toEqual(sunday);
    expect(
      addBusinessMinutes(office, sunday, 0, [{ from: sunday, to: at('2026-11-25T00:00:00Z') }]),
    ).toEqual(sunday);
  });

  test('a reversed range is negative; nothing is plain zero', () => {
    const [from, to] = [at('2026-11-19T10:00:00Z'), at('2026-11-19T12:30:00Z')];
    expect(businessMinutesBetween(office, to, from)).toBe(-150);
    expect(
      businessMinutesBetween(office, at('2026-11-22T12:00:00Z'), at('2026-11-22T10:00:00Z')),
    ).toBe(0);
  });

  test('milliseconds are kept', () => {
    const start = at('2026-11-20T16:59:59.999Z');
    expect(addBusinessMinutes(office, start, 2 / 60_000)).toEqual(at('2026-11-23T09:00:00.001Z'));
    expect(businessMinutesBetween(office, start, at('2026-11-23T09:00:00.001Z'))).toBe(2 / 60_000);
  });

  test('hours may have seconds, come in any order, and overlap', () => {
    const calendar: Calendar = {
      timeZone: 'UTC',
      weeklyHours: {
        mon: [
          ['13:00', '17:00'],
          ['08:30:30', '12:00'],
          ['11:00', '14:00'],
        ],
      },
    };
    expect(nextOpening(calendar, at('2026-11-22T00:00:00Z'))).toEqual(at('2026-11-23T08:30:30Z'));
    expect(
      businessMinutesBetween(calendar, at('2026-11-23T00:00:00Z'), at('2026-11-24T00:00:00Z')),
    ).toBe(509.5);
  });
});

describe('dates of their own', () => {
  const calendar: Calendar = {
    ...office,
    holidays: ['2026-12-25', '2026-12-28'],
    dateOverrides: {
      '2026-12-24': [['09:00', '12:00']],
      '2026-12-26': [['10:00', '11:00']],
      '2026-12-28': [['09:00', '17:00']],
    },
    breaks: { '2026-12-24': [['10:00', '10:30']], '2026-12-28': [['00:00', '01:00']] },
  };
  test.each([
    ['2026-12-24', 150],
    ['2026-12-25', 0],
    ['2026-12-26', 60],
    ['2026-12-27', 0],
    ['2026-12-28', 0],
    ['2026-12-29', 480],
  ])('%s gives %i minutes', (date, minutes) => {
    const start = at(`${date}T00:00:00Z`);
    expect(businessMinutesBetween(calendar, start, new Date(start.getTime() + 86_400_000))).toBe(
      minutes,
    );
  });

  test('a calendar changed in place is read again', () => {
    const holidays: string[] = [];
    const changing: Calendar = { ...office, holidays };
    expect(isOpen(changing, at('2026-11-20T10:00:00Z'))).toBe(true);
    holidays.push('2026-11-20');
    expect(isOpen(changing, at('2026-11-20T10:00:00Z'))).toBe(false);
  });
});

describe('pauses', () => {
  const start = at('2026-11-19T10:00:00Z');
  test('the clock stands still in them; they may overlap, be reversed, and lie outside', () => {
    const pauses = [
      { from: at('2026-11-19T11:00:00Z'), to: at('2026-11-19T12:00:00Z') },
      { from: at('2026-11-19T11:30:00Z'), to: at('2026-11-19T13:00:00Z') },
      { from: at('2026-11-19T15:00:00Z'), to: at('2026-11-19T14:00:00Z') },
      { from: at('2026-11-01T00:00:00Z'), to: at('2026-11-02T00:00:00Z') },
    ];
    expect(addBusinessMinutes(office, start, 120, pauses)).toEqual(at('2026-11-19T14:00:00Z'));
    expect(addBusinessMinutes(office, start, 60, pauses)).toEqual(at('2026-11-19T11:00:00Z'));
    expect(businessMinutesBetween(office, start, at('2026-11-19T14:00:00Z'), pauses)).toBe(120);
    expect(businessMinutesBetween(office, at('2026-11-19T14:00:00Z'), start, pauses)).toBe(-120);
  });

  test('a pause over a weekend costs only its working time', () => {
    const pause = { from: at('2026-11-20T16:00:00Z'), to: at('2026-11-23T10:00:00Z') };
    expect(addBusinessMinutes(office, at('2026-11-20T15:00:00Z'), 120, [pause])).toEqual(
      at('2026-11-23T11:00:00Z'),
    );
  });
});

describe('what cannot be counted', () => {
  const never: Calendar = { timeZone: 'UTC', weeklyHours: {} };
  const once: Calendar = {
    timeZone: 'UTC',
    weeklyHours: {},
    dateOverrides: { '2026-12-05': [['10:00', '12:00']] },
  };
  const start = at('2026-11-20T00:00:00Z');

  test('a calendar that never opens is an error, not a hang', () => {
    expect(codeOf(() => addBusinessMinutes(never, start, 1))).toBe('never-opens');
    expect(codeOf(() => subtractBusinessMinutes(never, start, 1))).toBe('never-opens');
    expect(codeOf(() => nextOpening(never, start))).toBe('never-opens');
    expect(
      codeOf(() => nextOpening({ ...office, weeklyHours: { mon: [['09:00', '09:00']] } }, start)),
    ).toBe('never-opens');
    expect(isOpen(never, start)).toBe(false);
    expect(businessMinutesBetween(never, start, at('2036-01-01T00:00:00Z'))).toBe(0);
    expect(addBusinessMinutes(never, start, 0)).toEqual(start);
  });

  test('one that opens on one date only has that much to give', () => {
    expect(addBusinessMinutes(once, start, 120)).toEqual(at('2026-12-05T12:00:00Z'));
    expect(codeOf(() => addBusinessMinutes(once, start, 121))).toBe('never-opens');
    expect(nextOpening(once, start)).toEqual(at('2026-12-05T10:00:00Z'));
    expect(codeOf(() => nextOpening(once, at('2026-12-05T12:00:00Z')))).toBe('never-opens');
    expect(codeOf(() => subtractBusinessMinutes(once, start, 1))).toBe('never-opens');
    expect(subtractBusinessMinutes(once, at('2027-01-01T00:00:00Z'), 120)).toEqual(
      at('2026-12-05T10:00:00Z'),
    );
  });

  test.each([
    ['an unknown zone', { ...office, timeZone: 'Mars/Olympus' }],
    ['hours that end before they begin', { ...office, weeklyHours: { mon: [['22:00', '06:00']] } }],
    ['a time that does not exist', { ...office, weeklyHours: { mon: [['09:00', '25:00']] } }],
    ['a date that does not exist', { ...office, holidays: ['2026-02-30'] }],
  ] as const)('%s', (_, calendar) => {
    expect(codeOf(() => isOpen(calendar, start))).toBe('invalid-calendar');
  });

  test('invalid instants and amounts', () => {
    expect(codeOf(() => isOpen(office, new Date(Number.NaN)))).toBe('invalid-input');
    expect(codeOf(() => addBusinessMinutes(office, start, Number.NaN))).toBe('invalid-input');
    expect(codeOf(() => addBusinessMinutes(office, start, Infinity))).toBe('invalid-input');
    expect(codeOf(() => addBusinessMinutes(office, start, 1e12))).toBe('out-of-range');
  });
});

test('a sum is told in open and closed stretches', () => {
  const lines = explainBusinessMinutes(roundTheClock, at('2026-11-20T16:00:00Z'), 24 * HOUR);
  expect(lines.map(({ minutes, note }) => [minutes, note])).toEqual([
    [8 * HOUR, 'open'],
    [0, 'closed'],
    [16 * HOUR, 'open'],
  ]);
  const long = explainBusinessMinutes(office, at('2026-11-20T16:00:00Z'), 2_000 * HOUR);
  expect(long.length).toBeLessThan(70);
  expect(long.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(2_000 * HOUR);
});
