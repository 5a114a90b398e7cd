import { supportEmail, type Context } from '../context.ts';
import { missingFields } from '../fields/custom-values.ts';
import { knownStatuses } from '../fields/form.ts';
import * as check from '../fields/values.ts';
import { created, invalid, ok, type Answer, type Problem } from '../http/answer.ts';
import { bodyObject, idOf, type Call, type Route } from '../http/call.ts';
import type { Conversation, Ticket } from '../model/ticket.ts';
import { checkMessage, editNote, isConversation, listOf } from '../routes/conversations.ts';
import { draftKey } from '../store.ts';
import { applyChanges, isDone } from '../tickets/change.ts';
import { presentConversation, presentNote } from '../tickets/present-conversation.ts';
import { isTicket, writable } from '../tickets/scope.ts';
import { addNote, addReply } from '../tickets/thread.ts';
import { addForward } from './forward.ts';

type Kind = 'reply' | 'note' | 'forward';
type Body = Readonly<Record<string, unknown>>;

function add(context: Context, ticket: Ticket, call: Call, kind: Kind, body: Body): Conversation {
  const message = { agent: call.agent, body: String(body['body']) };
  const copies = { cc: listOf(body, 'cc_emails'), bcc: listOf(body, 'bcc_emails') };
  if (kind === 'reply') return addReply(context, ticket, { ...message, ...copies });
  if (kind === 'forward') {
    return addForward(context, ticket, { ...message, ...copies, to: listOf(body, 'to_emails') });
  }
  return addNote(context, ticket, {
    ...message,
    private: body['private'] !== false,
    notify: listOf(body, 'notify_emails'),
  });
}

/** What "Send", "Add note" and the forward's "Send" post. `status` is there for "Send and set as …". */
function send(context: Context, call: Call, kind: Kind): Answer {
  const ticket = writable(context, call, idOf(call));
  if (!isTicket(ticket)) return ticket;
  const body = bodyObject(call) ?? {};
  const statuses = knownStatuses(context.store, context.account).map(({ id }) => id);
  const problems = checkMessage(body, {
    to_emails: check.emails,
    cc_emails: check.emails,
    bcc_emails: check.emails,
    notify_emails: check.emails,
    private: check.boolean,
    status: check.codeIn(statuses),
  });
  if (kind === 'forward') problems.push(...recipientProblems(body));
  const status = typeof body['status'] === 'number' ? body['status'] : undefined;
  if (problems.length === 0) problems.push(...closingProblems(context, ticket, status));
  // Nothing leaves when the status cannot be set: the agent sees the fields to fill in.
  if (problems.length > 0) return invalid(problems);
  const entry = add(context, ticket, call, kind, body);
  if (kind === 'reply') context.store.drafts.delete(draftKey(ticket.id, call.agent.id));
  if (status !== undefined) applyChanges(context, ticket, { status });
  return created(
    { conversation: presentConversation(entry) },
    `https://${context.host}/api/_/conversations/${entry.id}`,
  );
}

/** A forward goes to whom it names; there is nobody else it could go to. */
function recipientProblems(body: Body): Problem[] {
  const to = body['to_emails'] ?? [];
  if (!Array.isArray(to) || to.length > 0) return [];
  return [{ field: 'to_emails', message: 'It should be a/an Array', code: 'missing_field' }];
}

function closingProblems({ store }: Context, ticket: Ticket, status: number | undefined) {
  if (status === undefined || !isDone(status) || isDone(ticket.status)) return [];
  return missingFields(store, ticket, true);
}

/** Replies, notes and forwards as the agent page sends them, and the edit of a note. */
export function messageRoutes(context: Context): Route[] {
  const ticket = '/tickets/:id{[0-9]+}';
  return [
    { method: 'POST', path: `${ticket}/reply`, run: (call) => send(context, call, 'reply') },
    { method: 'POST', path: `${ticket}/notes`, run: (call) => send(context, call, 'note') },
    { method: 'POST', path: `${ticket}/forward`, run: (call) => send(context, call, 'forward') },
    {
      method: 'PUT',
      path: '/conversations/:id{[0-9]+}',
      run: (call) => {
        const entry = editNote(context, call);
        if (!isConversation(entry)) return entry;
        return ok({ conversation: presentNote(entry, supportEmail(context.host)) });
      },
    },
  ];
}
