import { supportEmail, type Context } from '../context.ts';
import type { Agent } from '../model/account.ts';
import type { Conversation, Ticket } from '../model/ticket.ts';
import { iso } from '../model/time.ts';
import { nextReplyDue } from '../sla/due-dates.ts';
import { sanitiseBody } from '../text/sanitise.ts';
import { applyChanges, touch } from './change.ts';

const REOPENED_BY_MAIL = new Set([3, 4, 5, 6]);

/** Puts an entry at the end of a ticket's thread; what it does to the ticket is the caller's. */
export function append(
  { store, now }: Context,
  ticket: Ticket,
  entry: Pick<Conversation, 'body' | 'incoming' | 'private' | 'user_id' | 'source' | 'category'> &
    Partial<Conversation>,
): Conversation {
  const at = iso(now());
  const conversation: Conversation = {
    id: store.nextId('other'),
    ticket_id: ticket.id,
    support_email: null,
    from_email: null,
    to_emails: [],
    cc_emails: [],
    bcc_emails: null,
    attachments: [],
    created_at: at,
    updated_at: at,
    last_edited_at: null,
    last_edited_user_id: null,
    ...entry,
  };
  store.conversations.set(conversation.id, conversation);
  return conversation;
}

/** A reply on its way out. `status` moves the ticket as "Send and set as" does; absent: it stays as it is. */
export type Reply = {
  agent: Agent;
  body: string;
  cc?: readonly string[];
  bcc?: readonly string[];
  fromEmail?: string;
};

/** Sends a public reply: mail at once, response times set, status left alone. */
export function addReply(context: Context, ticket: Ticket, reply: Reply): Conversation {
  const { store, outbox, now, host } = context;
  const at = iso(now());
  const requester = store.contacts.get(ticket.requester_id);
  const to = requester ? [requester.email] : [];
  const cc = [...(reply.cc ?? [])];
  const from = reply.fromEmail ?? `Acme Support <${supportEmail(host)}>`;
  const conversation = append(context, ticket, {
    body: sanitiseBody(reply.body),
    incoming: false,
    private: false,
    user_id: reply.agent.id,
    source: 0,
    category: 3,
    support_email: supportEmail(host),
    from_email: from,
    to_emails: to,
    cc_emails: cc,
    bcc_emails: [...(reply.bcc ?? [])],
  });
  ticket.stats.first_responded_at ??= at;
  ticket.stats.agent_responded_at = at;
  ticket.nr_due_by = null;
  ticket.reply_cc_emails = [...new Set([...ticket.reply_cc_emails, ...cc])];
  touch(context, ticket);
  const subject = /^re:/i.test(ticket.subject) ? ticket.subject : `Re: ${ticket.subject}`;
  outbox.push({
    at,
    ticketId: ticket.id,
    from,
    to,
    cc,
    subject,
    html: conversation.body,
    cause: 'reply',
  });
  return conversation;
}

/** A note by an agent, or an incoming one on behalf of `userId`. */
export type Note = {
  agent: Agent;
  body: string;
  private: boolean;
  notify?: readonly string[];
  incoming?: boolean;
  userId?: number;
};

/** Adds a note. A private one mails only those it notifies; a public one mails the requester. */
export function addNote(context: Context, ticket: Ticket, note: Note): Conversation {
  const { store, outbox, now, host } = context;
  const requester = store.contacts.get(ticket.requester_id);
  const notify = [...(note.notify ?? [])];
  const conversation = append(context, ticket, {
    body: sanitiseBody(note.body),
    incoming: note.incoming ?? false,
    private: note.private,
    user_id: note.userId ?? note.agent.id,
    source: 2,
    category: 2,
    to_emails: notify,
  });
  if (!note.private && note.incoming !== true) {
    ticket.stats.first_responded_at ??= conversation.created_at;
    ticket.stats.agent_responded_at = conversation.created_at;
  }
  touch(context, ticket);
  const mail = {
    at: iso(now()),
    ticketId: ticket.id,
    from: supportEmail(host),
    cc: [],
    subject: `Re: ${ticket.subject}`,
    html: conversation.body,
  };
  if (!note.private && note.incoming !== true && requester) {
    outbox.push({ ...mail, to: [requester.email], cause: 'public-note' });
  }
  if (notify.length > 0) outbox.push({ ...mail, to: notify, cause: 'note-notification' });
  return conversation;
}

/** A mail that arrives on a ticket; reopens it when it waited for the requester or was done. */
export function addIncoming(
  context: Context,
  ticket: Ticket,
  mail: { userId: number; body: string; cc?: readonly string[] },
): Conversation {
  const { store, now, host } = context;
  const sender = store.contacts.get(mail.userId);
  const conversation = append(context, ticket, {
    body: sanitiseBody(mail.body),
    incoming: true,
    private: false,
    user_id: mail.userId,
    source: 0,
    category: 1,
    // On incoming mail this key holds the sender's address (recorded, 2025).
    support_email: sender?.email ?? null,
    from_email: sender ? `${sender.name} <${sender.email}>` : null,
    to_emails: [supportEmail(host)],
    cc_emails: [...(mail.cc ?? [])],
  });
  ticket.stats.requester_responded_at = iso(now());
  if (ticket.stats.first_responded_at !== null) {
    ticket.nr_due_by = nextReplyDue(store, ticket, now());
    ticket.nr_escalated = false;
  }
  if (REOPENED_BY_MAIL.has(ticket.status)) applyChanges(context, ticket, { status: 2 });
  touch(context, ticket);
  return conversation;
}
