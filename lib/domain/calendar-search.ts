import { lengthOf } from './calendar-hours';
import type { Cell, CalendarLine } from './calendar-line';
import { BusinessTimeError } from './calendar-types';
import type { DayNumber } from './local-date';

/** Which instant stands for a position reached exactly when the calendar closes. */
export type Edge =
  /** The closing instant (counting forwards). */
  | 'earliest'
  /** The next opening instant (counting backwards, or asking for it). */
  | 'latest';

function neverOpens(): BusinessTimeError {
  return new BusinessTimeError('never-opens', 'This calendar has no opening left to count with.');
}

/** Days between which the position must lie when the calendar opens on listed dates only. */
function listedRange(line: CalendarLine): readonly [DayNumber, DayNumber] {
  const first = line.specialDays[0];
  const last = line.specialDays.at(-1);
  if (first === undefined || last === undefined) throw neverOpens();
  return [line.cellOf(first - 1).firstDay, line.cellOf(last + 1).endDay];
}

/**
 * Goes from `start` by whole weeks towards the target until it is about a week away. What a week gives is measured on
 * the way, so that many holidays cost no more steps; the search that follows is exact wherever this ends.
 */
function approach(line: CalendarLine, start: DayNumber, target: number): DayNumber {
  let day = line.cellOf(start).firstDay;
  let open = line.openBefore(day);
  let perWeek = line.weekMs;
  for (let step = 0; step < 8; step += 1) {
    const weeks = Math.floor((target - open) / perWeek);
    if (weeks === 0) break;
    const next = line.cellOf(day + weeks * 7).firstDay;
    const nextOpen = line.openBefore(next);
    const measured = ((nextOpen - open) * 7) / (next - day);
    if (measured > line.weekMs / 4) perWeek = measured;
    day = next;
    open = nextOpen;
  }
  return day;
}

/**
 * The instant (ms) at which the line's open time reaches `target`, searched near local day `near`.
 * Throws `BusinessTimeError` `never-opens` when it never does.
 */
export function instantOfPosition(
  line: CalendarLine,
  target: number,
  near: DayNumber,
  edge: Edge,
): number {
  const endsBefore = (day: DayNumber): boolean => {
    const open = line.openBefore(day);
    return edge === 'earliest' ? open < target : open <= target;
  };
  let low: DayNumber;
  let high: DayNumber;
  if (line.weekMs === 0) {
    [low, high] = listedRange(line);
    if (!endsBefore(low) || endsBefore(high)) throw neverOpens();
  } else {
    low = approach(line, near, target);
    for (let step = 1; !endsBefore(low); step *= 2) low = line.cellOf(low - step).firstDay;
    high = line.cellOf(low).endDay;
    for (let step = 1; endsBefore(high); step *= 2) {
      low = high;
      high = line.cellOf(high + step).endDay;
    }
  }
  return within(line, cellBetween(line, low, high, endsBefore), target, edge);
}

/** Halves the range [low, high) until one cell is left: the first whose end is not before the target. */
function cellBetween(
  line: CalendarLine,
  from: DayNumber,
  to: DayNumber,
  endsBefore: (day: DayNumber) => boolean,
): Cell {
  let low = from;
  let high = to;
  for (;;) {
    const cell = line.cellOf(low + ((high - low) >> 1));
    if (cell.firstDay > low && !endsBefore(cell.firstDay)) high = cell.firstDay;
    else if (endsBefore(cell.endDay)) low = cell.endDay;
    else return cell;
  }
}

function within(line: CalendarLine, cell: Cell, target: number, edge: Edge): number {
  let left = target - line.openBefore(cell.firstDay);
  for (const stretch of cell.open) {
    const length = lengthOf([stretch]);
    if (left < length || (edge === 'earliest' && left === length)) return stretch[0] + left;
    left -= length;
  }
  throw neverOpens();
}
