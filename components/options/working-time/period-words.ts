import type { ReducedDays } from '@/lib/contract/working-time';
import { dateWords, monthDayWords } from './dates';

/** The days of a period in words: `every weekend`, `each year 25 Dec to 1 Jan`, `Mon 3 Aug to Fri 14 Aug`. */
export function periodWords(days: ReducedDays, now: Date): string {
  switch (days.kind) {
    case 'weekends':
      return 'every weekend';
    case 'yearly':
      return days.from === days.to
        ? `each year on ${monthDayWords(days.from)}`
        : `each year ${monthDayWords(days.from)} to ${monthDayWords(days.to)}`;
    default:
      return days.from === days.to
        ? dateWords(days.from, now)
        : `${dateWords(days.from, now)} to ${dateWords(days.to, now)}`;
  }
}
