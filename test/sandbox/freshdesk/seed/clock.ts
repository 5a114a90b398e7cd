import type { Context } from '../context.ts';
import { HOUR_MS } from '../model/time.ts';
import { defaultHours } from '../sla/due-dates.ts';
import { subtractOpenSeconds } from '../sla/open-time.ts';

/** Moments before the start of the sandbox. */
export type SeedClock = {
  /** Wall-clock hours ago. */
  ago(hours: number): Date;
  /** Working hours ago, by the account's default hours. */
  workingHoursAgo(hours: number): Date;
  /** The context as of a moment: what happens in it is dated then, and mails nobody. */
  at(moment: Date): Context;
};

/** A clock that replays the past: seeded tickets go through the same code as live ones. */
export function createSeedClock(context: Context): SeedClock {
  const start = context.now();
  return {
    ago: (hours) => new Date(start.getTime() - hours * HOUR_MS),
    workingHoursAgo: (hours) => {
      const calendar = defaultHours(context.store);
      return calendar
        ? subtractOpenSeconds(calendar, start, hours * 3600)
        : new Date(start.getTime() - hours * HOUR_MS);
    },
    at: (moment) => ({
      ...context,
      account: { ...context.account, dueDateDelayMs: 0 },
      now: () => moment,
      outbox: [],
      publish: () => undefined,
    }),
  };
}
