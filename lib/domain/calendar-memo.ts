import { createCalendarLine, type CalendarLine } from './calendar-line';
import type { Calendar } from './calendar-types';

type Memo = { readonly parts: readonly unknown[]; readonly line: CalendarLine };

/** Memo of a pure function; the parts are compared too, so that a calendar changed in place is read again. */
const lines = new WeakMap<Calendar, Memo>();

/** The calendar prepared for arithmetic. Throws `BusinessTimeError` `invalid-calendar`. */
export function lineOf(calendar: Calendar): CalendarLine {
  const { timeZone, weeklyHours, holidays, dateOverrides, breaks } = calendar;
  const parts = [timeZone, weeklyHours, holidays, holidays?.length, dateOverrides, breaks];
  const memo = lines.get(calendar);
  if (memo?.parts.every((part, index) => part === parts[index])) return memo.line;
  const line = createCalendarLine(calendar);
  lines.set(calendar, { parts, line });
  return line;
}
