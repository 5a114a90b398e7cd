import { formatLocalDate, localTimeAt } from '@/lib/domain/local-date';
import { dayWords } from '@/lib/domain/words';

/** Local date (`YYYY-MM-DD`) in an IANA zone. */
export function dateAt(at: Date, timeZone: string): string {
  return formatLocalDate(localTimeAt(timeZone, at).day);
}

/** A local date in words, `Fri 25 Dec`; with the year when it is another one than now. */
export function dateWords(date: string, now: Date): string {
  return dayWords(new Date(`${date}T00:00:00Z`), 'UTC', now);
}

/** A day of each year (`MM-DD`) in words: `25 Dec`. */
export function monthDayWords(monthDay: string): string {
  const [month, day] = monthDay.split('-').map(Number);
  return `${day ?? ''} ${MONTHS[(month ?? 1) - 1] ?? ''}`;
}

export const MONTHS: readonly string[] = [
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
];

/** True for a `YYYY-MM-DD` that exists, from 2000 on. */
export { isShiftDay as isDate } from '../fields';
