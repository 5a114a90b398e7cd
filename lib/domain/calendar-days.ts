import { lengthOf, specialStretches, weeklyStretches, type Stretch } from './calendar-hours';
import type { Calendar } from './calendar-types';
import { weekdayIndex, type DayNumber } from './local-date';

/**
 * A calendar by the clock on the wall, as if no clock were ever changed. Open time before a day is arithmetic: whole
 * weeks plus prefix sums of what special dates give or take, so that neither distance nor holidays make it dearer.
 */
export type CalendarDays = {
  /** Open ms of an ordinary week. */
  readonly weekMs: number;
  /** First and last date with hours of its own; null without any. */
  readonly listed: readonly [DayNumber, DayNumber] | null;
  /** Open stretches of a date, in ms from its midnight. */
  readonly hoursOf: (day: DayNumber) => readonly Stretch[];
  /** Open ms before a day, relative to an arbitrary but fixed point. */
  readonly wallBefore: (day: DayNumber) => number;
  /** A day by whose end `wallBefore` has reached the target, or one beside it. */
  readonly dayReaching: (target: number) => DayNumber;
};

/** Monday 29 December 1969: the first day of week 0. */
const FIRST_MONDAY: DayNumber = -3;

/** How many of the sorted values lie below `bound`. */
function countBelow(values: Float64Array, bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? bound) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads hours and dates. Throws `BusinessTimeError` `invalid-calendar`. */
export function createCalendarDays(calendar: Calendar): CalendarDays {
  const weekly = weeklyStretches(calendar);
  const ordinary = (day: DayNumber): readonly Stretch[] => weekly[weekdayIndex(day)] ?? [];
  const special = specialStretches(calendar, ordinary);
  const hoursOf = (day: DayNumber): readonly Stretch[] =>
    (special.size === 0 ? undefined : special.get(day)) ?? ordinary(day);

  // Of the week: open ms before each weekday, and of the whole week at the end.
  const weekSums = weekly.reduce<readonly number[]>(
    (sums, stretches) => [...sums, (sums.at(-1) ?? 0) + lengthOf(stretches)],
    [0],
  );
  const weekMs = weekSums[7] ?? 0;
  const ordinaryBefore = (day: DayNumber): number => {
    const weekday = weekdayIndex(day);
    return ((day - FIRST_MONDAY - weekday) / 7) * weekMs + (weekSums[weekday] ?? 0);
  };

  const days = Float64Array.from(special.keys()).sort();
  // Change of open ms by all special days before the one at the same place, and by all of them at the end.
  const changes = new Float64Array(days.length + 1);
  // Open ms before each special day.
  const reached = new Float64Array(days.length);
  for (const [place, day] of days.entries()) {
    const change = changes[place] ?? 0;
    reached[place] = ordinaryBefore(day) + change;
    changes[place + 1] = change + lengthOf(hoursOf(day)) - lengthOf(ordinary(day));
  }

  function wallBefore(day: DayNumber): number {
    return ordinaryBefore(day) + (changes[countBelow(days, day)] ?? 0);
  }

  function dayReaching(target: number): DayNumber {
    const passed = countBelow(reached, target);
    const earliest = days[passed - 1] ?? -Infinity;
    const latest = days[passed] ?? Infinity;
    if (weekMs === 0) return Number.isFinite(earliest) ? earliest : (days[0] ?? 0);
    const open = target - (changes[passed] ?? 0);
    const weeks = Math.floor(open / weekMs);
    const rest = open - weeks * weekMs;
    let weekday = 6;
    while (weekday > 0 && (weekSums[weekday] ?? 0) > rest) weekday -= 1;
    return Math.max(earliest, Math.min(latest, FIRST_MONDAY + weeks * 7 + weekday));
  }

  const [first, last] = [days[0], days.at(-1)];
  const listed = first === undefined || last === undefined ? null : ([first, last] as const);
  return { weekMs, listed, hoursOf, wallBefore, dayReaching };
}
