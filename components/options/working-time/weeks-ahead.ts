import type { ReducedCapacity, WorkingTime } from '@/lib/contract/working-time';
import { businessMinutesBetween, explainBusinessMinutes } from '@/lib/domain/business-time';
import type { Calendar } from '@/lib/domain/business-time';
import { holds, parsePeriodDays } from '@/lib/domain/calendar-periods';
import { formatLocalDate, instantAt, localTimeAt, weekdayIndex } from '@/lib/domain/local-date';
import { clockWords } from '@/lib/domain/words';

/** A stretch of a day as shares of it, 0 to 1. */
export type Share = { readonly from: number; readonly to: number };

/** A day of the picture: when it is open, and why it is not as usual. */
export type PlannedDay = {
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly isToday: boolean;
  readonly minutes: number;
  readonly open: readonly Share[];
  /** `09:00–12:00, 13:00–17:00`, or `closed`. */
  readonly words: string;
  readonly holiday: string | null;
  readonly reduced: ReducedCapacity | null;
};

/** What a picture is drawn from: the calendar with everything in it, and the settings that name its exceptions. */
export type Plan = {
  readonly calendar: Calendar;
  readonly timeZone: string;
  readonly holidays: WorkingTime['holidays'];
  readonly periods: readonly ReducedCapacity[];
};

function plannedDay(plan: Plan, day: number, today: number): PlannedDay {
  const { calendar, timeZone, holidays, periods } = plan;
  const date = formatLocalDate(day);
  const [start, end] = [instantAt(timeZone, day, 0), instantAt(timeZone, day + 1, 0)];
  const lengthMs = end.getTime() - start.getTime();
  const minutes = businessMinutesBetween(calendar, start, end);
  const lines = explainBusinessMinutes(calendar, start, minutes).filter(
    ({ note }) => note === 'open',
  );
  const share = (at: Date): number => (at.getTime() - start.getTime()) / lengthMs;
  const clock = (at: Date): string => (at >= end ? '24:00' : clockWords(at, timeZone));
  const words = lines.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');
  return {
    date,
    isToday: day === today,
    minutes,
    open: lines.map(({ from, to }) => ({ from: share(from), to: share(to) })),
    words: words === '' ? 'closed' : words,
    holiday:
      holidays.find((holiday) => holiday.date === date)?.name ??
      (calendar.holidays?.includes(date) === true ? 'Holiday' : null),
    reduced: periods.find(({ days }) => holds(parsePeriodDays(days), day)) ?? null,
  };
}

/** The weeks from the Monday of this week on, day by day. Throws `BusinessTimeError`. */
export function weeksAhead(
  plan: Plan,
  now: Date,
  weeks: number,
): readonly (readonly PlannedDay[])[] {
  const today = localTimeAt(plan.timeZone, now).day;
  const monday = today - weekdayIndex(today);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => plannedDay(plan, monday + week * 7 + day, today)),
  );
}
