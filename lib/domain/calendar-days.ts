import { lengthOf, specialDates, type Stretch } from './calendar-hours';
import { createOrdinaryDays } from './calendar-ordinary';
import type { Calendar } from './calendar-types';
import type { DayNumber } from './local-date';

/** Why a date on which one might expect to work is closed. */
export type ClosedBecause = 'holiday' | 'reduced-capacity';

/**
 * A calendar by the clock on the wall, as if no clock were ever changed. Open time before a day is arithmetic: hours
 * that repeat plus prefix sums of what special dates give or take, so that neither distance nor holidays make it dearer.
 */
export type CalendarDays = {
  /** Whether it opens again and again; if not, only between the two dates of `listed`. */
  readonly opensForever: boolean;
  /** First and last date at which something differs from the hours that repeat; null without any. */
  readonly listed: readonly [DayNumber, DayNumber] | null;
  /** Open stretches of a date, in ms from its midnight. */
  readonly hoursOf: (day: DayNumber) => readonly Stretch[];
  /** Why the date is closed all day; null when it is open, or closed as in any week. */
  readonly closedBecause: (day: DayNumber) => ClosedBecause | null;
  /** Open ms before a day, relative to an arbitrary but fixed point. */
  readonly wallBefore: (day: DayNumber) => number;
  /** A day by whose end `wallBefore` has reached the target, or one beside it. */
  readonly dayReaching: (target: number) => DayNumber;
};

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
  const ordinary = createOrdinaryDays(calendar);
  const special = specialDates(calendar, ordinary.hoursOf);
  const hoursOf = (day: DayNumber): readonly Stretch[] =>
    (special.hours.size === 0 ? undefined : special.hours.get(day)) ?? ordinary.hoursOf(day);

  const days = Float64Array.from(special.hours.keys()).sort();
  // Change of open ms by all special days before the one at the same place, and by all of them at the end.
  const changes = new Float64Array(days.length + 1);
  // Open ms before each special day.
  const reached = new Float64Array(days.length);
  for (const [place, day] of days.entries()) {
    const change = changes[place] ?? 0;
    reached[place] = ordinary.before(day) + change;
    changes[place + 1] = change + lengthOf(hoursOf(day)) - lengthOf(ordinary.hoursOf(day));
  }

  function wallBefore(day: DayNumber): number {
    return ordinary.before(day) + (changes[countBelow(days, day)] ?? 0);
  }

  function dayReaching(target: number): DayNumber {
    const passed = countBelow(reached, target);
    const earliest = days[passed - 1] ?? -Infinity;
    const latest = days[passed] ?? Infinity;
    const day = ordinary.dayReaching(target - (changes[passed] ?? 0));
    if (day === null) return Number.isFinite(earliest) ? earliest : (days[0] ?? 0);
    return Math.max(earliest, Math.min(latest, day));
  }

  function closedBecause(day: DayNumber): ClosedBecause | null {
    if (special.shutByHoliday.has(day)) return 'holiday';
    return ordinary.isReduced(day) && hoursOf(day).length === 0 ? 'reduced-capacity' : null;
  }

  const bounds = [...(ordinary.bounds ?? []), ...days.subarray(0, 1), ...days.subarray(-1)];
  return {
    opensForever: ordinary.opensForever,
    listed: bounds.length === 0 ? null : [Math.min(...bounds), Math.max(...bounds)],
    hoursOf,
    closedBecause,
    wallBefore,
    dayReaching,
  };
}
