import { supportEmail, type Context } from '../context.ts';
import type { Agent } from '../model/account.ts';
import type { Conversation, Ticket } from '../model/ticket.ts';
import { sanitiseBody } from '../text/sanitise.ts';
import { touch } from '../tickets/change.ts';
import { append } from '../tickets/thread.ts';

/** A ticket on its way to people outside of it. `body` is HTML and holds what is quoted. */
export type Forward = {
  agent: Agent;
  body: string;
  to: readonly string[];
  cc?: readonly string[];
  bcc?: readonly string[];
};

/**
 * Sends a ticket on: mail to third parties, in the thread a private entry with source 8 (API reference). The requester
 * gets nothing, so no response time is set and the next reply stays due. Its `category` is in no recording; 2 is what
 * private entries carry.
 */
export function addForward(context: Context, ticket: Ticket, forward: Forward): Conversation {
  const to = [...forward.to];
  const cc = [...(forward.cc ?? [])];
  const from = `Acme Support <${supportEmail(context.host)}>`;
  const conversation = append(context, ticket, {
    body: sanitiseBody(forward.body),
    incoming: false,
    private: true,
    user_id: forward.agent.id,
    source: 8,
    category: 2,
    support_email: supportEmail(context.host),
    from_email: from,
    to_emails: to,
    cc_emails: cc,
    bcc_emails: [...(forward.bcc ?? [])],
  });
  ticket.fwd_emails = [...new Set([...ticket.fwd_emails, ...to, ...cc])];
  touch(context, ticket);
  context.outbox.push({
    at: conversation.created_at,
    ticketId: ticket.id,
    from,
    to,
    cc,
    subject: /^fwd?:/i.test(ticket.subject) ? ticket.subject : `Fwd: ${ticket.subject}`,
    html: conversation.body,
    cause: 'forward',
  });
  return conversation;
}
