import { localTimeAt } from './local-date';
import { clockWords, dayWords } from './words';
import { DAY_MS } from './zone';

/** Whether an instant lies on a local midnight. */
function isMidnight(at: Date, timeZone: string): boolean {
  return localTimeAt(timeZone, at).msOfDay === 0;
}

/** `14:05`, and `14:05:30` where the seconds matter. */
function preciseClock(at: Date, timeZone: string): string {
  const seconds = Math.floor((localTimeAt(timeZone, at).msOfDay % 60_000) / 1_000);
  const clock = clockWords(at, timeZone);
  return seconds === 0 ? clock : `${clock}:${String(seconds).padStart(2, '0')}`;
}

const daysBetween = (from: Date, to: Date, timeZone: string): number =>
  localTimeAt(timeZone, to).day - localTimeAt(timeZone, from).day;

/** The end of a stretch: a midnight belongs to the day that ends there, `Fri 20 Nov 24:00`. */
function endWords(to: Date, timeZone: string, now: Date): { day: string; clock: string } {
  if (!isMidnight(to, timeZone))
    return { day: dayWords(to, timeZone, now), clock: preciseClock(to, timeZone) };
  // Half a day back is the day before, also where that day has 23 or 25 hours.
  const before = new Date(to.getTime() - DAY_MS / 2);
  return { day: dayWords(before, timeZone, now), clock: '24:00' };
}

/** Whole days: `Sat 21 Nov`, `Sat 21 Nov, Sun 22 Nov`, `Thu 24 Dec – Sun 3 Jan 2027`. */
function wholeDays(from: Date, to: Date, timeZone: string, now: Date): string {
  const first = dayWords(from, timeZone, now);
  const { day: last } = endWords(to, timeZone, now);
  const count = daysBetween(from, to, timeZone);
  if (count === 1) return first;
  return count === 2 ? `${first}, ${last}` : `${first} – ${last}`;
}

/**
 * A stretch of time in the words of a zone: `Fri 20 Nov 16:00–24:00`, `Sat 21 Nov, Sun 22 Nov`, with both days when it
 * runs over midnight. A stretch that lasts (`to` is null): `since Fri 20 Nov 16:00`.
 */
export function spanWords(from: Date, to: Date | null, timeZone: string, now: Date): string {
  const start = `${dayWords(from, timeZone, now)} ${preciseClock(from, timeZone)}`;
  if (to === null) return `since ${start}`;
  if (isMidnight(from, timeZone) && isMidnight(to, timeZone) && to > from)
    return wholeDays(from, to, timeZone, now);
  const end = endWords(to, timeZone, now);
  if (end.day === dayWords(from, timeZone, now)) return `${start}–${end.clock}`;
  return `${start} – ${end.day} ${end.clock}`;
}

/** The last stretch of a sum: `Mon 23 Nov 00:00 → due 16:00`. */
export function dueSpanWords(from: Date, due: Date, timeZone: string, now: Date): string {
  const start = `${dayWords(from, timeZone, now)} ${preciseClock(from, timeZone)}`;
  const end = endWords(due, timeZone, now);
  const day = end.day === dayWords(from, timeZone, now) ? '' : `${end.day} `;
  return `${start} → due ${day}${end.clock}`;
}

/** A length to the second, so that a sum adds up: `8 h`, `7 h 59 m 30 s`, `45 s`. */
export function exactWords(minutes: number): string {
  const total = Math.round(Math.abs(minutes) * 60);
  const parts = [
    [Math.floor(total / 3600), 'h'],
    [Math.floor((total % 3600) / 60), 'm'],
    [total % 60, 's'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return words.length === 0 ? '0 m' : words.join(' ');
}
