import type { Result } from '@/lib/contract/result';
import type { TicketFacts, TicketRef } from '@/lib/contract/ticket';
import { fail, ok } from '@/lib/platform/result';
import type { StorageArea } from './area';
import { createKeyedQueue } from './queue';
import {
  clipped,
  damageKey,
  readShard,
  sameFacts,
  shardKey,
  shardOf,
  shardPrefix,
} from './ticket-shards';

/** Every open and resolved ticket of an account, without its first message. Closed, deleted and spam ones are dropped. */
export type TicketStore = {
  /** `damaged`: something stored could not be read, so that tickets may be missing until all are read again. */
  readonly all: (
    host: string,
  ) => Promise<{ readonly tickets: readonly TicketFacts[]; readonly damaged: boolean }>;
  readonly get: (ref: TicketRef) => Promise<TicketFacts | null>;
  /**
   * Keeps these as they are now; closed, deleted and spam ones are removed. Facts older than those kept change nothing. Answers whether
   * anything is different now.
   */
  readonly put: (host: string, tickets: readonly TicketFacts[]) => Promise<Result<boolean>>;
  /** Answers whether it was there. */
  readonly remove: (ref: TicketRef) => Promise<boolean>;
  readonly clear: (host: string) => Promise<void>;
  /** Lets go of what cannot be read; to be called once all tickets are about to be read again. */
  readonly mend: (host: string) => Promise<void>;
};

type Kept = {
  readonly byId: Map<number, TicketFacts>;
  /** Keys of shards that cannot be read. */
  readonly broken: Set<string>;
  damaged: boolean;
  /** The tickets as one list, the same one until something changes. */
  list: readonly TicketFacts[] | null;
};

const NO_ROOM =
  'The browser has no room left for the list of tickets: free some disk space; nothing was lost.';

/** What a thread says better than Freshdesk's statistics. */
const TOLD_BY_THREAD = ['firstRespondedAt', 'agentRespondedAt', 'requesterRespondedAt'] as const;

/** What is newer: of the same state, what its thread told stays known. */
function merged(known: TicketFacts | undefined, next: TicketFacts): TicketFacts {
  if (known === undefined) return next;
  const [before, after] = [Date.parse(known.updatedAt), Date.parse(next.updatedAt)];
  if (after < before) return known;
  const { exchange } = known;
  if (after > before || exchange === undefined || next.exchange !== undefined) return next;
  const moments = TOLD_BY_THREAD.flatMap((moment) =>
    known[moment] === undefined ? [] : [[moment, known[moment]] as const],
  );
  return { ...next, exchange, ...Object.fromEntries(moments) };
}

/**
 * The tickets of the list in storage. They are read from there once in a worker's life; every change is written before
 * it counts.
 */
export function createTicketStore(deps: { readonly area: StorageArea }): TicketStore {
  const { area } = deps;
  const queue = createKeyedQueue();
  const hosts = new Map<string, Kept>();

  async function load(host: string): Promise<Kept> {
    const prefix = shardPrefix(host);
    const keys = (await area.keys()).filter((key) => key.startsWith(prefix));
    const stored = await area.getMany([...keys, damageKey(host)]);
    const kept: Kept = {
      byId: new Map(),
      broken: new Set(),
      damaged: stored[damageKey(host)] === true,
      list: null,
    };
    for (const key of keys) {
      const tickets = readShard(stored[key]);
      if (tickets === null) kept.broken.add(key);
      else for (const facts of tickets) kept.byId.set(facts.ref.id, facts);
    }
    if (kept.broken.size > 0) kept.damaged = true;
    return kept;
  }

  async function keptOf(host: string): Promise<Kept> {
    const known = hosts.get(host);
    if (known !== undefined) return known;
    const kept = await load(host);
    hosts.set(host, kept);
    return kept;
  }

  /** Writes what a change leaves of each shard it touches; in memory it counts only then. */
  async function write(
    host: string,
    kept: Kept,
    changes: ReadonlyMap<number, TicketFacts | null>,
  ): Promise<void> {
    const touched = new Map<string, Map<number, TicketFacts>>();
    for (const id of changes.keys()) touched.set(shardKey(host, id), new Map());
    for (const [id, facts] of kept.byId) touched.get(shardKey(host, id))?.set(id, facts);
    for (const [id, facts] of changes) {
      const shard = touched.get(shardKey(host, id));
      if (facts === null) shard?.delete(id);
      else shard?.set(id, facts);
    }
    const entries = [...touched];
    const full = entries.filter(([, shard]) => shard.size > 0);
    const empty = entries.filter(([, shard]) => shard.size === 0);
    const values = full.map(([key, shard]) => [key, shardOf([...shard.values()])] as const);
    // That something cannot be read must still be known when it has been written over.
    const damage = entries.some(([key]) => kept.broken.has(key)) ? { [damageKey(host)]: true } : {};
    await area.setMany({ ...Object.fromEntries(values), ...damage });
    await area.remove(empty.map(([key]) => key));
    for (const [key] of entries) kept.broken.delete(key);
    for (const [id, facts] of changes)
      if (facts === null) kept.byId.delete(id);
      else kept.byId.set(id, facts);
    kept.list = null;
  }

  async function put(host: string, tickets: readonly TicketFacts[]): Promise<Result<boolean>> {
    const kept = await keptOf(host);
    const changes = new Map<number, TicketFacts | null>();
    for (const facts of tickets) {
      const { id } = facts.ref;
      const known = changes.get(id) ?? kept.byId.get(id);
      const next = merged(known, clipped(facts));
      if (next.status.phase === 'closed' || next.discarded !== undefined) {
        if (kept.byId.has(id)) changes.set(id, null);
        else changes.delete(id);
      } else if (known === undefined || !sameFacts(known, next)) changes.set(id, next);
    }
    if (changes.size === 0) return ok(false);
    try {
      await write(host, kept, changes);
      return ok(true);
    } catch {
      // What storage holds now is read anew: half of the change may be there.
      hosts.delete(host);
      return fail('unexpected', NO_ROOM);
    }
  }

  return {
    all: async (host) =>
      await queue(host, async () => {
        const kept = await keptOf(host);
        kept.list ??= [...kept.byId.values()];
        return { tickets: kept.list, damaged: kept.damaged };
      }),
    get: async (ref) =>
      await queue(ref.host, async () => (await keptOf(ref.host)).byId.get(ref.id) ?? null),
    put: async (host, tickets) => await queue(host, async () => await put(host, tickets)),
    remove: async (ref) =>
      await queue(ref.host, async () => {
        const kept = await keptOf(ref.host);
        if (!kept.byId.has(ref.id)) return false;
        try {
          await write(ref.host, kept, new Map([[ref.id, null]]));
          return true;
        } catch {
          hosts.delete(ref.host);
          return false;
        }
      }),
    clear: async (host) => {
      await queue(host, async () => {
        const keys = (await area.keys()).filter((key) => key.startsWith(shardPrefix(host)));
        await area.remove([...keys, damageKey(host)]);
        hosts.delete(host);
      });
    },
    mend: async (host) => {
      await queue(host, async () => {
        const kept = await keptOf(host);
        await area.remove([...kept.broken, damageKey(host)]);
        kept.broken.clear();
        kept.damaged = false;
      });
    },
  };
}
