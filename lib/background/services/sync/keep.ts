import type { TicketFacts } from '@/lib/contract/ticket';
import { withExchange } from '../../freshdesk/exchange';
import type { FreshdeskClient } from '../../freshdesk/client';
import type { Ticket } from '../../freshdesk/schema';
import { phaseOf, toFacts } from '../../freshdesk/to-facts';
import type { TicketStore } from '../../storage/ticket-store';
import type { Companies } from '../companies';
import type { Form } from '../form';
import { withoutSurvey, withThread } from '../survey';

/** Threads that are looked into for one page of tickets: one call each. */
const MOST_LOOKS = 10;

/**
 * Makes what the list keeps out of what Freshdesk answers. `threads`: who spoke when is read for tickets whose statistics
 * could mislead; for thousands of tickets at once only where a survey could pass for an answer.
 */
export type ToKeep = (
  client: FreshdeskClient,
  tickets: readonly Ticket[],
  options: { readonly threads: boolean },
) => Promise<readonly TicketFacts[]>;

/** Deleted and spam tickets are answered like others when they are asked for by number. */
export function isGone({ deleted, spam }: Ticket): boolean {
  return deleted || spam;
}

/** The due times alone, which Freshdesk fills in or moves some time after a change, without dating the ticket anew. */
export function withDueTimes(known: TicketFacts, ticket: Ticket): TicketFacts {
  return {
    ...known,
    freshdeskFirstResponseDueAt: ticket.fr_due_by,
    freshdeskResolutionDueAt: ticket.due_by,
  };
}

/** Gives tickets the names that a list leaves out, and the course of their talk where it matters. */
export function createToKeep(deps: {
  readonly form: Form;
  readonly companies: Companies;
  readonly store: Pick<TicketStore, 'get'>;
}): ToKeep {
  const { form, companies, store } = deps;

  async function communitiesOf(client: FreshdeskClient, tickets: readonly Ticket[]) {
    const unnamed = tickets
      .filter(({ company, status }) => company === null && phaseOf(status) !== 'closed')
      .flatMap(({ company_id: id }) => (id === null ? [] : [id]));
    return unnamed.length === 0 ? {} : await companies.names(client, unnamed);
  }

  return async (client, tickets, { threads }) => {
    if (tickets.length === 0) return [];
    const names = await form.names(client);
    const communities = await communitiesOf(client, tickets);
    const look = threads ? withThread : withoutSurvey;
    let looks = 0;

    async function told(facts: TicketFacts): Promise<TicketFacts> {
      const known = await store.get(facts.ref);
      if (known?.exchange !== undefined && known.updatedAt === facts.updatedAt)
        return withExchange(facts, known.exchange);
      if (looks >= MOST_LOOKS) return facts;
      const seen = await look(client, facts, null);
      if (seen.thread !== undefined) looks += 1;
      return seen.facts;
    }

    const kept: TicketFacts[] = [];
    for (const ticket of tickets) {
      const facts = toFacts(client.host, ticket, names);
      const { company } = facts;
      const name = ticket.company === null ? communities[String(company?.id)] : undefined;
      const named =
        company === null || name === undefined
          ? facts
          : { ...facts, company: { ...company, name } };
      kept.push(await told(named));
    }
    return kept;
  };
}
