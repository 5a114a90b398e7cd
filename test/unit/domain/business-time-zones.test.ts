import { afterEach, describe, expect, test } from 'vitest';
import {
  addBusinessMinutes,
  businessMinutesBetween,
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
const allWeek = (hours: Hours): Calendar['weeklyHours'] => ({
  ...week(hours),
  sat: hours,
  sun: hours,
});

describe('clock changes', () => {
  const dayAndNight = (timeZone: string): Calendar => ({
    timeZone,
    weeklyHours: allWeek([['00:00', '24:00']]),
  });
  test.each([
    ['Europe/Berlin', '2026-03-28T23:00:00Z', 23],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', 25],
    ['Australia/Lord_Howe', '2026-04-04T13:00:00Z', 24.5],
    ['Australia/Lord_Howe', '2026-10-03T13:30:00Z', 23.5],
    ['Pacific/Chatham', '2026-09-26T11:15:00Z', 23],
    ['Asia/Kathmandu', '2026-10-24T18:15:00Z', 24],
  ])('%s: the day from %s lasts %d hours', (timeZone, midnight, hours) => {
    const sunday: Calendar = { timeZone, weeklyHours: { sun: [['00:00', '24:00']] } };
    const start = at(midnight);
    expect(isOpen(sunday, start)).toBe(true);
    expect(isOpen(sunday, new Date(start.getTime() - 1))).toBe(false);
    expect(
      businessMinutesBetween(
        sunday,
        new Date(start.getTime() - 7_200_000),
        new Date(start.getTime() + 30 * 3_600_000),
      ),
    ).toBe(hours * HOUR);
    expect(addBusinessMinutes(sunday, start, hours * HOUR)).toEqual(
      new Date(start.getTime() + hours * 3_600_000),
    );
    expect(
      businessMinutesBetween(
        dayAndNight(timeZone),
        start,
        new Date(start.getTime() + 200 * 3_600_000),
      ),
    ).toBe(200 * HOUR);
  });

  test('an opening inside the spring gap moves forward by the gap', () => {
    const calendar: Calendar = {
      timeZone: 'Europe/Berlin',
      weeklyHours: allWeek([['02:15', '02:45']]),
    };
    // 02:15 does not exist on 29 March; clocks show 03:15 then.
    expect(nextOpening(calendar, at('2026-03-29T00:00:00Z'))).toEqual(at('2026-03-29T01:15:00Z'));
    expect(addBusinessMinutes(calendar, at('2026-03-29T00:00:00Z'), 30)).toEqual(
      at('2026-03-29T01:45:00Z'),
    );
  });

  test('of an hour that comes twice, the first counts', () => {
    const calendar: Calendar = {
      timeZone: 'Europe/Berlin',
      weeklyHours: allWeek([['02:15', '02:45']]),
    };
    expect(nextOpening(calendar, at('2026-10-24T12:00:00Z'))).toEqual(at('2026-10-25T00:15:00Z'));
    expect(isOpen(calendar, at('2026-10-25T01:20:00Z'))).toBe(false);
    const later: Calendar = {
      timeZone: 'Europe/Berlin',
      weeklyHours: allWeek([['02:30', '04:00']]),
    };
    expect(
      businessMinutesBetween(later, at('2026-10-25T00:00:00Z'), at('2026-10-25T12:00:00Z')),
    ).toBe(150);
  });

  test('a date that a zone jumped over has no hours', () => {
    // Samoa went from 29 to 31 December 2011, a Thursday and a Saturday.
    const calendar: Calendar = {
      timeZone: 'Pacific/Apia',
      weeklyHours: week([['09:00', '17:00']]),
    };
    expect(nextOpening(calendar, at('2011-12-30T04:00:00Z'))).toEqual(at('2012-01-01T19:00:00Z'));
  });

  test('a change at the first instant of a year is one', () => {
    // Casey station set its clocks from UTC to UTC+8 when 1969 began.
    const calendar: Calendar = {
      timeZone: 'Antarctica/Casey',
      weeklyHours: week([['09:00', '17:00']]),
    };
    const [before, after] = [at('1968-12-31T17:00:00Z'), at('1969-01-01T01:00:00Z')];
    expect(nextOpening(calendar, before)).toEqual(after);
    expect(isOpen(calendar, at('1969-01-02T00:59:59Z'))).toBe(false);
    expect(isOpen(calendar, at('1969-01-02T01:00:00Z'))).toBe(true);
  });

  test('the machine’s own zone does not matter', () => {
    const calendar: Calendar = {
      timeZone: 'America/New_York',
      weeklyHours: week([['09:00', '17:00']]),
    };
    const results = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) => {
      process.env['TZ'] = zone;
      return addBusinessMinutes({ ...calendar }, at('2026-03-06T21:30:00Z'), 3 * 480).toISOString();
    });
    expect(new Set(results)).toEqual(new Set(['2026-03-11T20:30:00.000Z']));
  });
  const machineZone = process.env['TZ'];
  afterEach(() => {
    if (machineZone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = machineZone;
  });
});

