import type { Context } from '../context.ts';
import { ticketFields } from '../fields/present.ts';
import { created, invalid, notFound, ok, type Answer } from '../http/answer.ts';
import { bodyObject, idOf, type Call, type Route } from '../http/call.ts';
import { readPage } from '../http/paging.ts';
import { agentView, companyView, contactView } from '../people/present.ts';
import { contactFor } from '../people/requester.ts';
import { presentCanned } from '../routes/setup.ts';
import { updateTicket, viewTicket } from '../routes/tickets.ts';
import { presentEntry } from '../routes/time-entries.ts';
import { threadOf } from '../store.ts';
import { createTicket } from '../tickets/create.ts';
import { embedded } from '../tickets/embed.ts';
import { presentConversation } from '../tickets/present-conversation.ts';
import { presentRow, presentView } from '../tickets/present.ts';
import { inScope, isTicket, readable } from '../tickets/scope.ts';
import { checkCreate, readChanges } from '../tickets/validate.ts';
import { draftRoutes } from './drafts.ts';
import { messageRoutes } from './messages.ts';
import { ticketsOfView } from './views.ts';

function pageOf<Row>(rows: readonly Row[], query: URLSearchParams): Row[] | Answer {
  const page = readPage(query);
  if (Array.isArray(page)) return invalid(page);
  return rows.slice((page.page - 1) * page.perPage, page.page * page.perPage);
}

function listTickets(context: Context, call: Call): Answer {
  const { query, agent } = call;
  const rows = ticketsOfView(context, query.get('filter') ?? 'unresolved', agent).filter((ticket) =>
    inScope(call, ticket),
  );
  if (query.get('only') === 'count') return ok({ tickets: [], meta: { count: rows.length } });
  const shown = pageOf(rows, query);
  if (!Array.isArray(shown)) return shown;
  const includes = (query.get('include') ?? '').split(',');
  const tickets = shown.map((ticket) => ({
    ...presentRow(context, ticket, false),
    ...embedded(context, ticket, includes),
  }));
  return ok({ tickets, meta: { count: rows.length } });
}

function listConversations(context: Context, call: Call): Answer {
  const ticket = readable(context, call, idOf(call));
  if (!isTicket(ticket)) return ticket;
  const thread = threadOf(context.store, ticket.id);
  const ordered = call.query.get('order_type') === 'desc' ? thread.toReversed() : thread;
  const shown = pageOf(ordered, call.query);
  if (!Array.isArray(shown)) return shown;
  return ok({ conversations: shown.map(presentConversation), meta: { count: thread.length } });
}

function create(context: Context, call: Call): Answer {
  const body = bodyObject(call) ?? {};
  const problems = checkCreate(context, body);
  if (problems.length > 0) return invalid(problems);
  const changes = readChanges(body);
  const requesterId = changes.requester_id ?? contactFor(context, String(body['email'])).id;
  const ticket = createTicket(context, { ...changes, requester_id: requesterId });
  const location = `https://${context.host}/api/_/tickets/${ticket.id}`;
  return created({ ticket: presentView(context, ticket) }, location);
}

function ticketRoutes(context: Context): Route[] {
  const one = '/tickets/:id{[0-9]+}';
  return [
    { method: 'GET', path: '/tickets', run: (call) => listTickets(context, call) },
    { method: 'POST', path: '/tickets', run: (call) => create(context, call) },
    {
      method: 'GET',
      path: one,
      run: (call) => {
        const { status, body } = viewTicket(context, call);
        return status === 200 ? ok({ ticket: body }) : { status, body };
      },
    },
    {
      method: 'PUT',
      path: one,
      run: (call) => {
        const ticket = updateTicket(context, call);
        return isTicket(ticket) ? ok({ ticket: presentView(context, ticket) }) : ticket;
      },
    },
    {
      method: 'GET',
      path: `${one}/conversations`,
      run: (call) => listConversations(context, call),
    },
    {
      method: 'GET',
      path: `${one}/time_entries`,
      run: (call) => {
        const entries = [...context.store.timeEntries.values()];
        const own = entries.filter(({ ticket_id }) => ticket_id === idOf(call));
        return ok({ time_entries: own.map(presentEntry) });
      },
    },
  ];
}

function peopleRoutes({ store, account }: Context): Route[] {
  return [
    {
      method: 'GET',
      path: '/contacts',
      run: () =>
        ok({ contacts: [...store.contacts.values()].map((row) => contactView(row, account)) }),
    },
    {
      method: 'GET',
      path: '/contacts/:id{[0-9]+}',
      run: (call) => {
        const contact = store.contacts.get(idOf(call));
        return contact ? ok({ contact: contactView(contact, account) }) : notFound;
      },
    },
    {
      method: 'GET',
      path: '/companies',
      run: () =>
        ok({ companies: [...store.companies.values()].map((row) => companyView(row, account)) }),
    },
    {
      method: 'GET',
      path: '/companies/:id{[0-9]+}',
      run: (call) => {
        const company = store.companies.get(idOf(call));
        return company ? ok({ company: companyView(company, account) }) : notFound;
      },
    },
  ];
}

/** The undocumented API of the agent page, as far as public scripts have shown it (2021 to 2026). */
export function internalRoutes(context: Context, csrfToken: string): Route[] {
  const { store, account } = context;
  return [
    {
      method: 'GET',
      path: '/bootstrap/me',
      run: ({ agent, scope }) =>
        ok({
          agent: agentView(agent, account, scope),
          meta: { csrf_token: csrfToken },
        }),
    },
    {
      method: 'GET',
      path: '/bootstrap/agents_groups',
      run: () =>
        ok({
          data: {
            agents: [...store.agents.values()].map(({ id, name, email, group_ids }) => ({
              id,
              name,
              email,
              group_ids,
            })),
            groups: [...store.groups.values()].map(({ id, name, agent_ids }) => ({
              id,
              name,
              agent_ids,
            })),
          },
        }),
    },
    ...ticketRoutes(context),
    ...draftRoutes(context),
    ...messageRoutes(context),
    ...peopleRoutes(context),
    {
      method: 'GET',
      path: '/ticket_fields',
      run: () => ok({ ticket_fields: ticketFields(context, null) }),
    },
    {
      method: 'GET',
      path: '/canned_responses',
      run: () =>
        ok({
          canned_responses: [...store.cannedResponses.values()].map(({ id, title, folder_id }) => ({
            id,
            title,
            folder_id,
          })),
        }),
    },
    {
      method: 'GET',
      path: '/canned_responses/:id{[0-9]+}',
      run: (call) => {
        const response = store.cannedResponses.get(idOf(call));
        return response ? ok({ canned_response: presentCanned(context, response) }) : notFound;
      },
    },
  ];
}
