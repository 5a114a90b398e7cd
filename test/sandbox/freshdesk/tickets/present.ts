import type { Context } from '../context.ts';
import { shownCustomFields } from '../fields/form.ts';
import type { DueDates, Ticket } from '../model/ticket.ts';
import { plainText } from '../text/plain-text.ts';

/** Dates as the API shows them at this moment: the old ones until the SLA job has run. */
export function shownDues({ now }: Context, ticket: Ticket): DueDates {
  if (ticket.staleDues && now().getTime() < ticket.staleDues.untilMs) {
    return { due_by: ticket.staleDues.due_by, fr_due_by: ticket.staleDues.fr_due_by };
  }
  return { due_by: ticket.due_by, fr_due_by: ticket.fr_due_by };
}

/** An account of 2022 knows no custom statuses: such tickets show as Pending there. */
function shownStatus({ account }: Context, { status }: Ticket): number {
  return account.age === '2022' && status > 5 ? 3 : status;
}

/** Keys that every call shows. */
function core(context: Context, ticket: Ticket): Record<string, unknown> {
  return {
    cc_emails: ticket.cc_emails,
    fwd_emails: ticket.fwd_emails,
    reply_cc_emails: ticket.reply_cc_emails,
    ticket_cc_emails: ticket.cc_emails,
    ...(context.account.age === '2022' ? {} : { ticket_bcc_emails: [] }),
    fr_escalated: ticket.fr_escalated,
    spam: ticket.spam,
    email_config_id: ticket.email_config_id,
    group_id: ticket.group_id,
    priority: ticket.priority,
    requester_id: ticket.requester_id,
    responder_id: ticket.responder_id,
    source: ticket.source,
    company_id: ticket.company_id,
    status: shownStatus(context, ticket),
    subject: ticket.subject,
    support_email: ticket.support_email,
    to_emails: ticket.to_emails,
    product_id: ticket.product_id,
    id: ticket.id,
    type: ticket.type,
    ...shownDues(context, ticket),
    is_escalated: ticket.is_escalated,
    custom_fields: shownCustomFields(context.store, ticket.custom_fields),
    created_at: ticket.created_at,
    updated_at: ticket.updated_at,
    tags: ticket.tags,
    ...(ticket.deleted ? { deleted: true } : {}),
  };
}

function description({ description: html, source }: Ticket): Record<string, string> {
  return {
    description: html,
    description_text: plainText(html, source === 1 ? '\r\n' : '\n'),
  };
}

/** Keys that came with later years: sentiment since 2024, chat structures since 2025. */
function later({ account }: Context, values: Record<string, unknown>): Record<string, unknown> {
  return account.age === '2022' ? {} : values;
}

/** `GET /tickets/:id`, without embedded records (key set as recorded in 2022 and 2026). */
export function presentView(context: Context, ticket: Ticket): Record<string, unknown> {
  return {
    ...core(context, ticket),
    association_type: null,
    ...description(ticket),
    attachments: ticket.attachments,
    source_additional_info: null,
    ...later(context, {
      source_info: null,
      structured_description: null,
      sentiment_score: ticket.sentiment_score,
      initial_sentiment_score: ticket.sentiment_score,
    }),
    nr_due_by: ticket.nr_due_by,
    nr_escalated: ticket.nr_escalated,
  };
}

/** Answer to create and update: three keys fewer than the view (recorded, 2026). */
export function presentWritten(context: Context, ticket: Ticket): Record<string, unknown> {
  const {
    association_type: _association,
    initial_sentiment_score: _sentiment,
    source_additional_info: _info,
    ...rest
  } = presentView(context, ticket);
  return rest;
}

/** Row of `GET /tickets`: no description and no attachments, unless the description is asked for. */
export function presentRow(
  context: Context,
  ticket: Ticket,
  withDescription: boolean,
): Record<string, unknown> {
  return {
    ...core(context, ticket),
    association_type: null,
    associated_tickets_count: null,
    ...(withDescription ? description(ticket) : {}),
    source_additional_info: null,
    ...later(context, { source_info: null, structured_description: null }),
    nr_due_by: ticket.nr_due_by,
    nr_escalated: ticket.nr_escalated,
  };
}

/** Row of `GET /search/tickets`: with the description, without includes (recorded, 2025). */
export function presentHit(context: Context, ticket: Ticket): Record<string, unknown> {
  return {
    ...core(context, ticket),
    association_type: null,
    ...description(ticket),
    associated_tickets_count: null,
    ...later(context, { structured_description: null }),
  };
}
