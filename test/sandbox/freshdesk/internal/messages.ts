import { supportEmail, type Context } from '../context.ts';
import { missingFields } from '../fields/custom-values.ts';
import { knownStatuses } from '../fields/form.ts';
import * as check from '../fields/values.ts';
import { created, invalid, ok, type Answer } from '../http/answer.ts';
import { bodyObject, idOf, type Call, type Route } from '../http/call.ts';
import type { Ticket } from '../model/ticket.ts';
import { checkMessage, editNote, isConversation, listOf } from '../routes/conversations.ts';
import { draftKey } from '../store.ts';
import { applyChanges, isDone } from '../tickets/change.ts';
import { presentConversation, presentNote } from '../tickets/present-conversation.ts';
import { isTicket, writable } from '../tickets/scope.ts';
import { addNote, addReply } from '../tickets/thread.ts';

/** What "Send" and "Add note" post. `status` is there for "Send and set as …". */
function send(context: Context, call: Call, kind: 'reply' | 'note'): Answer {
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
  const status = typeof body['status'] === 'number' ? body['status'] : undefined;
  if (problems.length === 0) problems.push(...closingProblems(context, ticket, status));
  // Nothing leaves when the status cannot be set: the agent sees the fields to fill in.
  if (problems.length > 0) return invalid(problems);
  const message = { agent: call.agent, body: String(body['body']) };
  const entry =
    kind === 'reply'
      ? addReply(context, ticket, {
          ...message,
          cc: listOf(body, 'cc_emails'),
          bcc: listOf(body, 'bcc_emails'),
        })
      : addNote(context, ticket, {
          ...message,
          private: body['private'] !== false,
          notify: listOf(body, 'notify_emails'),
        });
  if (kind === 'reply') context.store.drafts.delete(draftKey(ticket.id, call.agent.id));
  if (status !== undefined) applyChanges(context, ticket, { status });
  return created(
    { conversation: presentConversation(entry) },
    `https://${context.host}/api/_/conversations/${entry.id}`,
  );
}

function closingProblems({ store }: Context, ticket: Ticket, status: number | undefined) {
  if (status === undefined || !isDone(status) || isDone(ticket.status)) return [];
  return missingFields(store, ticket, true);
}

/** Replies and notes as the agent page sends them, and the edit of a note. */
export function messageRoutes(context: Context): Route[] {
  const ticket = '/tickets/:id{[0-9]+}';
  return [
    { method: 'POST', path: `${ticket}/reply`, run: (call) => send(context, call, 'reply') },
    { method: 'POST', path: `${ticket}/notes`, run: (call) => send(context, call, 'note') },
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
