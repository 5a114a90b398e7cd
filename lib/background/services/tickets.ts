import type { Failure, Result } from '@/lib/contract/result';
import type { TicketFacts, TicketRef } from '@/lib/contract/ticket';
import type { TicketView } from '@/lib/contract/views';
import { categoryOf } from '@/lib/domain/category';
import type { Pack } from '@/lib/pack/schema';
import type { Clock } from '@/lib/platform/clock';
import { ok } from '@/lib/platform/result';
import type { Broadcast } from '../broadcast';
import { toFacts } from '../freshdesk/to-facts';
import { type Documents, initialProgress, ticketKey } from '../storage/documents';
import type { CachedTicket } from '../storage/records';
import type { Connections } from './connection';
import type { Form } from './form';
import { withThread } from './survey';
import type { TicketCache } from './ticket-cache';

export type Tickets = {
  /** From the cache at once when it is there (a refresh follows), else from Freshdesk; `refresh` waits for Freshdesk. */
  readonly view: (
    ref: TicketRef,
    options: { readonly refresh: boolean; readonly tabId: number | null },
  ) => Promise<Result<TicketView>>;
  /** What is known of the ticket, from the cache when it is there. */
  readonly facts: (ref: TicketRef, tabId: number | null) => Promise<Result<TicketFacts>>;
  /** Puts values just written into the cache and reads the ticket again, since Freshdesk moves due times afterwards. */
  readonly written: (
    ref: TicketRef,
    values: Partial<Pick<TicketFacts, 'type' | 'priority' | 'tags'>>,
    tabId: number | null,
  ) => Promise<void>;
};

export type TicketsDeps = {
  readonly cache: TicketCache;
  readonly connections: Connections;
  readonly form: Form;
  readonly documents: Pick<Documents, 'progress'>;
  readonly broadcast: Broadcast;
  readonly pack: Pack;
  readonly clock: Clock;
};

/** A ticket looked at again within this time is answered from the cache alone: the account's calls are shared. */
const FRESH_MS = 20_000;

/** Reads tickets, once for everybody who asks at the same time, and shows stale ones as stale. */
export function createTickets(deps: TicketsDeps): Tickets {
  const { cache, connections, form, documents, broadcast, pack, clock } = deps;
  /** Reads under way, so that several askers share one. */
  const loading = new Map<string, Promise<Result<CachedTicket>>>();
  /** Counts writes, so that a read begun before a write cannot bring the old values back. */
  const writes = new Map<string, number>();

  async function viewOf(entry: CachedTicket): Promise<TicketView> {
    const { facts, fetchedAt, transport } = entry;
    const progress = await documents.progress(facts.ref).read();
    const problem: Failure | null = progress.ok ? entry.problem : progress.error;
    return {
      facts,
      categoryId: categoryOf(pack, facts)?.id ?? null,
      progress: progress.ok ? progress.value : initialProgress(facts.ref),
      freshness: { fetchedAt, transport, problem },
      canWrite: await connections.canWrite(facts.ref.host),
    };
  }

  /** Data from before stays; only the outcome of the try is added. */
  async function failed(ref: TicketRef, problem: Failure): Promise<Result<CachedTicket>> {
    const triedAt = clock().toISOString();
    const stale = await cache.amend(ref, (entry) => ({ ...entry, triedAt, problem }));
    return stale === null ? { ok: false, error: problem } : ok(stale);
  }

  async function read(ref: TicketRef, tabId: number | null): Promise<Result<CachedTicket>> {
    const key = ticketKey(ref);
    const begun = writes.get(key) ?? 0;
    const client = await connections.clientFor(ref.host, tabId);
    if (!client.ok) return await failed(ref, client.error);
    const [ticket, names] = await Promise.all([
      client.value.ticket(ref.id),
      form.names(client.value),
    ]);
    if (!ticket.ok) return await failed(ref, ticket.error);
    const facts = toFacts(ref.host, ticket.value, names);
    const told = await withThread(client.value, facts, await cache.read(ref));
    if ((writes.get(key) ?? 0) !== begun) {
      const newer = await cache.read(ref);
      if (newer !== null) return ok(newer);
    }
    const now = clock().toISOString();
    const entry: CachedTicket = {
      ...told,
      fetchedAt: now,
      triedAt: now,
      transport: client.value.kind,
      problem: null,
    };
    return ok(await cache.write(ref, entry));
  }

  function load(ref: TicketRef, tabId: number | null): Promise<Result<CachedTicket>> {
    const key = ticketKey(ref);
    const running = loading.get(key);
    if (running !== undefined) return running;
    const run = read(ref, tabId).finally(() => {
      if (loading.get(key) === run) loading.delete(key);
    });
    loading.set(key, run);
    return run;
  }

  async function loadAndTell(ref: TicketRef, tabId: number | null): Promise<void> {
    try {
      await load(ref, tabId);
      broadcast('ticket', ref);
    } catch {
      // Storage failed: the next view tries again.
    }
  }

  return {
    view: async (ref, { refresh, tabId }) => {
      const cached = await cache.read(ref);
      if (cached !== null && !refresh) {
        const age = clock().getTime() - Date.parse(cached.triedAt);
        if (age >= FRESH_MS || age < 0) void loadAndTell(ref, tabId);
        return ok(await viewOf(cached));
      }
      const loaded = await load(ref, tabId);
      return loaded.ok ? ok(await viewOf(loaded.value)) : loaded;
    },
    facts: async (ref, tabId) => {
      const cached = await cache.read(ref);
      if (cached !== null) return ok(cached.facts);
      const loaded = await load(ref, tabId);
      return loaded.ok ? ok(loaded.value.facts) : loaded;
    },
    written: async (ref, values, tabId) => {
      const key = ticketKey(ref);
      writes.set(key, (writes.get(key) ?? 0) + 1);
      // A read begun before the write is of no use to anybody who asks from now on.
      loading.delete(key);
      await cache.amend(ref, (entry) => ({ ...entry, facts: { ...entry.facts, ...values } }));
      void loadAndTell(ref, tabId);
    },
  };
}
