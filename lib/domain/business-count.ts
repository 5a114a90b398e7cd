import { pagesOf } from './calendar-memo';
import { mergeStretches, type Stretch } from './calendar-hours';
import { isOpenOn, positionOn, type CalendarPages } from './calendar-page';
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
  if (pauses.length === 0) return [];
  return mergeStretches(pauses.map(({ from, to }): Stretch => [msOf(from), msOf(to)]));
}

function positionAt(pages: CalendarPages, at: number): number {
  return positionOn(pages.pageAt(at), at);
}

/** Whether working time runs at `at`: open at the opening instant, closed at the closing instant. */
export function isOpen(calendar: Calendar, at: Date): boolean {
  const ms = msOf(at);
  return isOpenOn(pagesOf(calendar).pageAt(ms), ms);
}

/** The next instant that is open: `at` itself when open. Throws `BusinessTimeError` `never-opens`. */
export function nextOpening(calendar: Calendar, at: Date): Date {
  const ms = msOf(at);
  const pages = pagesOf(calendar);
  const page = pages.pageAt(ms);
  if (isOpenOn(page, ms)) return at;
  const opening = instantOfPosition(pages, positionOn(page, ms), page, 'latest');
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
  const pages = pagesOf(calendar);
  return amount > 0
    ? forward(pages, msOf(start), amount, mergePauses(pauses))
    : backward(pages, msOf(start), -amount, mergePauses(pauses));
}

/** The latest instant from which `minutes` of working time lead to `end`. Throws `BusinessTimeError`. */
export function subtractBusinessMinutes(calendar: Calendar, end: Date, minutes: number): Date {
  return addBusinessMinutes(calendar, end, -minutes);
}

function forward(pages: CalendarPages, start: number, amount: number, pauses: readonly Stretch[]) {
  let at = start;
  let left = amount;
  for (const [from, to] of pauses) {
    if (to <= at) continue;
    const available = from > at ? positionAt(pages, from) - positionAt(pages, at) : 0;
    if (left <= available) break;
    left -= available;
    at = to;
  }
  const page = pages.pageAt(at);
  const target = positionOn(page, at) + left;
  return dateOf(instantOfPosition(pages, target, page, 'earliest'));
}

function backward(pages: CalendarPages, end: number, amount: number, pauses: readonly Stretch[]) {
  let at = end;
  let left = amount;
  for (const [from, to] of pauses.toReversed()) {
    if (from >= at) continue;
    const available = to < at ? positionAt(pages, at) - positionAt(pages, to) : 0;
    if (left <= available) break;
    left -= available;
    at = from;
  }
  const page = pages.pageAt(at);
  const target = positionOn(page, at) - left;
  return dateOf(instantOfPosition(pages, target, page, 'latest'));
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
  const pages = pagesOf(calendar);
  let open = positionAt(pages, end) - positionAt(pages, start);
  for (const [pauseFrom, pauseTo] of mergePauses(pauses)) {
    const [cutFrom, cutTo] = [Math.max(pauseFrom, start), Math.min(pauseTo, end)];
    if (cutFrom < cutTo) open -= positionAt(pages, cutTo) - positionAt(pages, cutFrom);
  }
  return open / MINUTE_MS;
}
