import { BusinessTimeError, WEEKDAYS, type Calendar, type Hours } from './calendar-types';
import { parseLocalDate, parseLocalTimeMs, type DayNumber } from './local-date';

/** `[from, to)` in ms; of a local day, or since 1970 UTC, as the user of the type says. */
export type Stretch = readonly [from: number, to: number];

/** Sorted, disjoint, none empty; touching ones are one. */
export function mergeStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = stretches.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** What is left of `stretches` outside `holes`. */
function cutStretches(
  stretches: readonly Stretch[],
  holes: readonly Stretch[],
): readonly Stretch[] {
  let left = stretches;
  for (const [from, to] of holes) {
    left = left.flatMap(([start, end]): Stretch[] => {
      if (to <= start || from >= end) return [[start, end]];
      const parts: Stretch[] = [];
      if (start < from) parts.push([start, from]);
      if (to < end) parts.push([to, end]);
      return parts;
    });
  }
  return left;
}

/** Total length of the stretches in ms. */
export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** Hours of a date in ms from its midnight, merged. Throws `BusinessTimeError` `invalid-calendar`. */
export function parseHours(hours: Hours): readonly Stretch[] {
  return mergeStretches(
    hours.map(([open, close]): Stretch => {
      const from = parseLocalTimeMs(open);
      const to = parseLocalTimeMs(close);
      if (to < from) {
        throw new BusinessTimeError(
          'invalid-calendar',
          `Hours from ${open} to ${close} end before they begin; split them at midnight.`,
        );
      }
      return [from, to];
    }),
  );
}

/** Weekly hours by weekday index (0 Monday), in ms of the local day. */
export function weeklyStretches(calendar: Calendar): readonly (readonly Stretch[])[] {
  return WEEKDAYS.map((day) => parseHours(calendar.weeklyHours[day] ?? []));
}

/** Dates with hours of their own. */
export type SpecialDates = {
  /** What is open on them. */
  readonly hours: ReadonlyMap<DayNumber, readonly Stretch[]>;
  /** Those that would be open if they were not holidays. */
  readonly shutByHoliday: ReadonlySet<DayNumber>;
};

/** Reads the dates that differ from what is `ordinary` there. Throws `BusinessTimeError` `invalid-calendar`. */
export function specialDates(
  calendar: Calendar,
  ordinary: (day: DayNumber) => readonly Stretch[],
): SpecialDates {
  const hours = new Map<DayNumber, readonly Stretch[]>();
  const shutByHoliday = new Set<DayNumber>();
  const hoursOf = (day: DayNumber): readonly Stretch[] => hours.get(day) ?? ordinary(day);
  for (const [date, open] of Object.entries(calendar.dateOverrides ?? {})) {
    hours.set(parseLocalDate(date), parseHours(open));
  }
  for (const [date, holes] of Object.entries(calendar.breaks ?? {})) {
    const day = parseLocalDate(date);
    hours.set(day, cutStretches(hoursOf(day), parseHours(holes)));
  }
  for (const date of calendar.holidays ?? []) {
    const day = parseLocalDate(date);
    if (hoursOf(day).length > 0) shutByHoliday.add(day);
    hours.set(day, []);
  }
  return { hours, shutByHoliday };
}
