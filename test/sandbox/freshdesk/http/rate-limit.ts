import type { SubLimit } from './call.ts';
import { MINUTE_MS } from '../model/time.ts';

/** Verdict on one call against the account's budget of the minute. */
export type Charge =
  | { allowed: true; remaining: number }
  | { allowed: false; remaining: number; retryAfterSeconds: number };

/** One budget for the whole account: all agents and apps share it, failed calls count too (API reference). */
export type RateLimit = {
  charge(cost: number, limit?: SubLimit): Charge;
  /** Forgets what was used, as when a minute has passed. */
  reset: () => void;
};

/** Sub-limits by plan, recognised by the plan's total; smaller accounts (trials) have none. */
const SUB_LIMITS: readonly { total: number; limits: Record<SubLimit, number> }[] = [
  { total: 2000, limits: subLimits(800, 800, 400, 400) },
  { total: 1000, limits: subLimits(400, 400, 300, 300) },
  { total: 700, limits: subLimits(280, 280, 200, 200) },
  { total: 400, limits: subLimits(160, 160, 100, 100) },
  { total: 200, limits: subLimits(80, 80, 20, 20) },
];

function subLimits(create: number, update: number, list: number, contacts: number) {
  return {
    'ticket-create': create,
    'ticket-update': update,
    'ticket-list': list,
    'contact-list': contacts,
  };
}

/** Counts calls in minutes that begin with the first call after a pause. */
export function createRateLimit(totalPerMinute: () => number, now: () => Date): RateLimit {
  let windowStart = Number.NEGATIVE_INFINITY;
  let used = 0;
  let usedBySubLimit = new Map<SubLimit, number>();
  const reset = () => {
    windowStart = Number.NEGATIVE_INFINITY;
    used = 0;
    usedBySubLimit = new Map();
  };
  return {
    reset,
    charge: (cost, limit) => {
      const at = now().getTime();
      if (at - windowStart >= MINUTE_MS || at < windowStart) {
        reset();
        windowStart = at;
      }
      const total = totalPerMinute();
      const retryAfterSeconds = Math.max(1, Math.ceil((windowStart + MINUTE_MS - at) / 1000));
      if (used >= total) return { allowed: false, remaining: 0, retryAfterSeconds };
      used += cost;
      const remaining = Math.max(0, total - used);
      if (limit === undefined) return { allowed: true, remaining };
      const sub = (usedBySubLimit.get(limit) ?? 0) + 1;
      usedBySubLimit.set(limit, sub);
      const most = SUB_LIMITS.find((plan) => total >= plan.total)?.limits[limit];
      if (most !== undefined && sub > most) return { allowed: false, remaining, retryAfterSeconds };
      return { allowed: true, remaining };
    },
  };
}
