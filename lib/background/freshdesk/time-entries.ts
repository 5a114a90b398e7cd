import type { Result } from '@/lib/contract/result';
import { ok } from '@/lib/platform/result';
import type { Call } from './call';
import type { TimeEntryFilter, TimeEntryList } from './client-types';
import { readAllPages, uniqueById } from './pages';
import type { TimeEntry } from './schema';
import { timeEntrySchema } from './schema';

/** Most pages of 100 that are read for one sum. */
const MAX_PAGES = 20;

function fits(entry: TimeEntry, filter: TimeEntryFilter): boolean {
  const at = Date.parse(entry.executed_at);
  const { companyId, executedAfter, executedBefore } = filter;
  if (companyId !== undefined && entry.company_id !== companyId) return false;
  if (executedAfter !== undefined && at < Date.parse(executedAfter)) return false;
  return executedBefore === undefined || at <= Date.parse(executedBefore);
}

/**
 * All time entries that fit the filter. One ticket's entries come from a call of their own that knows no filter, so there
 * the filter is applied here.
 */
export async function readTimeEntries(
  call: Call,
  filter: TimeEntryFilter,
): Promise<Result<TimeEntryList>> {
  const { companyId, ticketId, executedAfter, executedBefore } = filter;
  const request =
    ticketId === undefined
      ? {
          path: '/api/v2/time_entries',
          query: {
            ...(companyId !== undefined && { company_id: companyId }),
            ...(executedAfter !== undefined && { executed_after: executedAfter }),
            ...(executedBefore !== undefined && { executed_before: executedBefore }),
          },
        }
      : { path: `/api/v2/tickets/${ticketId}/time_entries` };
  const answer = await readAllPages(call, request, timeEntrySchema, MAX_PAGES);
  if (!answer.ok) return answer;
  const rows = uniqueById(answer.value.rows);
  const entries = ticketId === undefined ? rows : rows.filter((row) => fits(row, filter));
  return ok({ entries, complete: answer.value.complete });
}

const MINUTES_AN_HOUR = 60;
const SECONDS_A_MINUTE = 60;
const MS_A_MINUTE = 60_000;

/**
 * Minutes of an entry, not rounded. Exact seconds are taken when present (since about 2022), else `hh:mm`, whose seconds
 * are cut off. While a timer runs the stored time leaves out the running part, which is added here up to `now`.
 */
export function timeEntryMinutes(entry: TimeEntry, now: Date): number {
  const [hours = 0, minutes = 0] = entry.time_spent.split(':').map(Number);
  const stored =
    entry.time_spent_in_seconds === null
      ? hours * MINUTES_AN_HOUR + minutes
      : entry.time_spent_in_seconds / SECONDS_A_MINUTE;
  if (!entry.timer_running || entry.start_time === null) return stored;
  return stored + Math.max(0, (now.getTime() - Date.parse(entry.start_time)) / MS_A_MINUTE);
}
