import type { TicketFacts, TicketRef } from '@/lib/contract/ticket';
import type { Logger } from '@/lib/platform/logger';
import type { Broadcast } from '../broadcast';
import type { TicketStore } from '../storage/ticket-store';
import type { TicketCache } from './ticket-cache';

/**
 * A cache of tickets from which the list learns: what a sidebar reads or writes is in the list at once. Nobody waits for
 * it.
 */
export function createFeedingCache(
  cache: TicketCache,
  deps: {
    readonly store: Pick<TicketStore, 'put' | 'remove'>;
    readonly broadcast: Broadcast;
    readonly logger: Logger;
  },
): TicketCache {
  const { store, broadcast, logger } = deps;

  async function learn(facts: TicketFacts): Promise<void> {
    const put = await store.put(facts.ref.host, [facts]);
    if (put.ok && put.value) broadcast('list');
  }

  async function forget(ref: TicketRef): Promise<void> {
    if (await store.remove(ref)) broadcast('list');
  }

  const quietly = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      logger.error('The list could not learn', error instanceof Error ? error.name : typeof error);
    });
  };

  return {
    read: cache.read,
    write: async (ref, entry) => {
      const kept = await cache.write(ref, entry);
      quietly(learn(kept.facts));
      return kept;
    },
    amend: async (ref, change) => {
      const kept = await cache.amend(ref, change);
      if (kept?.problem?.code === 'not-found') quietly(forget(ref));
      else if (kept?.problem === null) quietly(learn(kept.facts));
      return kept;
    },
  };
}
