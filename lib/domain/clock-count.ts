import {
  addBusinessMinutes,
  businessMinutesBetween,
  explainBusinessMinutes,
  isOpen,
  nextOpening,
  type SumLine,
} from './business-time';
import type { Calendar } from './calendar-types';
import type { ClockSumLine } from './slo-types';
import type { Pauses } from './slo-pauses';
import { MINUTE_MS } from './zone';

/** Minutes on the wall outside of pauses that have ended; pauses come in order and may overlap. */
function elapsedMinutes(start: Date, end: Date, { ended }: Pauses): number {
  let at = start.getTime();
  const last = end.getTime();
  let ms = 0;
  for (const { from, to } of ended) {
    ms += Math.max(0, Math.min(from.getTime(), last) - at);
    at = Math.max(at, to.getTime());
  }
  return (ms + Math.max(0, last - at)) / MINUTE_MS;
}

function elapsedDue(start: Date, minutes: number, { ended }: Pauses): Date {
  let at = start.getTime();
  let left = Math.round(minutes * MINUTE_MS);
  for (const { from, to } of ended) {
    const available = Math.max(0, from.getTime() - at);
    if (left <= available) break;
    left -= available;
    at = Math.max(at, to.getTime());
  }
  return new Date(at + left);
}

/** Minutes used between two instants; none when the end lies before the start. Throws `BusinessTimeError`. */
export function minutesUsed(
  calendar: Calendar | null,
  start: Date,
  end: Date,
  pauses: Pauses,
): number {
  if (end <= start) return 0;
  const { open } = pauses;
  const until = open !== null && open.from < end ? open.from : end;
  if (until <= start) return 0;
  if (calendar === null) return elapsedMinutes(start, until, pauses);
  return businessMinutesBetween(calendar, start, until, pauses.ended);
}

/**
 * The instant at which so many minutes are used up; null while a pause lasts that began before, since nobody knows when
 * it ends. Throws `BusinessTimeError`.
 */
export function dueAfter(
  calendar: Calendar | null,
  start: Date,
  minutes: number,
  pauses: Pauses,
): Date | null {
  const { open, ended } = pauses;
  const due =
    calendar === null
      ? elapsedDue(start, minutes, pauses)
      : addBusinessMinutes(calendar, start, minutes, ended);
  return open !== null && open.from < due ? null : due;
}

/** When a clock that stands still goes on; null while it runs. Throws `BusinessTimeError`. */
export function standsUntil(calendar: Calendar | null, now: Date): Date | null {
  if (calendar === null || isOpen(calendar, now)) return null;
  return nextOpening(calendar, now);
}

function openLines(calendar: Calendar | null, from: Date, minutes: number): readonly SumLine[] {
  if (minutes <= 0) return [];
  if (calendar !== null) return explainBusinessMinutes(calendar, from, minutes);
  return [{ from, to: new Date(from.getTime() + minutes * MINUTE_MS), minutes, note: 'open' }];
}

/**
 * The sum behind the due time, line by line: open, closed and paused stretches in order, until the target is used up or
 * a pause that lasts. Throws `BusinessTimeError`.
 */
export function explainTarget(
  calendar: Calendar | null,
  start: Date,
  targetMinutes: number,
  { ended, open }: Pauses,
): readonly ClockSumLine[] {
  const lines: ClockSumLine[] = [];
  const stretches = [...ended, ...(open === null ? [] : [{ ...open, to: null }])];
  const none: Pauses = { ended: [], open: null };
  let at = start;
  let left = targetMinutes;
  for (const { from, to, because } of stretches) {
    if (to !== null && to <= at) continue;
    if (from > at) {
      const available = minutesUsed(calendar, at, from, none);
      if (left <= available) break;
      lines.push(...openLines(calendar, at, available));
      left -= available;
      const reached = available > 0 ? (lines.at(-1)?.to ?? at) : at;
      if (reached < from) lines.push({ from: reached, to: from, minutes: 0, note: 'closed' });
      at = from;
    }
    lines.push({ from: at, to, minutes: 0, note: 'paused', because });
    if (to === null) return lines;
    at = to;
  }
  return [...lines, ...openLines(calendar, at, left)];
}