test('every zone of the runtime: a year of days adds up, and back again', () => {
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    const calendar: Calendar = {
      timeZone,
      weeklyHours: week([
        ['08:00', '12:00'],
        ['13:00', '17:00'],
      ]),
    };
    const start = at('2026-01-01T00:00:00Z');
    const due = addBusinessMinutes(calendar, start, 250 * 480);
    expect(businessMinutesBetween(calendar, start, due)).toBe(250 * 480);
    expect(subtractBusinessMinutes(calendar, due, 250 * 480) >= start).toBe(true);
  }
});

describe('far away', () => {
  const office: Calendar = { timeZone: 'Europe/Berlin', weeklyHours: week([['09:00', '17:00']]) };
  const start = at('2026-11-20T09:15:00Z');

  test.each([1, 100, 2_000, 100_000])('%i years of work and back', (years) => {
    const minutes = years * 2_000 * HOUR + 7;
    const due = addBusinessMinutes(office, start, minutes);
    expect(businessMinutesBetween(office, start, due)).toBe(minutes);
    expect(subtractBusinessMinutes(office, due, minutes)).toEqual(start);
    const past = subtractBusinessMinutes(office, start, minutes);
    expect(businessMinutesBetween(office, past, start)).toBe(minutes);
    expect(addBusinessMinutes(office, past, minutes)).toEqual(start);
  });

  test('every closing of three years is reached from their start, every opening from their end', () => {
    // A zone without clock changes, so that each working day closes eight hours after it opens, at 17:00.
    const calendar: Calendar = { ...office, timeZone: 'UTC' };
    const [from, to] = [at('2026-01-01T00:00:00Z'), at('2029-01-01T00:00:00Z')];
    const days = Array.from({ length: 3 * 365 + 1 }, (_, day) => from.getTime() + day * 86_400_000);
    const worked = days.filter((ms) => ![0, 6].includes(new Date(ms).getUTCDay()));
    for (const [place, ms] of worked.entries()) {
      expect(addBusinessMinutes(calendar, from, (place + 1) * 480)).toEqual(
        new Date(ms + 17 * 3_600_000),
      );
      expect(subtractBusinessMinutes(calendar, to, (worked.length - place) * 480)).toEqual(
        new Date(ms + 9 * 3_600_000),
      );
    }
  });

  test('over years of holidays in a row', () => {
    const holidays = Array.from({ length: 4_000 }, (_, days) =>
      new Date(Date.UTC(2027, 0, 1 + days)).toISOString().slice(0, 10),
    );
    const resting: Calendar = { ...office, holidays };
    const last = at('2026-12-31T16:00:00Z');
    const first = at('2037-12-14T08:00:00Z');
    expect(nextOpening(resting, last)).toEqual(first);
    expect(businessMinutesBetween(resting, start, last)).toBe(
      businessMinutesBetween(office, start, last),
    );
    expect(addBusinessMinutes(resting, at('2026-12-31T15:30:00Z'), 31)).toEqual(
      at('2037-12-14T08:01:00Z'),
    );
    expect(addBusinessMinutes(resting, at('2026-12-31T15:30:00Z'), 30)).toEqual(last);
    expect(subtractBusinessMinutes(resting, at('2037-12-14T08:30:00Z'), 31)).toEqual(
      at('2026-12-31T15:59:00Z'),
    );
    expect(subtractBusinessMinutes(resting, at('2037-12-14T08:30:00Z'), 30)).toEqual(first);
  });
});
