import type { Context } from './context.ts';
import type { Ticket } from './model/ticket.ts';
import { contactFor } from './people/requester.ts';
import { createTicket } from './tickets/create.ts';
import { addIncoming } from './tickets/thread.ts';

/** A mail to the support address. With `ticketId` it is an answer on that ticket. */
export type IncomingMail = {
  from: string;
  name?: string;
  subject?: string;
  body: string;
  cc?: readonly string[];
  ticketId?: number;
};

/** Lets a mail arrive: a new ticket, or an answer that reopens a waiting, resolved or closed one. */
export function receiveMail(context: Context, mail: IncomingMail): Ticket {
  const contact = contactFor(context, mail.from, mail.name);
  const cc = mail.cc ?? [];
  let ticket = mail.ticketId === undefined ? undefined : context.store.tickets.get(mail.ticketId);
  if (ticket) {
    addIncoming(context, ticket, { userId: contact.id, body: mail.body, cc });
  } else {
    ticket = createTicket(context, {
      subject: mail.subject ?? '',
      description: mail.body,
      requester_id: contact.id,
      source: 1,
      cc_emails: cc,
    });
  }
  context.publish({ type: 'ticket_updated', id: ticket.id, by: contact.name });
  return ticket;
}
