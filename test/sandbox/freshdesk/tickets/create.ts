import { supportEmail, type Context } from '../context.ts';
import { PRODUCT } from '../fields/present.ts';
import type { Ticket } from '../model/ticket.ts';
import { iso } from '../model/time.ts';
import { sanitiseBody } from '../text/sanitise.ts';
import { recomputeDues, touch, type TicketChanges } from './change.ts';

/** What a new ticket starts from; everything else has the account's defaults. */
export type NewTicket = Omit<TicketChanges, 'requester_id'> & {
  requester_id: number;
  id?: number;
  cc_emails?: readonly string[];
};

/** Mail through which tickets reach the account. */
const EMAIL_CONFIG_ID = 90_000_000_101;

/** Makes a ticket: status Open, priority Low, source Portal unless said otherwise (API reference, create). */
export function createTicket(context: Context, input: NewTicket): Ticket {
  const { store, now, host } = context;
  const at = iso(now());
  const source = input.source ?? 2;
  const cc = [...(input.cc_emails ?? [])];
  const ticket: Ticket = {
    id: input.id ?? store.nextId('ticket'),
    subject: input.subject ?? '',
    description: sanitiseBody(input.description ?? ''),
    status: input.status ?? 2,
    priority: input.priority ?? 1,
    source,
    type: input.type ?? null,
    requester_id: input.requester_id,
    responder_id: input.responder_id ?? null,
    group_id: input.group_id ?? null,
    company_id: input.company_id ?? store.contacts.get(input.requester_id)?.company_id ?? null,
    product_id: input.product_id ?? PRODUCT.id,
    email_config_id: input.email_config_id ?? (source === 1 ? EMAIL_CONFIG_ID : null),
    cc_emails: cc,
    fwd_emails: [],
    reply_cc_emails: [...cc],
    to_emails: source === 1 ? [supportEmail(host)] : null,
    support_email: source === 1 ? supportEmail(host) : null,
    spam: false,
    deleted: false,
    tags: [...(input.tags ?? [])],
    custom_fields: { ...input.custom_fields },
    attachments: [],
    due_by: null,
    fr_due_by: null,
    nr_due_by: null,
    is_escalated: false,
    fr_escalated: false,
    nr_escalated: false,
    sentiment_score: null,
    created_at: at,
    updated_at: at,
    stats: {
      agent_responded_at: null,
      requester_responded_at: null,
      first_responded_at: null,
      status_updated_at: at,
      reopened_at: null,
      resolved_at: input.status === 4 || input.status === 5 ? at : null,
      closed_at: input.status === 5 ? at : null,
      pending_since: input.status === 3 ? at : null,
    },
    watcher_ids: [],
    pausedOpenSeconds: 0,
    staleDues: null,
  };
  store.tickets.set(ticket.id, ticket);
  recomputeDues(context, ticket);
  if (input.due_by !== undefined) ticket.due_by = input.due_by;
  if (input.fr_due_by !== undefined) ticket.fr_due_by = input.fr_due_by;
  touch(context, ticket);
  return ticket;
}
