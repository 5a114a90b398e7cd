import type { Clock } from '@/lib/domain/slo';
import { clockWords, dayWords } from '@/lib/domain/words';
import { nearTime } from '../format';
import { waitIsOver } from './clock-words';

/** A zone by the name people call it: `UTC`, `Berlin`, `New York`. */
export function zoneWords(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** The time of an instant in another zone, `15:00 in Berlin`, with its day where that differs; empty when all is alike. */
export function elsewhereWords(at: Date, ownZone: string, timeZone: string, now: Date): string {
  const sameDay = dayWords(at, ownZone, now) === dayWords(at, timeZone, now);
  const clock = clockWords(at, timeZone);
  if (sameDay && clock === clockWords(at, ownZone)) return '';
  const time = sameDay ? clock : nearTime(at, timeZone, now);
  return `${time} in ${zoneWords(timeZone)}`;
}

/** When an open clock is due in the steward's zone, and in the calendar's where the two differ. */
export type DueWords = { readonly own: string; readonly elsewhere: string };

/** Null where no due time is known, or nothing is due any more. */
export function dueWords(clock: Clock, ownZone: string, now: Date): DueWords | null {
  const { dueAt, state, timeZone } = clock;
  if (dueAt === null || state === 'met') return null;
  const past = state === 'overdue' || waitIsOver(clock);
  return {
    own: `${past ? 'since' : 'by'} ${nearTime(dueAt, ownZone, now)}`,
    elsewhere: elsewhereWords(dueAt, ownZone, timeZone, now),
  };
}
