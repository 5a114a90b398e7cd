import type { CallHour } from '@/lib/contract/list';
import type { Clock } from '@/lib/platform/clock';
import { type RateState, rateOf } from '../freshdesk/rate';
import type { Documents } from '../storage/documents';

/** What a call is for: keeping the list of tickets up to date, or anything else. */
export type CallPurpose = 'list' | 'other';

/** An answer as far as counting goes; null: there was none. */
type CountedAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
} | null;

export type Calls = {
  readonly count: (host: string, purpose: CallPurpose, answer: CountedAnswer) => Promise<void>;
  /** The last 48 hours in which there were calls, oldest first. */
  readonly hours: (host: string) => Promise<readonly CallHour[]>;
  /** The account's calls a minute as last stated. */
  readonly rate: (host: string) => Promise<RateState | null>;
};

const HOUR_MS = 3_600_000;
const KEEP_HOURS = 48;

function costOf(answer: CountedAnswer): number {
  const stated = answer?.headers['x-ratelimit-used-currentrequest'];
  return stated !== undefined && /^\d+(\.\d+)?$/.test(stated) ? Number.parseFloat(stated) : 1;
}

/** Counts calls to Freshdesk by clock hour (UTC): its limit is shared by everybody who uses the account. */
export function createCalls(deps: {
  readonly documents: Pick<Documents, 'calls' | 'rates'>;
  readonly clock: Clock;
}): Calls {
  const { documents, clock } = deps;
  const startOf = (at: Date): string =>
    new Date(at.getTime() - (at.getTime() % HOUR_MS)).toISOString();

  return {
    count: async (host, purpose, answer) => {
      const now = clock();
      const hour = startOf(now);
      const oldest = startOf(new Date(now.getTime() - (KEEP_HOURS - 1) * HOUR_MS));
      await documents.calls.update((all) => {
        const none = { host, hour, list: 0, other: 0, cost: 0, refused: 0 };
        const isThis = (one: typeof none) => one.host === host && one.hour === hour;
        const before = all.find(isThis) ?? none;
        const counted = {
          ...before,
          [purpose]: before[purpose] + 1,
          cost: before.cost + costOf(answer),
          refused: before.refused + (answer?.status === 429 ? 1 : 0),
        };
        // Hours ahead of now were counted while the machine's clock was wrong.
        const kept = all.filter((one) => !isThis(one) && one.hour >= oldest && one.hour <= hour);
        return [...kept, counted];
      });
      const rate = answer === null ? null : rateOf(answer.headers, now);
      if (rate !== null) await documents.rates.update((all) => ({ ...all, [host]: rate }));
    },
    hours: async (host) => {
      const all = await documents.calls.read();
      const own = all.ok ? all.value.filter((one) => one.host === host) : [];
      return own
        .map(({ hour, list, other, cost, refused }) => ({ hour, list, other, cost, refused }))
        .toSorted((a, b) => Date.parse(a.hour) - Date.parse(b.hour));
    },
    rate: async (host) => {
      const all = await documents.rates.read();
      return (all.ok ? all.value[host] : undefined) ?? null;
    },
  };
}
