import type { FreshdeskClient } from '../../freshdesk/client';
import type { SyncRecord } from '../../storage/sync-record';
import type { TicketStore } from '../../storage/ticket-store';
import { isGone, type ToKeep, withDueTimes } from './keep';

/** Calls an hour, at most, to find tickets that have left without a word. */
const MOST_AN_HOUR = 2;
const HOUR_MS = 3_600_000;

/** Those calls of the last hour. One that lies ahead was made while the machine's clock was wrong. */
function ofLastHour({ spare }: SyncRecord, now: Date): readonly string[] {
  return spare.filter((at) => {
    const age = now.getTime() - Date.parse(at);
    return age >= 0 && age < HOUR_MS;
  });
}

/**
 * Looks at one kept ticket, each in its turn: lists of changes name no ticket that was deleted, marked as spam or moved
 * out of the agent's sight. Answers what to remember; null: it is not time for one, or there is no ticket.
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

  async function look(client: FreshdeskClient, id: number): Promise<void> {
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
      if (full.ok) await store.put(client.host, await toKeep(client, [full.value]));
    }
  }

  return async (client, record, now) => {
    const spare = ofLastHour(record, now);
    if (spare.length >= MOST_AN_HOUR) return null;
    const ids = (await store.all(client.host)).tickets.map(({ ref }) => ref.id);
    const ahead = ids.filter((id) => id > record.checkedId);
    const next = ahead.length > 0 ? ahead : ids;
    if (next.length === 0) return null;
    const id = next.reduce((least, one) => Math.min(least, one));
    await look(client, id);
    return { checkedId: id, spare: [...spare, now.toISOString()] };
  };
}
