import type {
  CannedResponse,
  Conversation,
  Me,
  OutgoingMessage,
  Ticket,
  TicketChange,
  TicketField,
  TimeEntry,
} from './wire.ts';

/** An answer outside 2xx; `messages` are the server's own words per field, when it gave any. */
export class ApiError extends Error {
  readonly status: number;
  readonly messages: readonly string[];
  constructor(status: number, messages: readonly string[]) {
    super(`The server answered ${status}`);
    this.status = status;
    this.messages = messages;
  }
}

type Json = Readonly<Record<string, unknown>>;

const readJson = async (response: Response): Promise<Json> => {
  const text = await response.text();
  if (text === '') return {};
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
};

const messagesOf = (answer: Json): readonly string[] => {
  const errors = answer['errors'];
  if (!Array.isArray(errors))
    return typeof answer['message'] === 'string' ? [answer['message']] : [];
  return (errors as readonly { field?: string; message?: string }[]).map((error) =>
    [error.field, error.message].filter(Boolean).join(': '),
  );
};

/** Lists come bare or under their name. */
const listFrom = (answer: unknown, name: string): readonly unknown[] => {
  if (Array.isArray(answer)) return answer as readonly unknown[];
  const named = (answer as Json)[name];
  return Array.isArray(named) ? (named as readonly unknown[]) : [];
};

const meFrom = (answer: Json): Me => {
  const meta = (answer['meta'] ?? {}) as { csrf_token?: string };
  const agent = (answer['agent'] ?? answer['user'] ?? answer['me'] ?? {}) as {
    name?: string;
    signature?: string | null;
    contact?: { name?: string };
  };
  return {
    name: agent.contact?.name ?? agent.name ?? '',
    csrfToken: meta.csrf_token ?? '',
    signatureHtml: agent.signature ?? '',
  };
};

/**
 * The page's own client of the internal API: session cookie, `X-CSRF-Token` from `bootstrap/me` on writes.
 * Every call rejects with `ApiError` on an answer outside 2xx.
 */
export const createApi = () => {
  let me: Promise<Me> | undefined;

  const send = async (method: string, path: string, body?: unknown): Promise<Json> => {
    const headers: Record<string, string> = {
      Accept: 'application/json',
      'X-Requested-With': 'XMLHttpRequest',
    };
    if (method !== 'GET') headers['X-CSRF-Token'] = (await readMe()).csrfToken;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const response = await fetch(`/api/_/${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await readJson(response);
    if (!response.ok) throw new ApiError(response.status, messagesOf(answer));
    return answer;
  };

  const readMe = (): Promise<Me> => {
    me ??= send('GET', 'bootstrap/me').then(meFrom);
    return me;
  };

  return {
    me: readMe,
    tickets: async (view: string): Promise<readonly Ticket[]> => {
      const query = new URLSearchParams({
        filter: view,
        per_page: '30',
        include: 'requester,stats',
      });
      return listFrom(await send('GET', `tickets?${query}`), 'tickets') as readonly Ticket[];
    },
    ticket: async (id: number): Promise<Ticket> => {
      const answer = await send('GET', `tickets/${id}?include=requester,stats,company`);
      return (answer['ticket'] ?? answer) as Ticket;
    },
    /** Newest first; `total` counts all of the ticket when the server says so. */
    conversations: async (id: number, page: number, perPage: number) => {
      const query = new URLSearchParams({
        per_page: String(perPage),
        page: String(page),
        order_type: 'desc',
      });
      const answer = await send('GET', `tickets/${id}/conversations?${query}`);
      const meta = (answer['meta'] ?? {}) as { count?: number; total?: number };
      const newestFirst = listFrom(answer, 'conversations') as readonly Conversation[];
      return { newestFirst, total: meta.count ?? meta.total };
    },
    ticketFields: async (): Promise<readonly TicketField[]> =>
      listFrom(await send('GET', 'ticket_fields'), 'ticket_fields') as readonly TicketField[],
    updateTicket: async (id: number, change: TicketChange): Promise<void> => {
      await send('PUT', `tickets/${id}`, change);
    },
    createTicket: async (ticket: TicketChange): Promise<Ticket> => {
      const answer = await send('POST', 'tickets', ticket);
      return (answer['ticket'] ?? answer) as Ticket;
    },
    reply: (id: number, message: OutgoingMessage) => send('POST', `tickets/${id}/reply`, message),
    note: (id: number, message: OutgoingMessage) => send('POST', `tickets/${id}/notes`, message),
    forward: (id: number, message: OutgoingMessage) =>
      send('POST', `tickets/${id}/forward`, message),
    /** The saved draft's HTML, or undefined when there is none. */
    draft: async (id: number): Promise<string | undefined> => {
      try {
        const answer = await send('GET', `tickets/${id}/draft`);
        const draft = (answer['draft'] ?? answer) as { body?: string | null };
        return draft.body === null || draft.body === '' ? undefined : draft.body;
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return undefined;
        throw error;
      }
    },
    saveDraft: (id: number, body: string) => send('PUT', `tickets/${id}/draft`, { body }),
    dropDraft: (id: number) => send('DELETE', `tickets/${id}/draft`),
    cannedResponses: async (): Promise<readonly CannedResponse[]> =>
      listFrom(
        await send('GET', 'canned_responses'),
        'canned_responses',
      ) as readonly CannedResponse[],
    cannedResponseHtml: async (id: number): Promise<string> => {
      const answer = await send('GET', `canned_responses/${id}`);
      const found = (answer['canned_response'] ?? answer) as { content_html?: string };
      return found.content_html ?? '';
    },
    timeEntries: async (id: number): Promise<readonly TimeEntry[]> =>
      listFrom(
        await send('GET', `tickets/${id}/time_entries`),
        'time_entries',
      ) as readonly TimeEntry[],
    person: async (kind: 'contacts' | 'companies', id: number): Promise<Json> => {
      const answer = await send('GET', `${kind}/${id}`);
      return (answer[kind === 'contacts' ? 'contact' : 'company'] ?? answer) as Json;
    },
    people: async (kind: 'contacts' | 'companies'): Promise<readonly Json[]> =>
      listFrom(await send('GET', kind), kind) as readonly Json[],
  };
};

export type Api = ReturnType<typeof createApi>;
