import type { CalendarDays } from './calendar-days';
import { lengthOf, mergeStretches, type Stretch } from './calendar-hours';
import type { DayNumber } from './local-date';
import {
  DAY_MS,
  FIRST_YEAR,
  instantOfWall,
  LAST_YEAR,
  transitionsOf,
  type Transition,
} from './zone';

/** The few days around one clock change, or around several that follow closely. */
export type Change = {
  readonly firstDay: DayNumber;
  readonly endDay: DayNumber;
  /** Instants (ms) at which `firstDay` and `endDay` begin. */
  readonly from: number;
  readonly to: number;
  /** Offset of the zone after it, in ms. */
  readonly afterMs: number;
  /** By how much the open time of these days differs from what the clock on the wall shows. */
  readonly extraMs: number;
  readonly transitions: readonly Transition[];
};

export type CalendarChanges = {
  /** Changes that can touch a day of this UTC year or of its last and first months, in order. */
  readonly near: (year: number) => readonly Change[];
  /** Sum of `extraMs` of all changes before that year's `near` ones, relative to an arbitrary but fixed point. */
  readonly extraBefore: (year: number) => number;
};

// Changes this close are one: the days around each would touch.
const TOGETHER_MS = 6 * DAY_MS;

function grouped(transitions: readonly Transition[]): readonly (readonly Transition[])[] {
  const groups: Transition[][] = [];
  for (const change of transitions) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    if (last && previous && change.at - previous.at < TOGETHER_MS) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

/** A local date that a zone jumped over as a whole (Samoa had no 30 December 2011) has no hours to move anywhere. */
function neverHappens(transitions: readonly Transition[], day: DayNumber): boolean {
  const [from, to] = [day * DAY_MS, (day + 1) * DAY_MS];
  return transitions.some(
    ({ at, beforeMs, afterMs }) => at + beforeMs <= from && at + afterMs >= to,
  );
}

type Span = Pick<Change, 'firstDay' | 'endDay' | 'transitions'>;

/** The open instants of the days around a change, merged. */
export function openAround(timeZone: string, days: CalendarDays, span: Span): readonly Stretch[] {
  const open: Stretch[] = [];
  for (let day = span.firstDay; day < span.endDay; day += 1) {
    if (neverHappens(span.transitions, day)) continue;
    for (const [from, to] of days.hoursOf(day)) {
      open.push([
        instantOfWall(timeZone, day * DAY_MS + from),
        instantOfWall(timeZone, day * DAY_MS + to),
      ]);
    }
  }
  return mergeStretches(open);
}

/** Whether hours touch the part of the wall clock that a change leaves out or shows twice. */
function isTouched(days: CalendarDays, { at, beforeMs, afterMs }: Transition): boolean {
  const low = at + Math.min(beforeMs, afterMs);
  const high = at + Math.max(beforeMs, afterMs);
  for (let day = Math.floor(low / DAY_MS) - 1; day * DAY_MS <= high; day += 1) {
    for (const [from, to] of days.hoursOf(day)) {
      if (day * DAY_MS + from <= high && day * DAY_MS + to >= low) return true;
    }
  }
  return false;
}

function changeOf(
  timeZone: string,
  days: CalendarDays,
  transitions: readonly Transition[],
): Change | null {
  const [first, last] = [transitions[0], transitions.at(-1)];
  if (first === undefined || last === undefined) return null;
  const touched = transitions.flatMap(({ at, beforeMs, afterMs }) =>
    [at + beforeMs, at + afterMs].map((wall) => Math.floor(wall / DAY_MS)),
  );
  const firstDay = Math.min(...touched) - 1;
  const endDay = Math.max(...touched) + 2;
  const span: Span = { firstDay, endDay, transitions };
  // Most calendars sleep when clocks are changed; then nothing need be added up.
  const extraMs = transitions.some((change) => isTouched(days, change))
    ? lengthOf(openAround(timeZone, days, span)) -
      (days.wallBefore(endDay) - days.wallBefore(firstDay))
    : 0;
  const from = firstDay * DAY_MS - first.beforeMs;
  const to = endDay * DAY_MS - last.afterMs;
  return { ...span, from, to, afterMs: last.afterMs, extraMs };
}

/** The clock changes of the calendar's zone as they bear on its hours, read year by year as they are needed. */
export function createCalendarChanges(timeZone: string, days: CalendarDays): CalendarChanges {
  const byYear = new Map<number, readonly Change[]>();
  function changesOf(year: number): readonly Change[] {
    const known = byYear.get(year);
    if (known !== undefined) return known;
    const made = grouped(transitionsOf(timeZone, year)).flatMap(
      (group) => changeOf(timeZone, days, group) ?? [],
    );
    byYear.set(year, made);
    return made;
  }

  // Sum of `extraMs` of all years from the first one asked about up to, not including, the key.
  const sums = new Map<number, number>();
  let lowYear = 0;
  let highYear = 0;
  const extraOf = (year: number) => changesOf(year).reduce((sum, { extraMs }) => sum + extraMs, 0);
  function extraBeforeYear(year: number): number {
    if (sums.size === 0) {
      lowYear = year;
      highYear = year;
      sums.set(year, 0);
    }
    for (; highYear < year; highYear += 1) {
      sums.set(highYear + 1, (sums.get(highYear) ?? 0) + extraOf(highYear));
    }
    for (; lowYear > year; lowYear -= 1) {
      sums.set(lowYear - 1, (sums.get(lowYear) ?? 0) - extraOf(lowYear - 1));
    }
    return sums.get(year) ?? 0;
  }

  const nearOf = new Map<number, readonly Change[]>();
  function near(year: number): readonly Change[] {
    const known = nearOf.get(year);
    if (known !== undefined) return known;
    const made = [year - 1, year, year + 1].flatMap(changesOf);
    nearOf.set(year, made);
    return made;
  }

  return {
    near,
    // Beyond the known years nothing changes, so nothing need be summed there.
    extraBefore: (year) => extraBeforeYear(Math.min(Math.max(year - 1, FIRST_YEAR), LAST_YEAR + 1)),
  };
}
