import { BusinessTimeError, type Calendar } from './calendar-types';
import {
  lengthBefore,
  lengthOf,
  mergeStretches,
  specialStretches,
  weeklyStretches,
  type Stretch,
} from './calendar-hours';
import { weekdayIndex, type DayNumber } from './local-date';
import { DAY_MS, instantOfWall, offsetMsAt, transitionsOf, type Transition } from './zone';

/**
 * A calendar as one line of open time. The open time before a local day is known by arithmetic: whole weeks,
 * plus the difference made by special dates (prefix sums), plus the difference made by clock changes. So the
 * cost of a question does not depend on how far away the answer lies.
 */
export type CalendarLine = {
  readonly timeZone: string;
  /** Open ms of an ordinary week, by the clock on the wall. */
  readonly weekMs: number;
  readonly specialDays: readonly DayNumber[];
  /** Open time before the start of a day, relative to an arbitrary but fixed point; `day` must start a cell. */
  readonly openBefore: (day: DayNumber) => number;
  /** The cell that holds a local day. */
  readonly cellOf: (day: DayNumber) => Cell;
  /** The cell that holds an instant. */
  readonly cellAt: (at: number) => Cell;
};

/** One ordinary local day, or the few days around a clock change taken together. `open`: instants, merged. */
export type Cell = {
  readonly firstDay: DayNumber;
  readonly endDay: DayNumber;
  readonly open: readonly Stretch[];
};

type Change = Cell & { readonly from: number; readonly to: number; readonly extraMs: number };

const MAX_DAY = 100_000_000;

function checkDay(day: DayNumber): void {
  if (Math.abs(day) >= MAX_DAY) {
    throw new BusinessTimeError('out-of-range', 'The answer lies too far away in time.');
  }
}

