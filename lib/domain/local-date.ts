import { BusinessTimeError } from './calendar-types';
import { DAY_MS, MINUTE_MS, instantOfWall, offsetMsAt } from './zone';

/** Local dates are counted as days since 1970-01-01, so that arithmetic on them knows no time zone. */
export type DayNumber = number;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** Day number of a local date `YYYY-MM-DD`. Throws `BusinessTimeError` when there is no such date. */
export function parseLocalDate(text: string): DayNumber {
  const match = DATE.exec(text);
  const at = match
    ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
    : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) {
    throw new BusinessTimeError('invalid-calendar', `“${text}” is not a date such as 2026-12-25.`);
  }
  return at / DAY_MS;
}

/** `YYYY-MM-DD` of a day number. */
export function formatLocalDate(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Milliseconds from local midnight for `HH:MM`, `HH:MM:SS` or `24:00`. Throws `BusinessTimeError` otherwise. */
export function parseLocalTimeMs(text: string): number {
  const match = TIME.exec(text);
  const [hours, minutes, seconds] = [match?.[1], match?.[2], match?.[3] ?? '0'].map(Number);
  const valid =
    match !== null &&
    hours !== undefined &&
    minutes !== undefined &&
    seconds !== undefined &&
    minutes < 60 &&
    seconds < 60 &&
    (hours < 24 || (hours === 24 && minutes === 0 && seconds === 0));
  if (!valid) {
    throw new BusinessTimeError('invalid-calendar', `“${text}” is not a time such as 09:00.`);
  }
  return (hours * 60 + minutes) * MINUTE_MS + seconds * 1_000;
}

/** Place of 29 February among the days of a year. */
export const LEAP_DAY = 59;

const MONTH_DAY = /^\d{2}-\d{2}$/;

/**
 * Place of `MM-DD` in a year that has all 366 days: 0 for 01-01, 59 for 02-29, 365 for 12-31.
 * Throws `BusinessTimeError` when no year has such a day.
 */
export function parseMonthDay(text: string): number {
  const at = MONTH_DAY.test(text) ? Date.parse(`2000-${text}T00:00:00Z`) : Number.NaN;
  // Some runtimes read 02-30 as 1 March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(5, 10) !== text) {
    throw new BusinessTimeError(
      'invalid-calendar',
      `“${text}” is not a day of the year such as 12-25.`,
    );
  }
  return (at - Date.UTC(2000, 0, 1)) / DAY_MS;
}

/** Year of a day number (Gregorian, also before it was in use). */
export function yearOfDay(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** Day number of 1 January. */
export function firstDayOfYear(year: number): DayNumber {
  const leapDays =
    Math.floor((year - 1969) / 4) -
    Math.floor((year - 1901) / 100) +
    Math.floor((year - 1601) / 400);
  return 365 * (year - 1970) + leapDays;
}

function isLeapYear(year: number): boolean {
  return firstDayOfYear(year + 1) - firstDayOfYear(year) === 366;
}

/** Place of a day in a year that has all 366 days, as `parseMonthDay` counts. */
export function monthDayOf(day: DayNumber): number {
  const year = yearOfDay(day);
  const past = day - firstDayOfYear(year);
  return past < LEAP_DAY || isLeapYear(year) ? past : past + 1;
}

/** The day at a place of `parseMonthDay`; 28 February for the 29th in years that have none. */
export function dayOfMonthDay(year: number, place: number): DayNumber {
  return firstDayOfYear(year) + (place < LEAP_DAY || isLeapYear(year) ? place : place - 1);
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayIndex(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** What the zone's clocks show at an instant: day number and ms since local midnight as read off the clock. */
export type LocalTime = { readonly day: DayNumber; readonly msOfDay: number };

/** Local date and time at an instant. Throws `BusinessTimeError` for an unknown zone or an invalid date. */
export function localTimeAt(timeZone: string, at: Date): LocalTime {
  const wall = at.getTime() + offsetMsAt(timeZone, at.getTime());
  const day = Math.floor(wall / DAY_MS);
  return { day, msOfDay: wall - day * DAY_MS };
}

/** The instant of a local date and time; gaps move forward, ambiguous times are the first. */
export function instantAt(timeZone: string, day: DayNumber, msOfDay: number): Date {
  return new Date(instantOfWall(timeZone, day * DAY_MS + msOfDay));
}
