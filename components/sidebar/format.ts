import { clockWords, dayWords, timeWords } from '@/lib/domain/words';
import type { Category } from '@/lib/pack/schema';
import type { TicketPriority } from '@/lib/contract/ticket';

const PRIORITIES: Record<TicketPriority, string> = {
  1: 'Low',
  2: 'Medium',
  3: 'High',
  4: 'Urgent',
};

/** Freshdesk's word for a priority. */
export function priorityWord(priority: TicketPriority): string {
  return PRIORITIES[priority];
}

/** Local day and time with the date, `Wed 2 Dec 14:05`, for sums and shifts where "tomorrow" would be too vague. */
export function dayTime(at: Date, timeZone: string, now: Date): string {
  return `${dayWords(at, timeZone, now)} ${clockWords(at, timeZone)}`;
}

/** `14:05` for today in that zone, else with its day: `yesterday 14:05`, `Mon 16:00`. */
export function nearTime(at: Date, timeZone: string, now: Date): string {
  return timeWords(at, timeZone, now).replace(/^today /u, '');
}

/** Seconds as `12:05`, from a length in milliseconds; never below zero. */
export function minutesSeconds(lengthMs: number): string {
  const total = Math.max(0, Math.floor(lengthMs / 1000));
  return `${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`;
}

/** Minutes as hours with one decimal, `2.1`. */
export function hoursWords(minutes: number): string {
  return (Math.round(minutes / 6) / 10).toLocaleString('en', { maximumFractionDigits: 1 });
}

/** What choosing a category writes, in words: "type Incident, priority Urgent and tag outage". */
export function changeWords(set: Category['set']): string {
  const parts = [
    set.type !== undefined && `type ${set.type}`,
    set.priority !== undefined && `priority ${priorityWord(set.priority)}`,
    set.tags !== undefined &&
      set.tags.length > 0 &&
      `${set.tags.length === 1 ? 'tag' : 'tags'} ${set.tags.join(', ')}`,
  ].filter((part) => part !== false);
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** Initials of a name for its avatar: "Ana Ruiz" gives AR, "Bo" gives BO. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters =
    words.length > 1 ? words.map((word) => Array.from(word)[0] ?? '') : Array.from(words[0] ?? '');
  return letters.slice(0, 2).join('').toUpperCase();
}
