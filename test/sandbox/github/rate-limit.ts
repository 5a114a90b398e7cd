/** Calls an hour with and without a token (GitHub's documentation of REST rate limits, 2026). */
export const LIMITS = { token: 5000, anonymous: 60 } as const;

const HOUR_MS = 3_600_000;

export type RateLimit = {
  /** Counts one call, unless there is none left. `reset` is in epoch seconds. */
  take(who: string, limit: number): { headers: Record<string, string>; isExhausted: boolean };
  /** Gives the last call back and states the headers anew: a 304 to a request with a token is free. */
  refund(who: string, limit: number): Record<string, string>;
};

type Window = { used: number; resetMs: number };

const headersOf = ({ used, resetMs }: Window, limit: number): Record<string, string> => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(Math.max(0, limit - used)),
  'x-ratelimit-reset': String(Math.ceil(resetMs / 1000)),
  'x-ratelimit-resource': 'core',
  'x-ratelimit-used': String(used),
});

/** One counter per sender in fixed windows of an hour from its first call. */
export const createRateLimit = (now: () => Date): RateLimit => {
  const windows = new Map<string, Window>();
  const windowOf = (who: string): Window => {
    const nowMs = now().getTime();
    const present = windows.get(who);
    if (present !== undefined && present.resetMs > nowMs) return present;
    const fresh = { used: 0, resetMs: nowMs + HOUR_MS };
    windows.set(who, fresh);
    return fresh;
  };
  return {
    take: (who, limit) => {
      const window = windowOf(who);
      const isExhausted = window.used >= limit;
      if (!isExhausted) window.used += 1;
      return { isExhausted, headers: headersOf(window, limit) };
    },
    refund: (who, limit) => {
      const window = windowOf(who);
      window.used = Math.max(0, window.used - 1);
      return headersOf(window, limit);
    },
  };
};
