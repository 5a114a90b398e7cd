import { fail, ok } from '@/lib/platform/result';
import type { Result } from '@/lib/contract/result';
import * as z from 'zod';
import type { CallDeps } from './call';
import { createCall } from './call';
import { companyNames, goneTickets, ticketsChangedSince } from './changes';
import type { FreshdeskClient, TicketChanges } from './client-types';
import { lastConversations } from './last-conversations';
import { readAllPages, readPage, uniqueById } from './pages';
import type { Ticket } from './schema';
import {
  agentSchema,
  companySchema,
  contactSchema,
  conversationSchema,
  ticketFieldSchema,
  ticketSchema,
} from './schema';
import { readTimeEntries } from './time-entries';

export type * from './client-types';

export type FreshdeskClientDeps = CallDeps & {
  /** The account's host, such as `acme.freshdesk.com`. */
  readonly host: string;
};

/** Most pages of 100 that are read for one company's tickets. */
const MAX_TICKET_PAGES = 5;

const DEFAULT_PER_PAGE = 30;

function bodyOf(changes: TicketChanges): Record<string, unknown> {
  const { customFields, ...plain } = changes;
  const entries = Object.entries({ ...plain, custom_fields: customFields });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What is decided about one ticket must never rest on the values of another. */
function theVeryTicket(id: number, answer: Result<Ticket>): Result<Ticket> {
  if (!answer.ok || answer.value.id === id) return answer;
  return fail('unexpected', `Freshdesk answered with another ticket than ${id}: try again.`);
}

/**
 * A client of one account over one transport. `onRate` hears the account's call budget after each answer that states
 * it; `labels` gives the ticket form's labels for messages about fields.
 */
export function createFreshdeskClient(deps: FreshdeskClientDeps): FreshdeskClient {
  const { host, transport } = deps;
  const call = createCall(deps);

  const get = async <S extends z.ZodType>(
    path: string,
    schema: S,
    query?: Readonly<Record<string, string | number>>,
  ): Promise<Result<z.infer<S>>> => {
    const answer = await call({ method: 'GET', path, ...(query && { query }) }, schema);
    return answer.ok ? ok(answer.value.value) : answer;
  };

  return {
    host,
    kind: transport.kind,
    canWrite: transport.canWrite,
    ticket: async (id) =>
      theVeryTicket(
        id,
        await get(`/api/v2/tickets/${id}`, ticketSchema, { include: 'stats,requester,company' }),
      ),
    bareTicket: async (id) => theVeryTicket(id, await get(`/api/v2/tickets/${id}`, ticketSchema)),
    updateTicket: async (id, changes) => {
      const body = bodyOf(changes);
      if (Object.keys(body).length === 0) {
        return fail('invalid-input', 'There is nothing to change on this ticket.');
      }
      const answer = await call(
        { method: 'PUT', path: `/api/v2/tickets/${id}`, body },
        ticketSchema,
      );
      return answer.ok ? theVeryTicket(id, ok(answer.value.value)) : answer;
    },
    conversations: async (id, { page = 1, perPage = DEFAULT_PER_PAGE } = {}) => {
      const request = { path: `/api/v2/tickets/${id}/conversations` };
      const answer = await readPage(call, request, conversationSchema, { page, perPage });
      if (!answer.ok) return answer;
      return ok({ conversations: answer.value.rows, hasMore: answer.value.hasMore });
    },
    lastConversations: (id, totalHint) => lastConversations(call, id, totalHint),
    addNote: async (id, { bodyHtml }) => {
      const answer = await call(
        {
          method: 'POST',
          path: `/api/v2/tickets/${id}/notes`,
          body: { body: bodyHtml, private: true },
        },
        conversationSchema,
      );
      return answer.ok ? ok(answer.value.value) : answer;
    },
    ticketFields: () => get('/api/v2/ticket_fields', z.array(ticketFieldSchema)),
    company: (id) => get(`/api/v2/companies/${id}`, companySchema),
    contact: (id) => get(`/api/v2/contacts/${id}`, contactSchema),
    timeEntries: (filter) => readTimeEntries(call, filter),
    ticketsOfCompany: async (companyId, updatedSince) => {
      const query = {
        company_id: companyId,
        updated_since: updatedSince,
        // Ascending by change: a ticket that changes meanwhile moves to a later page instead of slipping through.
        order_by: 'updated_at',
        order_type: 'asc',
      };
      const request = { path: '/api/v2/tickets', query };
      const answer = await readAllPages(call, request, ticketSchema, MAX_TICKET_PAGES);
      if (!answer.ok) return answer;
      return ok({ tickets: uniqueById(answer.value.rows), complete: answer.value.complete });
    },
    ticketsChangedSince: (request) => ticketsChangedSince(call, request),
    goneTickets: (how, updatedSince) => goneTickets(call, how, updatedSince),
    companyNames: (updatedSince) => companyNames(call, updatedSince),
    me: () => get('/api/v2/agents/me', agentSchema),
  };
}
