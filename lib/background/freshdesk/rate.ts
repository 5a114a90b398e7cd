import type { Instant } from '@/lib/contract/result';

/** What an answer says about the account's calls a minute, shared by all its agents and apps. */
export type RateState = {
  readonly remaining: number;
  readonly total: number;
  readonly at: Instant;
};

function decimal(text: string | undefined): number | null {
  if (text === undefined || !/^\s*\d+(\.\d+)?\s*$/.test(text)) return null;
  return Number.parseFloat(text);
}

/**
 * Reads `x-ratelimit-remaining` and `x-ratelimit-total`, which come as decimal text such as `187.0` (recorded answers,
 * 2026). Null when one of them is missing. Sub-limits of single calls do not show in them.
 */
export function rateOf(headers: Readonly<Record<string, string>>, now: Date): RateState | null {
  const remaining = decimal(headers['x-ratelimit-remaining']);
  const total = decimal(headers['x-ratelimit-total']);
  if (remaining === null || total === null) return null;
  return { remaining, total, at: now.toISOString() };
}

const DEFAULT_WAIT_SECONDS = 60;
/** Limits count by the minute, in old accounts by the hour: a longer wait is a mistake or malice. */
const LONGEST_WAIT_MS = 3_600_000;

function asked(text: string, now: Date): number | null {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) || date <= now.getTime() ? null : date - now.getTime();
}

/**
 * When a refused call may be tried again: `Retry-After` in seconds or as a date, an hour at most; a minute from now when
 * it is missing or unreadable, because limits count by the minute.
 */
export function retryAtOf(headers: Readonly<Record<string, string>>, now: Date): Instant {
  const waitMs = asked(headers['retry-after']?.trim() ?? '', now) ?? DEFAULT_WAIT_SECONDS * 1000;
  return new Date(now.getTime() + Math.min(waitMs, LONGEST_WAIT_MS)).toISOString();
}
