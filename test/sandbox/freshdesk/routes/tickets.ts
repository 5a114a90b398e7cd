import type { Context } from '../context.ts';
import {
  created,
  invalid,
  invalidField,
  methodNotAllowed,
  noContent,
  ok,
  type Answer,
} from '../http/answer.ts';
import { bodyObject, idOf, type Call, type Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import type { Ticket } from '../model/ticket.ts';
import { contactFor } from '../people/requester.ts';
import { applyChanges, touch } from '../tickets/change.ts';
import { createTicket } from '../tickets/create.ts';
import {
  areProblems,
  embedded,
  listCost,
  LIST_INCLUDES,
  readIncludes,
  viewCost,
  VIEW_INCLUDES,
} from '../tickets/embed.ts';
import { areListProblems, listTickets } from '../tickets/list.ts';
import { presentRow, presentView, presentWritten } from '../tickets/present.ts';
import { isTicket, readable, writable } from '../tickets/scope.ts';
import { checkCreate, checkUpdate, readChanges } from '../tickets/validate.ts';

const LIST_QUERY = [
  'filter',
  'requester_id',
  'email',
  'unique_external_id',
  'company_id',
  'updated_since',
  'order_by',
  'order_type',
  'include',
  'page',
  'per_page',
];

/** Page after which the ticket list ends, whatever the page size. */
const LAST_LIST_PAGE = 300;

/** Answers a view with its embedded records; also the page's own read. */
export function viewTicket(context: Context, call: Call): Answer {
  const ticket = readable(context, call, idOf(call));
  if (!isTicket(ticket)) return ticket;
  const names = readIncludes(call.query, VIEW_INCLUDES);
  if (areProblems(names)) return invalid(names);
  return ok({ ...presentView(context, ticket), ...embedded(context, ticket, names) });
}

/** Checks and applies an update; the answer is the ticket, or what stands in the way. */
export function updateTicket(context: Context, call: Call): Ticket | Answer {
  const ticket = writable(context, call, idOf(call));
  if (!isTicket(ticket)) return ticket;
  const body = bodyObject(call);
  if (!body || Object.keys(body).length === 0) {
    return invalidField(
      'request',
      'There should be at least one parameter in the request',
      'missing_field',
    );
  }
  const problems = checkUpdate(context, ticket, body);
  if (problems.length > 0) return invalid(problems);
  const changes = readChanges(body);
  if (typeof body['email'] === 'string')
    changes.requester_id = contactFor(context, body['email']).id;
  applyChanges(context, ticket, changes);
  return ticket;
}

function list(context: Context, call: Call): Answer {
  const names = readIncludes(call.query, LIST_INCLUDES);
  if (areProblems(names)) return invalid(names);
  const rows = listTickets(context, call);
  if (areListProblems(rows)) return invalid(rows);
  const request = {
    query: call.query,
    host: context.host,
    path: '/api/v2/tickets',
    lastPage: LAST_LIST_PAGE,
  };
  return paged(rows, request, (ticket) => ({
    ...presentRow(context, ticket, names.includes('description')),
    ...embedded(context, ticket, names),
  }));
}

function create(context: Context, call: Call): Answer {
  const body = bodyObject(call) ?? {};
  const problems = checkCreate(context, body);
  if (problems.length > 0) return invalid(problems);
  const changes = readChanges(body);
  const name = typeof body['name'] === 'string' ? body['name'] : undefined;
  const requesterId = changes.requester_id ?? contactFor(context, String(body['email']), name).id;
  const cc = Array.isArray(body['cc_emails']) ? body['cc_emails'].map(String) : [];
  const ticket = createTicket(context, { ...changes, requester_id: requesterId, cc_emails: cc });
  context.publish({ type: 'ticket_updated', id: ticket.id, by: call.agent.name });
  return created(
    presentWritten(context, ticket),
    `https://${context.host}/api/v2/tickets/${ticket.id}`,
  );
}

function update(context: Context, call: Call): Answer {
  const versions = () => context.store.searchIndex.get(idOf(call))?.length ?? 0;
  const before = versions();
  const ticket = updateTicket(context, call);
  if (!isTicket(ticket)) return ticket;
  // An update without a real change is no news to the page.
  if (versions() !== before) {
    context.publish({ type: 'ticket_updated', id: ticket.id, by: call.agent.name });
  }
  return ok(presentWritten(context, ticket));
}

function setDeleted(context: Context, call: Call, deleted: boolean): Answer {
  const ticket = readable(context, call, idOf(call));
  if (!isTicket(ticket)) return ticket;
  if (ticket.deleted === deleted) return methodNotAllowed(call.method, ['GET']);
  ticket.deleted = deleted;
  touch(context, ticket);
  context.publish({ type: 'ticket_updated', id: ticket.id, by: call.agent.name });
  return noContent;
}

/** Tickets of API v2. */
export function ticketRoutes(context: Context): Route[] {
  const one = '/tickets/:id{[0-9]+}';
  const change = { limit: 'ticket-update', run: (call: Call) => update(context, call) } as const;
  return [
    {
      method: 'GET',
      path: '/tickets',
      limit: 'ticket-list',
      query: LIST_QUERY,
      cost: listCost,
      run: (call) => list(context, call),
    },
    {
      method: 'POST',
      path: '/tickets',
      limit: 'ticket-create',
      run: (call) => create(context, call),
    },
    {
      method: 'GET',
      path: one,
      query: ['include'],
      cost: viewCost,
      run: (call) => viewTicket(context, call),
    },
    { method: 'PUT', path: one, ...change },
    // PATCH is not documented, and answers (recorded, 2026).
    { method: 'PATCH', path: one, ...change },
    { method: 'DELETE', path: one, run: (call) => setDeleted(context, call, true) },
    { method: 'PUT', path: `${one}/restore`, run: (call) => setDeleted(context, call, false) },
  ];
}
