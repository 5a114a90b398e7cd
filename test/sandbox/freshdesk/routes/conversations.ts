import { supportEmail, type Context } from '../context.ts';
import * as check from '../fields/values.ts';
import {
  created,
  invalid,
  methodNotAllowed,
  noContent,
  notFound,
  ok,
  type Answer,
  type Problem,
} from '../http/answer.ts';
import { bodyObject, idOf, type Call, type Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import type { Conversation } from '../model/ticket.ts';
import { iso } from '../model/time.ts';
import { threadOf } from '../store.ts';
import { sanitiseBody } from '../text/sanitise.ts';
import { touch } from '../tickets/change.ts';
import { presentConversation, presentNote, presentReply } from '../tickets/present-conversation.ts';
import { isTicket, readable, writable } from '../tickets/scope.ts';
import { addNote, addReply } from '../tickets/thread.ts';

type Body = Readonly<Record<string, unknown>>;

/** Problems of a body, `body` being mandatory. */
export function checkMessage(body: Body, checks: Readonly<Record<string, check.Check>>): Problem[] {
  const problems = check.checkBody(body, {
    body: check.text,
    attachments: () => undefined,
    ...checks,
  });
  if (body['body'] === undefined || body['body'] === '') {
    problems.push({ field: 'body', message: 'It should be a/an String', code: 'missing_field' });
  }
  return problems;
}

/** A list of texts of a body that passed its checks. */
export function listOf(body: Body, key: string): string[] {
  const value = body[key];
  return Array.isArray(value) ? value.map(String) : [];
}

function conversationAddress(context: Context, entry: Conversation): string {
  return `https://${context.host}/api/v2/conversations/${entry.id}`;
}

function reply(context: Context, call: Call): Answer {
  const ticket = writable(context, call, idOf(call));
  if (!isTicket(ticket)) return ticket;
  const body = bodyObject(call) ?? {};
  // `private` is not among the keys: the API rejects it on replies (public issues).
  const problems = checkMessage(body, {
    from_email: check.text,
    user_id: check.reference((id) => context.store.agents.has(id), 'agent'),
    cc_emails: check.emails,
    bcc_emails: check.emails,
  });
  if (problems.length > 0) return invalid(problems);
  const fromEmail = body['from_email'];
  const entry = addReply(context, ticket, {
    agent: context.store.agents.get(Number(body['user_id'])) ?? call.agent,
    body: String(body['body']),
    cc: listOf(body, 'cc_emails'),
    bcc: listOf(body, 'bcc_emails'),
    ...(typeof fromEmail === 'string' ? { fromEmail } : {}),
  });
  context.publish({ type: 'ticket_updated', id: ticket.id, by: call.agent.name });
  return created(presentReply(entry), conversationAddress(context, entry));
}

function note(context: Context, call: Call): Answer {
  const ticket = writable(context, call, idOf(call));
  if (!isTicket(ticket)) return ticket;
  const body = bodyObject(call) ?? {};
  const { agents, contacts } = context.store;
  const problems = checkMessage(body, {
    private: check.boolean,
    incoming: check.boolean,
    notify_emails: check.emails,
    user_id: check.reference((id) => agents.has(id) || contacts.has(id), 'user'),
  });
  if (problems.length > 0) return invalid(problems);
  const entry = addNote(context, ticket, {
    agent: call.agent,
    body: String(body['body']),
    private: body['private'] !== false,
    incoming: body['incoming'] === true,
    notify: listOf(body, 'notify_emails'),
    ...(typeof body['user_id'] === 'number' ? { userId: body['user_id'] } : {}),
  });
  context.publish({ type: 'ticket_updated', id: ticket.id, by: call.agent.name });
  return created(
    presentNote(entry, supportEmail(context.host)),
    conversationAddress(context, entry),
  );
}

function found(context: Context, call: Call): Conversation | Answer {
  const entry = context.store.conversations.get(idOf(call));
  if (!entry) return notFound;
  const ticket = writable(context, call, entry.ticket_id);
  return isTicket(ticket) ? entry : ticket;
}

/** Changes the body of a note; replies have left the house and cannot be changed. */
export function editNote(context: Context, call: Call): Conversation | Answer {
  const entry = found(context, call);
  if (!isConversation(entry)) return entry;
  if (entry.source !== 2) return methodNotAllowed(call.method, ['DELETE']);
  const body = bodyObject(call) ?? {};
  const problems = checkMessage(body, {});
  if (problems.length > 0) return invalid(problems);
  const at = iso(context.now());
  Object.assign(entry, {
    body: sanitiseBody(String(body['body'])),
    updated_at: at,
    last_edited_at: at,
    last_edited_user_id: call.agent.id,
  });
  const ticket = context.store.tickets.get(entry.ticket_id);
  if (ticket) touch(context, ticket);
  return entry;
}

/** Tells a conversation from an answer. */
export function isConversation(value: Conversation | Answer): value is Conversation {
  return 'ticket_id' in value;
}

function remove(context: Context, call: Call): Answer {
  const entry = found(context, call);
  if (!isConversation(entry)) return entry;
  context.store.conversations.delete(entry.id);
  context.publish({ type: 'ticket_updated', id: entry.ticket_id, by: call.agent.name });
  return noContent;
}

/** Conversations of API v2: ascending, without the ticket's own description. */
export function conversationRoutes(context: Context): Route[] {
  const ticket = '/tickets/:id{[0-9]+}';
  return [
    {
      method: 'GET',
      path: `${ticket}/conversations`,
      query: ['page', 'per_page'],
      run: (call) => {
        const owner = readable(context, call, idOf(call));
        if (!isTicket(owner)) return owner;
        const path = `/api/v2/tickets/${owner.id}/conversations`;
        const request = { query: call.query, host: context.host, path };
        return paged(threadOf(context.store, owner.id), request, presentConversation);
      },
    },
    { method: 'POST', path: `${ticket}/reply`, run: (call) => reply(context, call) },
    { method: 'POST', path: `${ticket}/notes`, run: (call) => note(context, call) },
    {
      method: 'PUT',
      path: '/conversations/:id{[0-9]+}',
      run: (call) => {
        const entry = editNote(context, call);
        if (!isConversation(entry)) return entry;
        context.publish({ type: 'ticket_updated', id: entry.ticket_id, by: call.agent.name });
        return ok(presentNote(entry, supportEmail(context.host)));
      },
    },
    { method: 'DELETE', path: '/conversations/:id{[0-9]+}', run: (call) => remove(context, call) },
  ];
}
