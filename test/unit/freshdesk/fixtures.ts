import type { Ticket, TicketField } from '@/lib/background/freshdesk/schema';
import { ticketFieldSchema, ticketSchema } from '@/lib/background/freshdesk/schema';
import type {
  FreshdeskRequest,
  FreshdeskResponse,
  FreshdeskTransport,
} from '@/lib/background/freshdesk/transport';
import { ok } from '@/lib/platform/result';

/* Made-up values in the shapes that accounts of different ages answer with. */

export const NOW = new Date('2026-03-04T12:00:00Z');

/** As an account of 2026 answers to a view with stats, requester and company. */
export const rawTicket2026 = {
  cc_emails: ['Dean <dean@tidepool.example>'],
  fwd_emails: [],
  reply_cc_emails: [],
  ticket_cc_emails: [],
  ticket_bcc_emails: [],
  fr_escalated: false,
  spam: false,
  email_config_id: 90000000101,
  group_id: 90000000201,
  priority: 3,
  requester_id: 90000004411,
  responder_id: null,
  source: 1,
  company_id: 90000000777,
  status: 8,
  subject: 'Hub does not start',
  association_type: null,
  support_email: 'support@acme.freshdesk.com',
  to_emails: null,
  product_id: null,
  id: 412,
  type: 'Incident',
  due_by: '2026-03-05T16:00:00Z',
  fr_due_by: '2026-03-04T12:30:00Z',
  is_escalated: false,
  description: '<div>Students see a <b>503</b>.</div>',
  description_text: 'Students see a 503.',
  custom_fields: { cf_hub: 'spring', cf_severity: null, cf_engineer: false, cf_seats: 30 },
  created_at: '2026-03-04T10:30:00Z',
  updated_at: '2026-03-04T10:30:02Z',
  tags: ['hub'],
  attachments: [],
  source_info: null,
  source_additional_info: null,
  structured_description: null,
  sentiment_score: 41,
  initial_sentiment_score: 41,
  nr_due_by: null,
  nr_escalated: false,
  requester: {
    id: 90000004411,
    name: 'Ada Reef',
    email: 'ada@tidepool.example',
    mobile: null,
    phone: null,
  },
  company: { id: 90000000777, name: 'Tidepool University' },
  stats: {
    agent_responded_at: '2026-03-04T11:40:00Z',
    requester_responded_at: null,
    first_responded_at: '2026-03-04T11:00:00Z',
    status_updated_at: '2026-03-04T11:00:00Z',
    reopened_at: null,
    resolved_at: null,
    closed_at: null,
    pending_since: null,
  },
};

/** As an older account answers: fewer keys, nulls where newer ones have lists, no community. */
export const rawTicket2022 = {
  id: 14,
  cc_emails: null,
  fr_escalated: true,
  spam: false,
  group_id: null,
  priority: 1,
  requester_id: 5000000911,
  responder_id: 1080031140,
  source: 3,
  company_id: null,
  status: 2,
  subject: null,
  type: null,
  due_by: null,
  fr_due_by: null,
  is_escalated: true,
  description_text: 'Please call back.\r\n',
  custom_fields: { old_field: 'x' },
  created_at: '2022-02-20T18:03:42Z',
  updated_at: '2022-02-22T18:03:42Z',
  tags: null,
};

/** A ticket with some raw values replaced, parsed. */
export function ticketOf(changes: Record<string, unknown> = {}): Ticket {
  return ticketSchema.parse({ ...rawTicket2026, ...changes });
}

let fieldIds = 0;

/** A field of the ticket form, parsed. */
export function fieldOf(field: {
  readonly name: string;
  readonly type: string;
  readonly [key: string]: unknown;
}): TicketField {
  fieldIds += 1;
  return ticketFieldSchema.parse({
    id: fieldIds,
    label: field.name,
    position: fieldIds,
    default: field.type.startsWith('default_'),
    required_for_agents: false,
    required_for_closure: false,
    ...field,
  });
}

export type Scripted = FreshdeskTransport & { readonly requests: FreshdeskRequest[] };

/** An answer; anything but text becomes JSON. */
export function answer(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): FreshdeskResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: text,
  };
}

/** A transport that answers with what `respond` says and keeps the requests. */
export function scripted(
  respond: (request: FreshdeskRequest) => FreshdeskResponse,
  kind: 'key' | 'session' = 'key',
): Scripted {
  const requests: FreshdeskRequest[] = [];
  return {
    kind,
    canWrite: kind === 'key',
    requests,
    send: async (request) => {
      requests.push(request);
      return ok(respond(request));
    },
  };
}

/** A conversation as the list answers it. */
export function rawConversation(id: number, changes: Record<string, unknown> = {}) {
  return {
    id,
    ticket_id: 412,
    body: `<div>Entry ${id}</div>`,
    body_text: `Entry ${id}`,
    incoming: false,
    private: false,
    user_id: 90000003001,
    source: 0,
    from_email: 'Support <support@acme.freshdesk.com>',
    to_emails: ['ada@tidepool.example'],
    cc_emails: [],
    created_at: '2026-03-04T11:00:00Z',
    updated_at: '2026-03-04T11:00:00Z',
    ...changes,
  };
}

/** A time entry as an account of 2026 answers it. */
export function rawTimeEntry(id: number, changes: Record<string, unknown> = {}) {
  return {
    id,
    ticket_id: 412,
    company_id: 90000000777,
    agent_id: 90000003001,
    billable: true,
    note: 'Looked at the logs',
    timer_running: false,
    time_spent: '01:15',
    time_spent_in_seconds: 4509,
    executed_at: '2026-03-04T00:00:00Z',
    start_time: '2026-03-04T13:02:11Z',
    created_at: '2026-03-04T13:02:11Z',
    updated_at: '2026-03-04T14:17:20Z',
    ...changes,
  };
}
