import type { Context } from '../context.ts';
import type { Call } from '../http/call.ts';
import { denied, methodNotAllowed, notFound, type Answer } from '../http/answer.ts';
import type { Ticket } from '../model/ticket.ts';

/** Whether the agent may see a ticket: all, those of own groups, or only those assigned to them. */
export function inScope(call: Pick<Call, 'agent' | 'scope'>, ticket: Ticket): boolean {
  if (call.scope === 1 || ticket.responder_id === call.agent.id) return true;
  return (
    call.scope === 2 && ticket.group_id !== null && call.agent.group_ids.includes(ticket.group_id)
  );
}

/** The ticket of a path, or the answer that says why not: 404, or 403 outside the agent's scope. */
export function readable(context: Context, call: Call, id: number): Ticket | Answer {
  const ticket = context.store.tickets.get(id);
  if (!ticket) return notFound;
  return inScope(call, ticket) ? ticket : denied;
}

/** The same for a change: deleted and spam tickets answer 405 (API change log). */
export function writable(context: Context, call: Call, id: number): Ticket | Answer {
  const ticket = readable(context, call, id);
  if (!isTicket(ticket)) return ticket;
  return ticket.deleted || ticket.spam ? methodNotAllowed(call.method, ['GET']) : ticket;
}

/** Tells a ticket from an answer. */
export function isTicket(value: Ticket | Answer): value is Ticket {
  return 'requester_id' in value;
}
