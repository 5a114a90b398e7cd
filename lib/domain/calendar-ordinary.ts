import { weeklyStretches, type Stretch } from './calendar-hours';
import { createWeeklyPattern, type Pattern, type Week } from './calendar-pattern';
import { holds, parsePeriod, patternUnder, type Period } from './calendar-periods';
import type { Calendar } from './calendar-types';
import { weekdayIndex, type DayNumber } from './local-date';

/**
 * What is open on dates that have no hours of their own: the weekly hours, and those of periods of reduced capacity.
 * Periods between two dates cut time into parts; within a part the hours repeat.
 */
export type OrdinaryDays = Pattern & {
  /** Whether it opens again and again. If not, it opens between the two days of `bounds` alone. */
  readonly opensForever: boolean;
  readonly bounds: readonly [DayNumber, DayNumber] | null;
  /** Whether a date is closed because a period of reduced capacity says so. */
  readonly isReduced: (day: DayNumber) => boolean;
};

type Part = {
  readonly from: DayNumber;
  readonly pattern: Pattern;
  /** What to add to the pattern's own sums, so that the parts go on from each other. */
  readonly offset: number;
  /** Open ms before the part. */
  readonly reached: number;
};

/** The last part for which `isReached` holds; it holds for the first, and for none after one for which it does not. */
function lastPart(parts: readonly Part[], isReached: (part: Part) => boolean): number {
  let low = 1;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const part = parts[middle];
    if (part !== undefined && isReached(part)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function partsOf(week: Week, periods: readonly Period[]): readonly Part[] {
  const dated = periods.flatMap(({ days, hours }, index) =>
    days.kind === 'dates' ? [{ index, first: days.first, last: days.last, hours }] : [],
  );
  // One pattern for each period that can decide, and one for the time outside all of them.
  const patterns = new Map<number, Pattern>();
  function patternAt(day: DayNumber): Pattern {
    const period = dated.find(({ first, last }) => day >= first && day <= last);
    const index = period?.index ?? periods.length;
    const made =
      patterns.get(index) ??
      patternUnder(
        period === undefined ? week : week.map(() => period.hours),
        periods.slice(0, index).filter(({ days }) => days.kind !== 'dates'),
      );
    patterns.set(index, made);
    return made;
  }

  const cuts = new Set(dated.flatMap(({ first, last }) => [first, last + 1]));
  const parts: Part[] = [
    { from: -Infinity, pattern: patternAt(-Infinity), offset: 0, reached: -Infinity },
  ];
  for (const from of [...cuts].sort((a, b) => a - b)) {
    const last = parts.at(-1);
    const pattern = patternAt(from);
    if (last === undefined || last.pattern === pattern) continue;
    const reached = last.pattern.before(from) + last.offset;
    parts.push({ from, pattern, offset: reached - pattern.before(from), reached });
  }
  return parts;
}

/** Reads weekly hours and periods of reduced capacity. Throws `BusinessTimeError` `invalid-calendar`. */
export function createOrdinaryDays(calendar: Calendar): OrdinaryDays {
  const week = weeklyStretches(calendar);
  const periods = (calendar.reducedCapacity ?? []).map(parsePeriod);
  const parts = partsOf(week, periods);
  const fallback = parts[0]?.pattern ?? createWeeklyPattern(week);

  const partAt = (day: DayNumber): Part | undefined =>
    parts[parts.length === 1 ? 0 : lastPart(parts, ({ from }) => from <= day)];
  const hoursOf = (day: DayNumber): readonly Stretch[] =>
    (partAt(day)?.pattern ?? fallback).hoursOf(day);

  function dayReaching(target: number): DayNumber | null {
    const place = lastPart(parts, ({ reached }) => reached <= target);
    const [part, next] = [parts[place], parts[place + 1]];
    if (part === undefined) return null;
    const day = part.pattern.dayReaching(target - part.offset);
    if (day !== null) return Math.max(part.from, Math.min(next?.from ?? Infinity, day));
    if (Number.isFinite(part.from)) return part.from;
    return next?.from ?? null;
  }

  function isReduced(day: DayNumber): boolean {
    if (periods.length === 0 || hoursOf(day).length > 0) return false;
    const period = periods.find(({ days }) => holds(days, day));
    if (period === undefined) return false;
    // A weekend is closed as ever when the week has no hours for it.
    return period.days.kind !== 'weekends' || (week[weekdayIndex(day)] ?? []).length > 0;
  }

  const [second, last] = [parts[1], parts.at(-1)];
  return {
    hoursOf,
    before: (day) => {
      const part = partAt(day);
      return part === undefined ? 0 : part.pattern.before(day) + part.offset;
    },
    dayReaching,
    isReduced,
    opensForever: fallback.dayReaching(0) !== null,
    bounds: second === undefined || last === undefined ? null : [second.from, last.from],
  };
}
