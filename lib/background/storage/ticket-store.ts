import type { Result } from '@/lib/contract/result';
import type { TicketFacts, TicketRef } from '@/lib/contract/ticket';
import { ok } from '@/lib/platform/result';

/** Every open and resolved ticket of an account, without its first message. Closed ones are dropped. */
export type TicketStore = {
  /** `damaged`: something stored could not be read, so that tickets may be missing until all are read again. */
  readonly all: (
    host: string,
  ) => Promise<{ readonly tickets: readonly TicketFacts[]; readonly damaged: boolean }>;
  readonly get: (ref: TicketRef) => Promise<TicketFacts | null>;
  /** Keeps these as they are now; closed ones are removed. */
  readonly put: (host: string, tickets: readonly TicketFacts[]) => Promise<Result<unknown>>;
  readonly remove: (ref: TicketRef) => Promise<void>;
  readonly clear: (host: string) => Promise<void>;
};

export function createTicketStore(): TicketStore {
  return {
    all: async () => await Promise.resolve({ tickets: [], damaged: false }),
    get: async () => await Promise.resolve(null),
    put: async () => await Promise.resolve(ok(true)),
    remove: async () => {
      await Promise.resolve();
    },
    clear: async () => {
      await Promise.resolve();
    },
  };
}
