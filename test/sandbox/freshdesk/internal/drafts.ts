import type { Context } from '../context.ts';
import { listOf } from '../routes/conversations.ts';
import { invalidField, noContent, ok, type Answer } from '../http/answer.ts';
import { bodyObject, idOf, type Call, type Route } from '../http/call.ts';
import type { Draft } from '../model/ticket.ts';
import { iso } from '../model/time.ts';
import { draftKey } from '../store.ts';
import { isTicket, readable } from '../tickets/scope.ts';
import { sanitiseBody } from '../text/sanitise.ts';

function show({ body, cc_emails, saved_at }: Draft): Record<string, unknown> {
  return { body, cc_emails, saved_at };
}

function save(context: Context, call: Call): Answer {
  const ticket = readable(context, call, idOf(call));
  if (!isTicket(ticket)) return ticket;
  const sent = bodyObject(call) ?? {};
  if (typeof sent['body'] !== 'string') {
    return invalidField('body', 'It should be a/an String', 'missing_field');
  }
  const draft: Draft = {
    ticket_id: ticket.id,
    agent_id: call.agent.id,
    body: sanitiseBody(sent['body']),
    cc_emails: listOf(sent, 'cc_emails'),
    saved_at: iso(context.now()),
  };
  context.store.drafts.set(draftKey(ticket.id, call.agent.id), draft);
  return ok({ draft: show(draft) });
}

/** Reply drafts that the agent page saves by itself: one per ticket and agent, `{ draft: null }` without one. */
export function draftRoutes(context: Context): Route[] {
  const path = '/tickets/:id{[0-9]+}/draft';
  return [
    {
      method: 'GET',
      path,
      run: (call) => {
        const ticket = readable(context, call, idOf(call));
        if (!isTicket(ticket)) return ticket;
        const draft = context.store.drafts.get(draftKey(ticket.id, call.agent.id));
        return ok({ draft: draft ? show(draft) : null });
      },
    },
    { method: 'PUT', path, run: (call) => save(context, call) },
    { method: 'POST', path, run: (call) => save(context, call) },
    {
      method: 'DELETE',
      path,
      run: (call) => {
        context.store.drafts.delete(draftKey(idOf(call), call.agent.id));
        return noContent;
      },
    },
  ];
}
