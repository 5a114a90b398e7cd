import { positionAt, type CalendarLine } from './calendar-line';
import { lineOf } from './calendar-memo';
import { mergeStretches, type Stretch } from './calendar-hours';
import { instantOfPosition } from './calendar-search';
import { BusinessTimeError, type Calendar, type Pause } from './calendar-types';
import { MINUTE_MS } from './zone';

/*
 * Conventions of every function here. Elapsed time, not the clock on the wall: an open 25-hour day counts 25 hours.
 * An amount used up exactly at closing is due at that closing instant (backwards: at that opening). No minutes: the
 * same instant. A reversed range is negative. Exact to the millisecond. An opening (or closing) inside a spring gap
 * moves forward by the gap; an ambiguous one is the first. Nothing reads the machine's own time zone.
 */

function msOf(at: Date): number {
  const ms = at.getTime();
  if (Number.isNaN(ms)) {
    throw new BusinessTimeError('invalid-input', 'That is not a valid point in time.');
  }
  return ms;
}

function amountMs(minutes: number): number {
  if (!Number.isFinite(minutes)) {
    throw new BusinessTimeError('invalid-input', 'Minutes must be a number.');
  }
  return Math.round(minutes * MINUTE_MS);
}

function dateOf(ms: number): Date {
  const at = new Date(ms);
  if (Number.isNaN(at.getTime())) {
    throw new BusinessTimeError('out-of-range', 'The answer lies too far away in time.');
  }
  return at;
}

function mergePauses(pauses: readonly Pause[]): readonly Stretch[] {
  return mergeStretches(pauses.map(({ from, to }): Stretch => [msOf(from), msOf(to)]));
}

/** Whether working time runs at `at`: open at the opening instant, closed at the closing instant. */
export function isOpen(calendar: Calendar, at: Date): boolean {
  const ms = msOf(at);
  return lineOf(calendar)
    .cellAt(ms)
    .open.some(([from, to]) => ms >= from && ms < to);
}

/** The next instant that is open: `at` itself when open. Throws `BusinessTimeError` `never-opens`. */
export function nextOpening(calendar: Calendar, at: Date): Date {
  if (isOpen(calendar, at)) return at;
  const line = lineOf(calendar);
  const ms = msOf(at);
  const opening = instantOfPosition(line, positionAt(line, ms), line.cellAt(ms).firstDay, 'latest');
  if (opening < ms)
    throw new BusinessTimeError('never-opens', 'This calendar does not open again.');
  return dateOf(opening);
}

/**
 * The instant at which `minutes` of working time have passed since `start`, not counting pauses.
 * Negative minutes count backwards. Throws `BusinessTimeError`.
 */
export function addBusinessMinutes(
  calendar: Calendar,
  start: Date,
  minutes: number,
  pauses: readonly Pause[] = [],
): Date {
  const amount = amountMs(minutes);
  if (amount === 0) return start;
  const line = lineOf(calendar);
  return amount > 0
    ? forward(line, msOf(start), amount, mergePauses(pauses))
    : backward(line, msOf(start), -amount, mergePauses(pauses));
}

/** The latest instant from which `minutes` of working time lead to `end`. Throws `BusinessTimeError`. */
export function subtractBusinessMinutes(calendar: Calendar, end: Date, minutes: number): Date {
  return addBusinessMinutes(calendar, end, -minutes);
}

function forward(line: CalendarLine, start: number, amount: number, pauses: readonly Stretch[]) {
  let at = start;
  let left = amount;
  for (const [from, to] of pauses) {
    if (to <= at) continue;
    const available = from > at ? positionAt(line, from) - positionAt(line, at) : 0;
    if (left <= available) break;
    left -= available;
    at = to;
  }
  const target = positionAt(line, at) + left;
  return dateOf(instantOfPosition(line, target, line.cellAt(at).firstDay, 'earliest'));
}

function backward(line: CalendarLine, end: number, amount: number, pauses: readonly Stretch[]) {
  let at = end;
  let left = amount;
  for (const [from, to] of [...pauses].reverse()) {
    if (from >= at) continue;
    const available = to < at ? positionAt(line, at) - positionAt(line, to) : 0;
    if (left <= available) break;
    left -= available;
    at = from;
  }
  const target = positionAt(line, at) - left;
  return dateOf(instantOfPosition(line, target, line.cellAt(at).firstDay, 'latest'));
}

/** Working minutes from `from` to `to` outside pauses; negative when `to` lies before `from`. Fractions are exact ms. */
export function businessMinutesBetween(
  calendar: Calendar,
  from: Date,
  to: Date,
  pauses: readonly Pause[] = [],
): number {
  const [start, end] = [msOf(from), msOf(to)];
  if (end < start) return -businessMinutesBetween(calendar, to, from, pauses) || 0;
  const line = lineOf(calendar);
  let open = positionAt(line, end) - positionAt(line, start);
  for (const [pauseFrom, pauseTo] of mergePauses(pauses)) {
    const [cutFrom, cutTo] = [Math.max(pauseFrom, start), Math.min(pauseTo, end)];
    if (cutFrom < cutTo) open -= positionAt(line, cutTo) - positionAt(line, cutFrom);
  }
  return open / MINUTE_MS;
}