function yearOf(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** Builds the line. Throws `BusinessTimeError` when hours, dates or the zone cannot be understood. */
export function createCalendarLine(calendar: Calendar): CalendarLine {
  const { timeZone } = calendar;
  const weekly = weeklyStretches(calendar);
  const ordinary = (day: DayNumber) => weekly[weekdayIndex(day)] ?? [];
  const special = specialStretches(calendar, ordinary);
  const hoursOf = (day: DayNumber) => special.get(day) ?? ordinary(day);

  const specialDays = [...special.keys()].sort((a, b) => a - b);
  const specialSums = [0];
  for (const day of specialDays) {
    specialSums.push((specialSums.at(-1) ?? 0) + lengthOf(hoursOf(day)) - lengthOf(ordinary(day)));
  }
  const weekSums = [0];
  for (const stretches of weekly) weekSums.push((weekSums.at(-1) ?? 0) + lengthOf(stretches));
  const weekMs = weekSums[7] ?? 0;

  /** Special days before `day`. */
  function specialsBefore(day: DayNumber): number {
    let low = 0;
    let high = specialDays.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((specialDays[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Open time before `day` if no clock ever changed. */
  function wallBefore(day: DayNumber): number {
    const weekday = weekdayIndex(day);
    const weeks = (day + 3 - weekday) / 7;
    return weeks * weekMs + (weekSums[weekday] ?? 0) + (specialSums[specialsBefore(day)] ?? 0);
  }

  function changeCell(group: readonly Transition[]): Change {
    const days = group.flatMap(({ at, beforeMs, afterMs }) =>
      [at + beforeMs, at + afterMs].map((wall) => Math.floor(wall / DAY_MS)),
    );
    const firstDay = Math.min(...days) - 1;
    const endDay = Math.max(...days) + 2;
    const open: Stretch[] = [];
    for (let day = firstDay; day < endDay; day += 1) {
      if (neverHappens(group, day)) continue;
      for (const [from, to] of hoursOf(day)) {
        open.push([
          instantOfWall(timeZone, day * DAY_MS + from),
          instantOfWall(timeZone, day * DAY_MS + to),
        ]);
      }
    }
    const merged = mergeStretches(open);
    return {
      firstDay,
      endDay,
      open: merged,
      from: instantOfWall(timeZone, firstDay * DAY_MS),
      to: instantOfWall(timeZone, endDay * DAY_MS),
      extraMs: lengthOf(merged) - (wallBefore(endDay) - wallBefore(firstDay)),
    };
  }

  const changes = new Map<number, readonly Change[]>();
  function changesOf(year: number): readonly Change[] {
    const known = changes.get(year);
    if (known !== undefined) return known;
    const groups: Transition[][] = [];
    for (const change of transitionsOf(timeZone, year)) {
      const last = groups.at(-1);
      const previous = last?.at(-1);
      if (last && previous && change.at - previous.at < 6 * DAY_MS) last.push(change);
      else groups.push([change]);
    }
    const made = groups.map(changeCell);
    changes.set(year, made);
    return made;
  }

  // Sum of `extraMs` of all years from the first one asked about up to, not including, the key.
  const extraSums = new Map<number, number>();
  let lowYear = 0;
  let highYear = 0;
  const extraOf = (year: number) => changesOf(year).reduce((sum, { extraMs }) => sum + extraMs, 0);
  function extraBeforeYear(year: number): number {
    if (extraSums.size === 0) {
      lowYear = year;
      highYear = year;
      extraSums.set(year, 0);
    }
    for (; highYear < year; highYear += 1) {
      extraSums.set(highYear + 1, (extraSums.get(highYear) ?? 0) + extraOf(highYear));
    }
    for (; lowYear > year; lowYear -= 1) {
      extraSums.set(lowYear - 1, (extraSums.get(lowYear) ?? 0) - extraOf(lowYear - 1));
    }
    return extraSums.get(year) ?? 0;
  }

  /** The changes that can touch a day of this year, and the sum of `extraMs` of all earlier ones. */
  type Year = { readonly near: readonly Change[]; readonly extraBefore: number };
  const years = new Map<number, Year>();
  function yearFor(year: number): Year {
    const known = years.get(year);
    if (known !== undefined) return known;
    const near = [year - 1, year, year + 1].flatMap(changesOf);
    const made = { near, extraBefore: extraBeforeYear(year - 1) };
    years.set(year, made);
    return made;
  }

  function openBefore(day: DayNumber): number {
    checkDay(day);
    const { near, extraBefore } = yearFor(yearOf(day));
    let sum = wallBefore(day) + extraBefore;
    for (const change of near) if (change.endDay <= day) sum += change.extraMs;
    return sum;
  }

  function dayCell(day: DayNumber): Cell {
    // Away from changes the offset is the same all day, so the one at that date's UTC midnight will do.
    const start = day * DAY_MS - offsetMsAt(timeZone, day * DAY_MS);
    const open = hoursOf(day).map(([from, to]): Stretch => [start + from, start + to]);
    return { firstDay: day, endDay: day + 1, open };
  }

  function cellOf(day: DayNumber): Cell {
    checkDay(day);
    for (const change of yearFor(yearOf(day)).near) {
      if (day >= change.firstDay && day < change.endDay) return change;
    }
    return dayCell(day);
  }

  function cellAt(at: number): Cell {
    const offset = offsetMsAt(timeZone, at);
    for (const change of yearFor(new Date(at).getUTCFullYear()).near) {
      if (at >= change.from && at < change.to) return change;
    }
    return dayCell(Math.floor((at + offset) / DAY_MS));
  }

  return { timeZone, weekMs, specialDays, openBefore, cellOf, cellAt };
}

/** A local date that a zone jumped over as a whole (Samoa had no 30 December 2011) has no hours to move anywhere. */
function neverHappens(group: readonly Transition[], day: DayNumber): boolean {
  const [from, to] = [day * DAY_MS, (day + 1) * DAY_MS];
  return group.some(({ at, beforeMs, afterMs }) => at + beforeMs <= from && at + afterMs >= to);
}

/** Open time from the line's fixed point to an instant. */
export function positionAt(line: CalendarLine, at: number): number {
  const cell = line.cellAt(at);
  return line.openBefore(cell.firstDay) + lengthBefore(cell.open, at);
}
