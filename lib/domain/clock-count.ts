import {
  addBusinessMinutes,
  businessMinutesBetween,
  explainBusinessMinutes,
  isOpen,
  nextOpening,
  type SumLine,
} from './business-time';
import type { NamedCalendar } from './pack-calendar';
import { MINUTE_MS } from './zone';

/** The instant at which the target is used up, in working or elapsed time. Throws `BusinessTimeError`. */
export function dueAfter({ calendar }: NamedCalendar, start: Date, minutes: number): Date {
  if (calendar === null) return new Date(start.getTime() + minutes * MINUTE_MS);
  return addBusinessMinutes(calendar, start, minutes);
}

/** Minutes used between two instants; none when the end lies before the start. Throws `BusinessTimeError`. */
export function minutesUsed({ calendar }: NamedCalendar, start: Date, end: Date): number {
  if (end <= start) return 0;
  if (calendar === null) return (end.getTime() - start.getTime()) / MINUTE_MS;
  return businessMinutesBetween(calendar, start, end);
}

/** When a clock that stands still goes on; null while it runs. Throws `BusinessTimeError`. */
export function standsUntil({ calendar }: NamedCalendar, now: Date): Date | null {
  if (calendar === null || isOpen(calendar, now)) return null;
  return nextOpening(calendar, now);
}

/** The sum behind the due time, line by line. Throws `BusinessTimeError`. */
export function explainTarget(
  { calendar }: NamedCalendar,
  start: Date,
  minutes: number,
): readonly SumLine[] {
  if (calendar !== null) return explainBusinessMinutes(calendar, start, minutes);
  const to = new Date(start.getTime() + minutes * MINUTE_MS);
  return [{ from: start, to, minutes, note: 'open' }];
}
