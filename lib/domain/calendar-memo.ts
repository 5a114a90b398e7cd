import { createCalendarLine } from './calendar-line';
import { createCalendarPages, type CalendarPages } from './calendar-page';
import type { Calendar } from './calendar-types';

type Memo = Calendar & {
  readonly holidayCount: number;
  readonly periodCount: number;
  readonly pages: CalendarPages;
};

/** Memo of a pure function; the parts are compared too, so that a calendar changed in place is read again. */
const memos = new WeakMap<Calendar, Memo>();

/** The calendar prepared for arithmetic. Throws `BusinessTimeError` `invalid-calendar`. */
export function pagesOf(calendar: Calendar): CalendarPages {
  const { timeZone, weeklyHours, holidays, dateOverrides, reducedCapacity, breaks } = calendar;
  const holidayCount = holidays?.length ?? 0;
  const periodCount = reducedCapacity?.length ?? 0;
  const memo = memos.get(calendar);
  if (
    memo !== undefined &&
    memo.timeZone === timeZone &&
    memo.weeklyHours === weeklyHours &&
    memo.holidays === holidays &&
    memo.holidayCount === holidayCount &&
    memo.dateOverrides === dateOverrides &&
    memo.reducedCapacity === reducedCapacity &&
    memo.periodCount === periodCount &&
    memo.breaks === breaks
  ) {
    return memo.pages;
  }
  const pages = createCalendarPages(createCalendarLine(calendar));
  memos.set(calendar, { ...calendar, holidayCount, periodCount, pages });
  return pages;
}
