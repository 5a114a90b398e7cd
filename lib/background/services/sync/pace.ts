import type { Failure } from '@/lib/contract/result';
import type { RateState } from '../../freshdesk/rate';
import type { SyncRecord } from '../../storage/sync-record';

/* When Freshdesk is asked, and when not. All times here are the machine's. */

export const MINUTE_MS = 60_000;
/** Nobody looks: ten readings an hour. */
export const IDLE_MS = 6 * MINUTE_MS;
/** A steward looks: open pages ask on each turn of a minute, and a press of “look now” soon after must not be for nothing. */
const ASKED_MS = 15_000;
/** A refused key is not tried again by itself, and not often when a steward asks. */
const STOPPED_MS = 10 * MINUTE_MS;
export const LONGEST_MS = 60 * MINUTE_MS;

const ms = (instant: string): number => Date.parse(instant);

/** A clock that was set back leaves times that lie ahead: none of them may hold anything up. */
function clockWasSetBack({ triedAt, nextAt }: SyncRecord, now: Date): boolean {
  if (triedAt !== null && ms(triedAt) > now.getTime() + 1_000) return true;
  return nextAt !== null && ms(nextAt) > now.getTime() + LONGEST_MS + MINUTE_MS;
}

/** When the next step is due if nobody asks for it; a moment that has passed means now. */
export function dueAt(record: SyncRecord, now: Date): Date {
  if (record.nextAt === null || clockWasSetBack(record, now)) return now;
  return new Date(record.nextAt);
}

/** Whether to ask Freshdesk now. `asked`: a steward is looking. */
export function isDue(record: SyncRecord, now: Date, asked: boolean): boolean {
  const sinceMs = record.triedAt === null ? Infinity : now.getTime() - ms(record.triedAt);
  const looked = sinceMs < 0 ? Infinity : sinceMs;
  if (record.stopped) return asked && looked >= STOPPED_MS;
  if (now >= dueAt(record, now)) return true;
  return asked && record.stage === 'complete' && looked >= ASKED_MS;
}

/** Wait after a step that failed: the usual time, doubled with each failure in a row, an hour at most. */
export function backOffMs(failures: number, loading: boolean): number {
  const first = loading ? MINUTE_MS : IDLE_MS;
  return Math.min(LONGEST_MS, first * 2 ** Math.min(failures - 1, 10));
}

/** When to try again after a failure. */
export function retryAt(problem: Failure, waitMs: number, now: Date): Date {
  const asked = problem.retryAt === undefined ? Number.NaN : ms(problem.retryAt);
  const usual = now.getTime() + waitMs;
  if (!(asked > now.getTime()) || asked > now.getTime() + LONGEST_MS) return new Date(usual);
  return new Date(problem.code === 'rate-limited' ? asked : Math.max(asked, usual));
}

type Burst = NonNullable<SyncRecord['burst']>;

/** What was read in the minute that is running; null when none is. */
function running(burst: Burst | null, now: Date): Burst | null {
  if (burst === null) return null;
  const age = now.getTime() - ms(burst.at);
  return age >= 0 && age < MINUTE_MS ? burst : null;
}

/** The same with one more page in it. */
export function counted(burst: Burst | null, now: Date): Burst {
  const before = running(burst, now);
  if (before === null) return { at: now.toISOString(), pages: 1 };
  return { ...before, pages: before.pages + 1 };
}

/**
 * Pages a minute. Lists have a limit of their own that no answer states: a tenth of all calls on the smallest plan
 * (reference, 2026-01). Half of that leaves room for another steward who begins on the same day; with statistics, at five
 * calls a page, it is a quarter of all calls.
 */
function mostPages(total: number | null): number {
  return total === null ? 4 : Math.min(30, Math.max(4, Math.floor(total / 20)));
}

/**
 * When another page may be read; null: now. None is while too little of the account's calls is left, because others work
 * with it too: a quarter for a short look, half for pages with statistics (`heavy`).
 */
export function notBefore(
  burst: Burst | null,
  rate: RateState | null,
  heavy: boolean,
  now: Date,
): Date | null {
  const rateAge = rate === null ? Infinity : now.getTime() - ms(rate.at);
  const stated = rateAge >= 0 && rateAge < MINUTE_MS ? rate : null;
  if (stated !== null && stated.remaining < stated.total / (heavy ? 2 : 4))
    return new Date(ms(stated.at) + MINUTE_MS);
  const used = running(burst, now);
  if (used === null || used.pages < mostPages(rate?.total ?? null)) return null;
  return new Date(ms(used.at) + MINUTE_MS);
}
