import { lengthOf, type Stretch } from './calendar-hours';
import { firstDayOfYear, LEAP_DAY, weekdayIndex, yearOfDay, type DayNumber } from './local-date';

/** Open stretches in ms from midnight, by weekday index (0 Monday). */
export type Week = readonly (readonly Stretch[])[];

/** Hours that repeat for ever, by week or by year. Open time before a day is arithmetic, however far away it is. */
export type Pattern = {
  readonly hoursOf: (day: DayNumber) => readonly Stretch[];
  /** Open ms before a day, relative to an arbitrary but fixed point. */
  readonly before: (day: DayNumber) => number;
  /** The last day with at most `target` open ms before it; null when the pattern never opens. */
  readonly dayReaching: (target: number) => DayNumber | null;
};

/** Monday 29 December 1969: the first day of week 0. */
const FIRST_MONDAY: DayNumber = -3;
/** After 400 years weekdays and leap days come as they came before. */
const CYCLE_YEARS = 400;
const FIRST_CYCLE_YEAR = 2000;

/** Open ms before each of the days, and of all of them at the end. */
function sumsOf(days: readonly (readonly Stretch[])[]): Float64Array {
  const sums = new Float64Array(days.length + 1);
  for (const [place, open] of days.entries()) sums[place + 1] = (sums[place] ?? 0) + lengthOf(open);
  return sums;
}

/** Place of the last of the first `count` ascending values that is at most `bound`; the first when none is. */
function placeAtMost(values: Float64Array, count: number, bound: number): number {
  let low = 1;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Infinity) <= bound) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The same hours every week. */
export function createWeeklyPattern(week: Week): Pattern {
  const sums = sumsOf(week);
  const weekMs = sums[7] ?? 0;
  return {
    hoursOf: (day) => week[weekdayIndex(day)] ?? [],
    before: (day) => {
      const weekday = weekdayIndex(day);
      return ((day - FIRST_MONDAY - weekday) / 7) * weekMs + (sums[weekday] ?? 0);
    },
    dayReaching: (target) => {
      if (weekMs === 0) return null;
      const weeks = Math.floor(target / weekMs);
      return FIRST_MONDAY + weeks * 7 + placeAtMost(sums, 7, target - weeks * weekMs);
    },
  };
}

type Year = { readonly days: readonly (readonly Stretch[])[]; readonly sums: Float64Array };

/**
 * Hours that depend on the day of the year (0 for 01-01 … 59 for 02-29 … 365 for 12-31) and on its weekday. Written
 * down are the fourteen kinds of year there are, and how much each of four hundred years gives.
 */
export function createYearlyPattern(
  hoursOn: (dayOfYear: number, weekday: number) => readonly Stretch[],
): Pattern {
  function yearOf(isLeap: boolean, firstWeekday: number): Year {
    const days = Array.from({ length: isLeap ? 366 : 365 }, (_, place) =>
      hoursOn(place + (isLeap || place < LEAP_DAY ? 0 : 1), (firstWeekday + place) % 7),
    );
    return { days, sums: sumsOf(days) };
  }
  const kinds = [false, true].map((isLeap) =>
    Array.from({ length: 7 }, (_, firstWeekday) => yearOf(isLeap, firstWeekday)),
  );
  const none: Year = { days: [], sums: new Float64Array(1) };

  function yearAt(year: number, first: DayNumber): Year {
    const isLeap = firstDayOfYear(year + 1) - first === 366;
    return kinds[isLeap ? 1 : 0]?.[weekdayIndex(first)] ?? none;
  }

  // Open ms before each year of a cycle, and of the whole cycle at the end.
  const yearSums = new Float64Array(CYCLE_YEARS + 1);
  for (let place = 0; place < CYCLE_YEARS; place += 1) {
    const year = FIRST_CYCLE_YEAR + place;
    const { sums } = yearAt(year, firstDayOfYear(year));
    yearSums[place + 1] = (yearSums[place] ?? 0) + (sums.at(-1) ?? 0);
  }
  const cycleMs = yearSums[CYCLE_YEARS] ?? 0;

  function before(day: DayNumber): number {
    const year = yearOfDay(day);
    const first = firstDayOfYear(year);
    const cycle = Math.floor((year - FIRST_CYCLE_YEAR) / CYCLE_YEARS);
    const place = year - FIRST_CYCLE_YEAR - cycle * CYCLE_YEARS;
    return cycle * cycleMs + (yearSums[place] ?? 0) + (yearAt(year, first).sums[day - first] ?? 0);
  }

  function dayReaching(target: number): DayNumber | null {
    if (cycleMs === 0) return null;
    const cycle = Math.floor(target / cycleMs);
    const rest = target - cycle * cycleMs;
    const place = placeAtMost(yearSums, CYCLE_YEARS, rest);
    const year = FIRST_CYCLE_YEAR + cycle * CYCLE_YEARS + place;
    const first = firstDayOfYear(year);
    const { days, sums } = yearAt(year, first);
    return first + placeAtMost(sums, days.length, rest - (yearSums[place] ?? 0));
  }

  const hoursOf = (day: DayNumber): readonly Stretch[] => {
    const year = yearOfDay(day);
    const first = firstDayOfYear(year);
    return yearAt(year, first).days[day - first] ?? [];
  };
  return { hoursOf, before, dayReaching };
}
