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

/**
 * When a refused call may be tried again: `Retry-After` in seconds or as a date; a minute from now when it is missing or
 * unreadable, because limits count by the minute.
 */
export function retryAtOf(headers: Readonly<Record<string, string>>, now: Date): Instant {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^\d+$/.test(text)) return new Date(now.getTime() + Number(text) * 1000).toISOString();
  const date = Date.parse(text);
  if (!Number.isNaN(date) && date > now.getTime()) return new Date(date).toISOString();
  return new Date(now.getTime() + DEFAULT_WAIT_SECONDS * 1000).toISOString();
}
