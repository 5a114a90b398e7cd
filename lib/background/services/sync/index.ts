import type { Result } from '@/lib/contract/result';
import type { TicketFacts, TicketRef } from '@/lib/contract/ticket';
import type { SyncState } from '@/lib/contract/list';
import { fail } from '@/lib/platform/result';
import { initialSync } from '../../storage/list-records';

export const SYNC_ALARM = 'sync';

export type Sync = {
  readonly state: (host: string) => Promise<SyncState>;
  /** One step: what changed since the last, or the next part of the first load. `asked`: a steward is looking. */
  readonly run: (options: { readonly asked: boolean }) => Promise<SyncState>;
  /** Reads one ticket with its stats and keeps it; a ticket that is gone is dropped. */
  readonly reread: (ref: TicketRef) => Promise<Result<TicketFacts>>;
  /** Sets the alarm for the next step when none is set. */
  readonly schedule: () => Promise<void>;
};

export function createSync(): Sync {
  const { stage, read, lastAt, nextAt, problem } = initialSync;
  const state: SyncState = { stage, read, fraction: null, through: null, lastAt, nextAt, problem };
  return {
    state: async () => await Promise.resolve(state),
    run: async () => await Promise.resolve(state),
    reread: async () => await Promise.resolve(fail('not-found', 'Not built yet.')),
    schedule: async () => {
      await Promise.resolve();
    },
  };
}
