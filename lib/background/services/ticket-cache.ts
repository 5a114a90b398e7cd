import type { TicketRef } from '@/lib/contract/ticket';
import type { Clock } from '@/lib/platform/clock';
import { type Documents, ticketKey } from '../storage/documents';
import type { CachedTicket } from '../storage/records';

export type TicketCache = {
  readonly read: (ref: TicketRef) => Promise<CachedTicket | null>;
  /** Answers the entry as it is kept. */
  readonly write: (ref: TicketRef, entry: CachedTicket) => Promise<CachedTicket>;
  /** Changes an entry when there is one; null from `change` leaves it. */
  readonly amend: (
    ref: TicketRef,
    change: (entry: CachedTicket) => CachedTicket,
  ) => Promise<CachedTicket | null>;
};

const KEEP_MOST = 60;
const KEEP_MS = 14 * 24 * 3_600_000;
/** A mail can be megabytes long; the sidebar shows its beginning, issues quote less. */
const TEXT_MOST = 20_000;
const FIELD_MOST = 2_000;

function clipped(entry: CachedTicket): CachedTicket {
  const { descriptionText, customFields } = entry.facts;
  const fields = Object.entries(customFields).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.slice(0, FIELD_MOST) : value,
  ]);
  return {
    ...entry,
    facts: {
      ...entry.facts,
      descriptionText: descriptionText.slice(0, TEXT_MOST),
      customFields: Object.fromEntries(fields),
    },
  };
}

/** Tickets as last read, at most 60 and none older than two weeks: a sidebar opens at once with what is known. */
export function createTicketCache(deps: {
  readonly documents: Pick<Documents, 'ticket' | 'ticketIndex'>;
  readonly clock: Clock;
}): TicketCache {
  const { documents, clock } = deps;

  async function remember(key: string): Promise<void> {
    const now = clock();
    const oldest = new Date(now.getTime() - KEEP_MS).toISOString();
    let gone: readonly string[] = [];
    await documents.ticketIndex.update((index) => {
      const entries = Object.entries({ ...index, [key]: now.toISOString() })
        .sort(([, a], [, b]) => b.localeCompare(a))
        .filter(([, usedAt], place) => place < KEEP_MOST && usedAt >= oldest);
      const kept = Object.fromEntries(entries);
      gone = Object.keys(index).filter((other) => !(other in kept));
      return kept;
    });
    for (const other of gone) await documents.ticket(other).remove();
  }

  return {
    read: async (ref) => {
      const entry = await documents.ticket(ticketKey(ref)).read();
      return entry.ok ? entry.value : null;
    },
    write: async (ref, entry) => {
      const kept = clipped(entry);
      await documents.ticket(ticketKey(ref)).replace(kept);
      await remember(ticketKey(ref));
      return kept;
    },
    amend: async (ref, change) => {
      const changed = await documents
        .ticket(ticketKey(ref))
        .update((entry) => (entry === null ? null : change(entry)));
      return changed.ok ? changed.value : null;
    },
  };
}
