import type { TicketFacts } from '@/lib/contract/ticket';
import type { FreshdeskClient } from '../../freshdesk/client';
import type { Ticket } from '../../freshdesk/schema';
import { phaseOf, toFacts } from '../../freshdesk/to-facts';
import type { Companies } from '../companies';
import type { Form } from '../form';
import { withoutSurvey } from '../survey';

/** Threads that are looked into for one page of tickets: one call each. */
const MOST_LOOKS = 10;

/** Makes what the list keeps out of what Freshdesk answers. */
export type ToKeep = (
  client: FreshdeskClient,
  tickets: readonly Ticket[],
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

function mayBeSurvey({ status, requesterRespondedAt: said, resolvedAt }: TicketFacts): boolean {
  if (status.phase !== 'resolved' || said == null || resolvedAt == null) return false;
  return Date.parse(said) > Date.parse(resolvedAt);
}

/** Gives tickets the names that a list leaves out, and tells answers from surveys where it matters. */
export function createToKeep(deps: { readonly form: Form; readonly companies: Companies }): ToKeep {
  const { form, companies } = deps;

  return async (client, tickets) => {
    if (tickets.length === 0) return [];
    const unnamed = tickets
      .filter(({ company, status }) => company === null && phaseOf(status) !== 'closed')
      .flatMap(({ company_id: id }) => (id === null ? [] : [id]));
    const [names, communities] = [
      await form.names(client),
      unnamed.length === 0 ? {} : await companies.names(client, unnamed),
    ];
    let looks = 0;
    const kept: TicketFacts[] = [];
    for (const ticket of tickets) {
      const facts = toFacts(client.host, ticket, names);
      const { company } = facts;
      const name = ticket.company === null ? communities[String(company?.id)] : undefined;
      const named =
        company === null || name === undefined
          ? facts
          : { ...facts, company: { ...company, name } };
      if (mayBeSurvey(named) && looks < MOST_LOOKS) {
        looks += 1;
        kept.push((await withoutSurvey(client, named, null)).facts);
      } else kept.push(named);
    }
    return kept;
  };
}
