import type { Company, Person, TicketFacts, TicketPhase } from '@/lib/contract/ticket';
import type { FieldNames } from './fields';
import { DEFAULT_NAMES } from './fields';
import type { Ticket } from './schema';

const RESOLVED = 4;
const CLOSED = 5;
/** Source of a ticket that an agent mailed out (public reference, 2026-01). */
const OUTBOUND_EMAIL = 10;

/** 4 is resolved and 5 closed in every account; all other codes, the account's own included, are open work. */
export function phaseOf(status: number): TicketPhase {
  if (status === RESOLVED) return 'resolved';
  return status === CLOSED ? 'closed' : 'open';
}

function nameOf(
  id: number | null,
  names: Readonly<Record<string, string>>,
  kind: string,
): string | null {
  return id === null ? null : (names[String(id)] ?? `${kind} ${id}`);
}

function requesterOf(ticket: Ticket): Person | null {
  if (ticket.requester !== null) return ticket.requester;
  return ticket.requester_id === null ? null : { id: ticket.requester_id, name: null, email: null };
}

function companyOf(ticket: Ticket): Company | null {
  if (ticket.company !== null) return ticket.company;
  return ticket.company_id === null
    ? null
    : { id: ticket.company_id, name: `Company ${ticket.company_id}` };
}

function discardedOf({ deleted, spam }: Ticket): Pick<TicketFacts, 'discarded'> {
  if (deleted) return { discarded: 'deleted' };
  return spam ? { discarded: 'spam' } : {};
}

type Moments = Pick<
  TicketFacts,
  | 'firstRespondedAt'
  | 'agentRespondedAt'
  | 'requesterRespondedAt'
  | 'resolvedAt'
  | 'closedAt'
  | 'reopenedAt'
  | 'pendingSince'
>;

/** Moments of the stats; what they leave out stays absent, which means "not known". */
function momentsOf(stats: NonNullable<Ticket['stats']>): Moments {
  return {
    ...(stats.first_responded_at !== undefined && { firstRespondedAt: stats.first_responded_at }),
    ...(stats.agent_responded_at !== undefined && { agentRespondedAt: stats.agent_responded_at }),
    ...(stats.requester_responded_at !== undefined && {
      requesterRespondedAt: stats.requester_responded_at,
    }),
    ...(stats.resolved_at !== undefined && { resolvedAt: stats.resolved_at }),
    ...(stats.closed_at !== undefined && { closedAt: stats.closed_at }),
    ...(stats.reopened_at !== undefined && { reopenedAt: stats.reopened_at }),
    ...(stats.pending_since !== undefined && { pendingSince: stats.pending_since }),
  };
}

/**
 * A ticket free of Freshdesk's field names. Names missing from `names` are shown by number (`Status 27`, `Group 90…`),
 * never as "none". Without stats (list, answer to an update) the moments stay unknown.
 */
export function toFacts(
  host: string,
  ticket: Ticket,
  names: FieldNames = DEFAULT_NAMES,
): TicketFacts {
  return {
    ref: { host, id: ticket.id },
    url: `https://${host}/a/tickets/${ticket.id}`,
    subject: ticket.subject,
    descriptionText: ticket.description_text ?? '',
    status: {
      code: ticket.status,
      label: names.statuses[String(ticket.status)] ?? `Status ${ticket.status}`,
      phase: phaseOf(ticket.status),
    },
    type: ticket.type,
    priority: ticket.priority,
    tags: ticket.tags,
    customFields: ticket.custom_fields,
    groupName: nameOf(ticket.group_id, names.groups, 'Group'),
    agentName: nameOf(ticket.responder_id, names.agents, 'Agent'),
    requester: requesterOf(ticket),
    company: companyOf(ticket),
    ccEmails: ticket.cc_emails,
    ...(ticket.source === OUTBOUND_EMAIL && { startedByTeam: true as const }),
    ...discardedOf(ticket),
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
    ...(ticket.stats !== null && momentsOf(ticket.stats)),
    freshdeskFirstResponseDueAt: ticket.fr_due_by,
    freshdeskResolutionDueAt: ticket.due_by,
  };
}
