import type { Result } from '@/lib/contract/result';
import type { TicketFacts, TicketRef } from '@/lib/contract/ticket';
import { fail, ok } from '@/lib/platform/result';
import type { Broadcast } from '../../broadcast';
import type { TicketStore } from '../../storage/ticket-store';
import type { Connections } from '../connection';
import { isGone, type ToKeep } from './keep';

const GONE = 'This ticket was deleted, marked as spam, or is out of your sight.';

/** Reads one ticket as it is now and keeps it; one that is gone is dropped and answers `not-found`. */
export function createReread(deps: {
  readonly store: TicketStore;
  readonly connections: Connections;
  readonly toKeep: ToKeep;
  readonly broadcast: Broadcast;
}): (ref: TicketRef) => Promise<Result<TicketFacts>> {
  const { store, connections, toKeep, broadcast } = deps;

  async function dropped(ref: TicketRef): Promise<Result<never>> {
    if (await store.remove(ref)) broadcast('list');
    return fail('not-found', GONE);
  }

  return async (ref) => {
    const client = await connections.clientFor(ref.host, null, undefined, 'list');
    if (!client.ok) return client;
    const read = await client.value.ticket(ref.id);
    if (!read.ok) {
      const { code } = read.error;
      if (code === 'not-found') return await dropped(ref);
      // A refused key and a ticket out of sight are refused alike: whoever the account still knows sees others.
      const isKnown = code === 'not-authorised' && (await client.value.me()).ok;
      return isKnown ? await dropped(ref) : read;
    }
    if (isGone(read.value)) return await dropped(ref);
    const [facts] = await toKeep(client.value, [read.value], { threads: true });
    if (facts === undefined) return fail('unexpected', GONE);
    const put = await store.put(ref.host, [facts]);
    if (!put.ok) return put;
    if (put.value) broadcast('list');
    return ok(facts);
  };
}
