import type { TicketRef } from '@/lib/contract/ticket';
import type { Broadcast } from '../../broadcast';
import type { Pages } from '../../pages';
import type { TicketStore } from '../../storage/ticket-store';
import type { TicketCache } from '../ticket-cache';
import type { Tickets } from '../tickets';

/** Shows everywhere that a ticket is closed: the list, the sidebars, Freshdesk's own pages. */
export type ShowClosed = (ref: TicketRef) => Promise<void>;

/** Freshdesk's own refresh link appears about two seconds after a change, or not at all. */
const PAGE_REFRESH_MS = 3_500;
const CLOSED = { code: 5, label: 'Closed', phase: 'closed' } as const;

/** Doing it twice does no harm: a worker may die before it has noted that it did. */
export function createShowClosed(deps: {
  readonly store: Pick<TicketStore, 'remove'>;
  readonly cache: Pick<TicketCache, 'amend'>;
  readonly tickets: Pick<Tickets, 'written'>;
  readonly pages: Pages;
  readonly broadcast: Broadcast;
}): ShowClosed {
  const { store, cache, tickets, pages, broadcast } = deps;
  return async (ref) => {
    await store.remove(ref);
    await cache.amend(ref, (entry) => {
      // Another label may stand for the status in this account; a read brings it.
      const status = entry.facts.status.phase === 'closed' ? entry.facts.status : CLOSED;
      return { ...entry, facts: { ...entry.facts, status } };
    });
    const showing = await pages.showing(ref, null);
    for (const tab of showing)
      void pages.request(tab, 'page.refreshTicket', { ref }, PAGE_REFRESH_MS);
    if (showing.length > 0) await tickets.written(ref, {}, null);
    else broadcast('ticket', ref);
  };
}
