/** Days since 1970-01-01, Gregorian, so that arithmetic on dates knows no time zone. */
export type Day = number;

/** A local date, `YYYY-MM-DD`. */
export type LocalDate = string;

const DAY_MS = 86_400_000;

/** A day as a calendar shows it: month 1–12, day of the month from 1, weekday 0 for Monday … 6 for Sunday. */
export type DayParts = {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly weekday: number;
};

/** Day of a date whose month (from 1) and date may lie outside their bounds: 2026, 13, 1 is 1 January 2027. */
export function dayOf(year: number, month: number, date: number): Day {
  const at = new Date(0);
  // Date.UTC takes the years 0 to 99 for those of the last century.
  at.setUTCFullYear(year, month - 1, date);
  return at.getTime() / DAY_MS;
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Year, month, date and weekday of a day. */
export function partsOf(day: Day): DayParts {
  const at = new Date(day * DAY_MS);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: weekdayOf(day),
  };
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** The day of `YYYY-MM-DD`; null when there is no such date. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const day = dayOf(year, month, date);
  return formatDay(day) === text ? day : null;
}

/** `YYYY-MM-DD` of a day of the years 0 to 9999. */
export function formatDay(day: Day): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
