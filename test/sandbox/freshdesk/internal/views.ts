import type { Context } from '../context.ts';
import type { Agent } from '../model/account.ts';
import type { Ticket } from '../model/ticket.ts';
import { DAY_MS } from '../model/time.ts';
import { isDone } from '../tickets/change.ts';

type Test = (ticket: Ticket, agent: Agent, nowMs: number) => boolean;

const open: Test = (ticket) => !isDone(ticket.status);

/** Ticket views every account has; ids as the list page's address names them. */
const VIEWS: Readonly<Record<string, { name: string; test: Test }>> = {
  all_tickets: { name: 'All tickets', test: () => true },
  unresolved: { name: 'All unresolved tickets', test: open },
  new_and_my_open: {
    name: 'New and my open tickets',
    test: (ticket, agent, nowMs) =>
      open(ticket, agent, nowMs) &&
      (ticket.responder_id === null || ticket.responder_id === agent.id),
  },
  my_open: {
    name: 'My open and pending tickets',
    test: (ticket, agent, nowMs) => open(ticket, agent, nowMs) && ticket.responder_id === agent.id,
  },
  overdue: {
    name: 'My overdue tickets',
    test: (ticket, agent, nowMs) =>
      open(ticket, agent, nowMs) && ticket.due_by !== null && Date.parse(ticket.due_by) < nowMs,
  },
  due_today: {
    name: 'Tickets due today',
    test: (ticket, agent, nowMs) => {
      const dueMs = Date.parse(ticket.due_by ?? '');
      return open(ticket, agent, nowMs) && dueMs >= nowMs && dueMs < nowMs + DAY_MS;
    },
  },
  watching: {
    name: 'Tickets I watch',
    test: (ticket, agent) => ticket.watcher_ids.includes(agent.id),
  },
  spam: { name: 'Spam', test: (ticket) => ticket.spam && !ticket.deleted },
  deleted: { name: 'Trash', test: (ticket) => ticket.deleted },
};

/** Tickets of a view, newest first; an unknown view is shown as all unresolved tickets. */
export function ticketsOfView({ store, now }: Context, view: string, agent: Agent): Ticket[] {
  const test = VIEWS[view]?.test ?? open;
  const kept = view === 'spam' || view === 'deleted';
  return [...store.tickets.values()]
    .filter((ticket) => kept || (!ticket.deleted && !ticket.spam))
    .filter((ticket) => test(ticket, agent, now().getTime()))
    .toSorted((a, b) => b.created_at.localeCompare(a.created_at) || b.id - a.id);
}
