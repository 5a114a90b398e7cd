import type { Result } from '@/lib/contract/result';
import { readHolidays } from '@/lib/icalendar/read-holidays';
import { fail } from '@/lib/platform/result';

/** What a calendar file holds: its closed days, how many events were left out, and its own name. */
export type Found = Extract<ReturnType<typeof readHolidays>, { readonly ok: true }>['value'];

// No team's list of holidays comes near; a larger file is something else, and is not even read.
const MAX_BYTES = 8_000_000;
/** Recurring days are written out this many years ahead. */
const YEARS_AHEAD = 5;

/** Reads a chosen file: days from the first of this year on, for the next years. `today` is a local `YYYY-MM-DD`. */
export async function readHolidayFile(file: File, today: string): Promise<Result<Found>> {
  if (file.size > MAX_BYTES)
    return fail('invalid-input', `${file.name} is too large for a list of holidays.`);
  const year = Number(today.slice(0, 4));
  try {
    const text = await file.text();
    return readHolidays(text, { from: `${year}-01-01`, to: `${year + YEARS_AHEAD}-12-31` });
  } catch {
    return fail('unavailable', `${file.name} cannot be read: choose it again.`);
  }
}

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** A number of holidays in words: `1 holiday`, `12 holidays`. */
export function holidayCount(count: number): string {
  return counted(count, 'holiday', 'holidays');
}

/** What was found, in one sentence; `fresh` of the days are new. */
export function foundWords({ holidays, skipped, name }: Found, fresh: number): string {
  const where = name === null ? '' : ` in “${name}”`;
  const left =
    skipped === 0
      ? ''
      : `; ${counted(skipped, 'event is', 'events are')} left out, being no whole day`;
  return `${holidayCount(holidays.length)} found${where}, ${fresh === 0 ? 'none' : fresh} new${left}.`;
}
