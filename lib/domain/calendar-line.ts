import { createCalendarChanges, openAround, type Change } from './calendar-changes';
import { createCalendarDays, type CalendarDays } from './calendar-days';
import type { Stretch } from './calendar-hours';
import { BusinessTimeError, type Calendar } from './calendar-types';
import { yearOfDay, type DayNumber } from './local-date';
import { DAY_MS, offsetMsAt } from './zone';

/**
 * A calendar as one line of open time, cut into cells. The open time before a cell is known by arithmetic: what the
 * clock on the wall shows plus the difference made by clock changes. So the cost of a question does not depend on how
 * far away the answer lies.
 */
export type CalendarLine = {
  readonly days: CalendarDays;
  /** Open time before the start of a day, relative to an arbitrary but fixed point; `day` must start a cell. */
  readonly openBefore: (day: DayNumber) => number;
  /** The cell that holds a local day. */
  readonly cellOf: (day: DayNumber) => Cell;
  /** The cell that holds an instant. */
  readonly cellAt: (at: number) => Cell;
  /** The cells of the days [firstDay, endDay) in order, a few months at most; both must start a cell. */
  readonly cellsBetween: (firstDay: DayNumber, endDay: DayNumber) => readonly Cell[];
};

/** One ordinary local day, or the few days around a clock change taken together. `open`: instants, merged. */
export type Cell = {
  readonly firstDay: DayNumber;
  readonly endDay: DayNumber;
  /** Instant (ms) at which the cell begins. */
  readonly from: number;
  readonly open: readonly Stretch[];
};

const MAX_DAY = 100_000_000;

function checkDay(day: DayNumber): void {
  if (!(Math.abs(day) < MAX_DAY)) {
    throw new BusinessTimeError('out-of-range', 'The answer lies too far away in time.');
  }
}

/** Builds the line. Throws `BusinessTimeError` when hours, dates or the zone cannot be understood. */
export function createCalendarLine(calendar: Calendar): CalendarLine {
  const { timeZone } = calendar;
  const days = createCalendarDays(calendar);
  const changes = createCalendarChanges(timeZone, days);

  function openBefore(day: DayNumber): number {
    checkDay(day);
    const year = yearOfDay(day);
    let sum = days.wallBefore(day) + changes.extraBefore(year);
    for (const change of changes.near(year)) if (change.endDay <= day) sum += change.extraMs;
    return sum;
  }

  function changeCell(change: Change): Cell {
    const { firstDay, endDay, from } = change;
    return { firstDay, endDay, from, open: openAround(timeZone, days, change) };
  }

  function dayCell(day: DayNumber, offsetMs: number): Cell {
    const start = day * DAY_MS - offsetMs;
    const open = days.hoursOf(day).map(([from, to]): Stretch => [start + from, start + to]);
    return { firstDay: day, endDay: day + 1, from: start, open };
  }

  const changeOn = (day: DayNumber): Change | undefined =>
    changes.near(yearOfDay(day)).find(({ firstDay, endDay }) => day >= firstDay && day < endDay);

  function cellOf(day: DayNumber): Cell {
    checkDay(day);
    const change = changeOn(day);
    // Away from changes the offset is the same all day, so the one at that date's UTC midnight will do.
    return change === undefined
      ? dayCell(day, offsetMsAt(timeZone, day * DAY_MS))
      : changeCell(change);
  }

  function cellAt(at: number): Cell {
    const offsetMs = offsetMsAt(timeZone, at);
    const change = changes
      .near(new Date(at).getUTCFullYear())
      .find(({ from, to }) => at >= from && at < to);
    if (change !== undefined) return changeCell(change);
    return dayCell(Math.floor((at + offsetMs) / DAY_MS), offsetMs);
  }

  function cellsBetween(firstDay: DayNumber, endDay: DayNumber): readonly Cell[] {
    checkDay(firstDay);
    checkDay(endDay);
    const ahead = changes.near(yearOfDay(firstDay)).filter((change) => change.firstDay >= firstDay);
    const cells: Cell[] = [];
    let offsetMs = offsetMsAt(timeZone, firstDay * DAY_MS);
    let day = firstDay;
    while (day < endDay) {
      const change = ahead[0];
      if (change?.firstDay === day) {
        cells.push(changeCell(change));
        ahead.shift();
        offsetMs = change.afterMs;
        day = change.endDay;
      } else {
        cells.push(dayCell(day, offsetMs));
        day += 1;
      }
    }
    return cells;
  }

  return { days, openBefore, cellOf, cellAt, cellsBetween };
}
