import type { ListTicket, ListView } from '@/lib/contract/list';
import type { Result } from '@/lib/contract/result';
import { categoryOf } from '@/lib/domain/category';
import type { Pack } from '@/lib/pack/schema';
import { fail, ok } from '@/lib/platform/result';
import { type Documents, initialProgress } from '../storage/documents';
import type { TicketStore } from '../storage/ticket-store';
import { type Account, NO_ACCOUNT } from './account';
import type { Closing } from './closing';
import type { Companies } from './companies';
import type { Connections } from './connection';
import type { Snoozes } from './snoozes';
import type { Sync } from './sync';

/** All open and resolved tickets of an account as last read; asks Freshdesk for nothing. */
export type ListTickets = (host: string) => Promise<readonly ListTicket[]>;

export type List = { readonly view: () => Promise<Result<ListView>> };

/** Puts together what is known of each ticket: Freshdesk's facts, its category, what stewards noted. */
export function createListTickets(deps: {
  readonly store: Pick<TicketStore, 'all'>;
  readonly documents: Pick<Documents, 'progressOf'>;
  readonly companies: Pick<Companies, 'known'>;
  readonly pack: Pack;
}): ListTickets {
  const { store, documents, companies, pack } = deps;
  return async (host) => {
    const [{ tickets }, progress, names] = await Promise.all([
      store.all(host),
      documents.progressOf(host),
      companies.known(host),
    ]);
    return tickets.map((stored) => {
      const name = names[String(stored.company?.id)];
      // A community that was renamed has its new name here before its tickets are read again.
      const facts =
        stored.company === null || name === undefined || name === stored.company.name
          ? stored
          : { ...stored, company: { ...stored.company, name } };
      return {
        facts,
        categoryId: categoryOf(pack, facts)?.id ?? null,
        progress: progress.get(facts.ref.id) ?? initialProgress(facts.ref),
      };
    });
  };
}

/** Everything the list shows, from what is stored. */
export function createList(deps: {
  readonly account: Account;
  readonly listTickets: ListTickets;
  readonly snoozes: Pick<Snoozes, 'all'>;
  readonly closing: Pick<Closing, 'views'>;
  readonly sync: Pick<Sync, 'state'>;
  readonly connections: Pick<Connections, 'canWrite'>;
  readonly documents: Pick<Documents, 'secrets'>;
}): List {
  const { account, listTickets, snoozes, closing, sync, connections, documents } = deps;
  return {
    view: async () => {
      const host = await account.host();
      if (host === null) return fail('not-configured', NO_ACCOUNT);
      const [tickets, asleep, closings, state, canWrite, secrets] = await Promise.all([
        listTickets(host),
        snoozes.all(),
        closing.views(),
        sync.state(host),
        connections.canWrite(host),
        documents.secrets.read(),
      ]);
      return ok({
        host,
        tickets,
        snoozes: asleep.filter(({ ref }) => ref.host === host),
        closings: closings.filter(({ ref }) => ref.host === host),
        sync: state,
        canWrite,
        canCloseIssues: secrets.ok && secrets.value.github !== null,
      });
    },
  };
}
