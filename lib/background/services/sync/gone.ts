import type { FreshdeskClient } from '../../freshdesk/client';
import type { SyncRecord } from '../../storage/sync-record';
import type { TicketStore } from '../../storage/ticket-store';
import { isGone, type ToKeep, withDueTimes } from './keep';
import { shift } from './walk';

/** Calls an hour, at most, to find tickets that have left without a word. */
const MOST_AN_HOUR = 2;
const HOUR_MS = 3_600_000;
/** Deletions further back are found ticket by ticket. */
const WINDOW_MS = 30 * 24 * HOUR_MS;
/** What those calls are for, in turn. */
const TURNS = ['deleted', 'one ticket', 'spam', 'one ticket'] as const;

/** Those calls of the last hour. One that lies ahead was made while the machine's clock was wrong. */
function ofLastHour({ spare }: SyncRecord, now: Date): readonly string[] {
  return spare.filter((at) => {
    const age = now.getTime() - Date.parse(at);
    return age >= 0 && age < HOUR_MS;
  });
}

/**
 * Finds tickets that lists of changes do not name: deleted, marked as spam, moved out of the agent's sight. The lists of
 * deleted tickets and of spam tell soon; besides, each kept ticket is looked at in its turn. Answers what to remember;
 * null: it is not time for a look, or nothing is kept.
 */
export function createLook(deps: {
  readonly store: TicketStore;
  readonly toKeep: ToKeep;
}): (
  client: FreshdeskClient,
  record: SyncRecord,
  now: Date,
) => Promise<Partial<SyncRecord> | null> {
  const { store, toKeep } = deps;

  async function lookAt(client: FreshdeskClient, id: number): Promise<void> {
    const ref = { host: client.host, id };
    const read = await client.bareTicket(id);
    if (!read.ok) {
      // Freshdesk has just listed tickets for this agent, so it is this one that is out of reach.
      const { code } = read.error;
      if (code === 'not-found' || code === 'not-authorised') await store.remove(ref);
      return;
    }
    const known = await store.get(ref);
    if (isGone(read.value)) await store.remove(ref);
    else if (known?.updatedAt === read.value.updated_at)
      await store.put(client.host, [withDueTimes(known, read.value)]);
    else {
      const full = await client.ticket(id);
      if (full.ok)
        await store.put(client.host, await toKeep(client, [full.value], { threads: true }));
    }
  }

  async function dropGone(
    client: FreshdeskClient,
    how: 'deleted' | 'spam',
    cursor: string,
  ): Promise<void> {
    const gone = await client.goneTickets(how, shift(cursor, -WINDOW_MS));
    if (!gone.ok) return;
    for (const id of gone.value) await store.remove({ host: client.host, id });
  }

  return async (client, record, now) => {
    const spare = ofLastHour(record, now);
    const { cursor, checkedId, turn } = record;
    if (spare.length >= MOST_AN_HOUR || cursor === null) return null;
    const ids = (await store.all(client.host)).tickets.map(({ ref }) => ref.id);
    const ahead = ids.filter((id) => id > checkedId);
    const next = ahead.length > 0 ? ahead : ids;
    if (next.length === 0) return null;
    const made = { spare: [...spare, now.toISOString()], turn: turn + 1 };
    const what = TURNS[turn % TURNS.length] ?? 'one ticket';
    if (what !== 'one ticket') {
      await dropGone(client, what, cursor);
      return made;
    }
    const id = next.reduce((least, one) => Math.min(least, one));
    await lookAt(client, id);
    return { ...made, checkedId: id };
  };
}
