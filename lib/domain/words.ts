import { formatLocalDate, localTimeAt, weekdayIndex, type LocalTime } from './local-date';
import { DAY_MS, MINUTE_MS } from './zone';

// Own names, not Intl's: browsers disagree ("Sep", "Sept"), and the words must not change with the machine.
const WEEKDAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTH_NAMES = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Length of time without its sign, cut down to whole minutes: `28 m`, `5 h 12 m`, `24 h`. Never in days: a day of
 * working time means something else to everybody.
 */
export function durationWords(minutes: number): string {
  const whole = Math.floor(Math.abs(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} m`;
  return rest === 0 ? `${hours} h` : `${hours} h ${two(rest)} m`;
}

/** `14:05` of an instant in an IANA zone. */
export function clockWords(at: Date, timeZone: string): string {
  return clockOf(localTimeAt(timeZone, at));
}

function clockOf({ msOfDay }: LocalTime): string {
  const minutes = Math.floor(msOfDay / MINUTE_MS);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * Date and time in the given zone, as short as `now` allows: `today 14:05`, `tomorrow 09:00`, `yesterday 17:30`,
 * `Mon 16:00` within the next six days, `Mon 16 Nov 16:00`, and with the year when it is another one.
 */
export function timeWords(at: Date, timeZone: string, now: Date): string {
  const local = localTimeAt(timeZone, at);
  const today = localTimeAt(timeZone, now).day;
  const clock = clockOf(local);
  const away = local.day - today;
  if (away === 0) return `today ${clock}`;
  if (away === 1) return `tomorrow ${clock}`;
  if (away === -1) return `yesterday ${clock}`;
  const weekday = WEEKDAY_NAMES[weekdayIndex(local.day)] ?? '';
  if (away > 1 && away < 7) return `${weekday} ${clock}`;
  return `${weekday} ${dateWords(local.day, today)} ${clock}`;
}

function dateWords(day: number, today: number): string {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const words = `${date.getUTCDate()} ${MONTH_NAMES[date.getUTCMonth()] ?? ''}`;
  return year === new Date(today * DAY_MS).getUTCFullYear() ? words : `${words} ${year}`;
}

/** Day without a time of day, as in a handover: `Wed 2 Dec`, with the year when it is another one. */
export function dayWords(at: Date, timeZone: string, now: Date): string {
  const { day } = localTimeAt(timeZone, at);
  const weekday = WEEKDAY_NAMES[weekdayIndex(day)] ?? '';
  return `${weekday} ${dateWords(day, localTimeAt(timeZone, now).day)}`;
}

/** A month `YYYY-MM` in words: `Nov 2026`. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-');
  return `${MONTH_NAMES[Number(number) - 1] ?? month} ${year ?? ''}`.trim();
}

/** Instant as stewards write it in issues: `2026-11-23 14:05 UTC`. */
export function utcWords(at: Date): string {
  const { day, msOfDay } = localTimeAt('UTC', at);
  return `${formatLocalDate(day)} ${clockOf({ day, msOfDay })} UTC`;
}
