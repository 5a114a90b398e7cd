import type { ClosingView } from '@/lib/contract/list';
import type { Result } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import { fail } from '@/lib/platform/result';

export const CLOSING_ALARM = 'closing';

export type Closing = {
  readonly close: (ref: TicketRef, issueUrl: string | null) => Promise<Result<ClosingView>>;
  readonly undo: (id: string) => Promise<Result<ClosingView>>;
  /** Under way, or ended a short while ago. */
  readonly views: () => Promise<readonly ClosingView[]>;
  /** Goes on with closings whose time has come or whose worker died. */
  readonly resume: () => Promise<void>;
};

export function createClosing(): Closing {
  const notBuilt = fail('unexpected', 'Not built yet.');
  return {
    close: async () => await Promise.resolve(notBuilt),
    undo: async () => await Promise.resolve(notBuilt),
    views: async () => await Promise.resolve([]),
    resume: async () => {
      await Promise.resolve();
    },
  };
}
