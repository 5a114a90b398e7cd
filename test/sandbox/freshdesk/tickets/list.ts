import type { Context } from '../context.ts';
import type { Problem } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import type { Ticket } from '../model/ticket.ts';
import { DAY_MS, readDate } from '../model/time.ts';
import { contactByEmail } from '../store.ts';
import { isDone } from './change.ts';
import { shownDues } from './present.ts';
import { inScope } from './scope.ts';

/** Without `updated_since` a list goes back a month only; the window opens at a midnight (seen 2026). */
const DEFAULT_WINDOW_DAYS = 31;

const FILTERS = ['new_and_my_open', 'watching', 'spam', 'deleted'] as const;
const ORDERS = ['created_at', 'due_by', 'updated_at', 'status'] as const;

/** Tickets of `GET /tickets`, filtered and ordered, or what is wrong with the query. */
export function listTickets(context: Context, call: Call): Ticket[] | Problem[] {
  const { query } = call;
  const problems: Problem[] = [];
  const choice = <Name extends string>(key: string, allowed: readonly Name[]): Name | undefined => {
    const value = query.get(key);
    const found = allowed.find((name) => name === value);
    if (value !== null && found === undefined) {
      const message = `It should be one of these values: '${allowed.join(',')}'`;
      problems.push({ field: key, message, code: 'invalid_value' });
    }
    return found;
  };
  const filter = choice('filter', FILTERS);
  const orderBy = choice('order_by', ORDERS) ?? 'created_at';
  const orderType = choice('order_type', ['desc', 'asc']) ?? 'desc';
  const sinceText = query.get('updated_since');
  const since = sinceText === null ? undefined : readDate(sinceText);
  if (sinceText !== null && !since) {
    problems.push({
      field: 'updated_since',
      message: 'It should be in the ISO 8601 format',
      code: 'invalid_value',
    });
  }
  const email = query.get('email');
  const requesterId =
    email === null ? query.get('requester_id') : String(contactByEmail(context.store, email)?.id);
  const companyId = query.get('company_id');
  if (problems.length > 0) return problems;
  const oldest = since?.getTime() ?? defaultWindowStart(context.now());
  return [...context.store.tickets.values()]
    .filter((ticket) => inScope(call, ticket) && inFilter(ticket, filter, call))
    .filter((ticket) => Date.parse(since ? ticket.updated_at : ticket.created_at) >= oldest)
    .filter((ticket) => requesterId === null || String(ticket.requester_id) === requesterId)
    .filter((ticket) => companyId === null || String(ticket.company_id) === companyId)
    .toSorted((a, b) => compare(context, a, b, orderBy) * (orderType === 'asc' ? 1 : -1));
}

function defaultWindowStart(now: Date): number {
  const start = now.getTime() - DEFAULT_WINDOW_DAYS * DAY_MS;
  return start - (start % DAY_MS);
}

function inFilter(
  ticket: Ticket,
  filter: (typeof FILTERS)[number] | undefined,
  call: Call,
): boolean {
  if (filter === 'deleted') return ticket.deleted;
  if (filter === 'spam') return ticket.spam && !ticket.deleted;
  if (ticket.deleted || ticket.spam) return false;
  if (filter === 'watching') return ticket.watcher_ids.includes(call.agent.id);
  if (filter === undefined) return true;
  const mine = ticket.responder_id === null || ticket.responder_id === call.agent.id;
  return mine && !isDone(ticket.status);
}

function compare(context: Context, a: Ticket, b: Ticket, key: (typeof ORDERS)[number]): number {
  if (key === 'status') return a.status - b.status || a.id - b.id;
  const value = (ticket: Ticket) =>
    (key === 'due_by' ? shownDues(context, ticket).due_by : ticket[key]) ?? '9999';
  return value(a).localeCompare(value(b)) || a.id - b.id;
}

/** Tells problems from tickets. */
export function areListProblems(rows: Ticket[] | Problem[]): rows is Problem[] {
  return rows[0] !== undefined && 'code' in rows[0];
}
