import type { Clock } from '@/lib/platform/clock';

export type Precision = 'minute' | 'second';

/** One source of the present for the whole page, so that every clock on it changes at the same moment. */
export type Ticker = {
  readonly now: () => Date;
  readonly subscribe: (precision: Precision, listener: () => void) => () => void;
};

export type TickerPage = Pick<
  Document,
  'visibilityState' | 'addEventListener' | 'removeEventListener'
>;

const STEP_MS: Record<Precision, number> = { minute: 60_000, second: 1_000 };

/**
 * Ticks on the turn of the minute (of the second while anybody needs seconds), and not at all while the page is hidden
 * or nobody listens. Coming back into view ticks at once.
 */
export function createTicker(clock: Clock, page: TickerPage): Ticker {
  const listeners = new Map<() => void, Precision>();
  let now = clock();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  const schedule = (): void => {
    stop();
    if (listeners.size === 0 || page.visibilityState === 'hidden') return;
    const seconds = [...listeners.values()].includes('second');
    const stepMs = STEP_MS[seconds ? 'second' : 'minute'];
    // A few milliseconds late rather than early: an early timer would show the old minute for a whole one.
    const waitMs = stepMs - (clock().getTime() % stepMs) + 5;
    timer = setTimeout(tick, waitMs);
  };

  const tick = (): void => {
    const before = now;
    now = clock();
    const turnedMinute =
      Math.floor(before.getTime() / STEP_MS.minute) !== Math.floor(now.getTime() / STEP_MS.minute);
    for (const [listener, precision] of listeners) {
      if (precision === 'second' || turnedMinute) listener();
    }
    schedule();
  };

  const onVisibility = (): void => {
    if (page.visibilityState === 'hidden') stop();
    else tick();
  };

  return {
    now: () => now,
    subscribe: (precision, listener) => {
      // Each subscription is its own entry, even when two share one function.
      const entry = (): void => listener();
      if (listeners.size === 0) {
        page.addEventListener('visibilitychange', onVisibility);
        now = clock();
      }
      listeners.set(entry, precision);
      schedule();
      return () => {
        listeners.delete(entry);
        if (listeners.size === 0) page.removeEventListener('visibilitychange', onVisibility);
        schedule();
      };
    },
  };
}
