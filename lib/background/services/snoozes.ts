import type { Instant, Result } from '@/lib/contract/result';
import type { Snooze } from '@/lib/contract/list';
import type { TicketRef } from '@/lib/contract/ticket';
import { fail } from '@/lib/platform/result';

export type Snoozes = {
  /** Those that have not ended. */
  readonly all: () => Promise<readonly Snooze[]>;
  readonly set: (
    ref: TicketRef,
    until: Instant | null,
  ) => Promise<Result<{ until: Instant | null }>>;
};

export function createSnoozes(): Snoozes {
  return {
    all: async () => await Promise.resolve([]),
    set: async () => await Promise.resolve(fail('unexpected', 'Not built yet.')),
  };
}
