import { createFreshdesk, type Freshdesk } from '../../../sandbox/freshdesk/index.ts';
import type { Account } from '../../../sandbox/types.ts';

/** A Wednesday, 11:00 in New York, inside the seeded opening hours. */
export const START = new Date('2026-03-11T15:00:00Z');

type ErrorEntry = { field: string; message: string; code: string };

/** Values that tests read from answers. An answer has some of them; a test names those that it expects. */
export type Body = {
  id: number;
  name: string;
  status: number;
  priority: number;
  type: string | null;
  message: string;
  code: string;
  description: string;
  description_text: string;
  errors: [ErrorEntry, ...ErrorEntry[]];
  contact: { name: string };
  requester: { name: string };
  company: { id: number; name: string };
  company_id: number;
  stats: Record<string, string | null>;
  conversations: [Body, ...Body[]];
  ticket: Body;
  draft: { body: string; saved_at: string };
  meta: { csrf_token: string; count: number };
  body: string;
  private: boolean;
  to_emails: string[];
  tags: string[];
  deleted: boolean;
  due_by: string;
  fr_due_by: string;
  nr_due_by: string;
  fr_escalated: boolean;
  created_at: string;
  updated_at: string;
  executed_at: string;
  custom_fields: Record<string, unknown>;
  choices: Record<string, unknown>;
  results: [Body, ...Body[]];
  total: number;
  time_spent: string;
  time_spent_in_seconds: number;
  timer_running: boolean;
  agent_id: number;
  content_html: string;
  business_hours: Record<string, { start_time: string; end_time: string }>;
  sla_target: Record<string, Record<string, unknown>>;
};

/** An answer; `json` and `rows` are the same value, read as one record or as a list. */
export type Reply = {
  status: number;
  headers: Headers;
  text: string;
  json: Body;
  rows: [Body, ...Body[]];
};

export type Bench = {
  freshdesk: Freshdesk;
  /** Moves the clock. */
  advance: (ms: number) => void;
  /** With an agent's key; Bo's unless said otherwise. */
  api: (method: string, path: string, body?: unknown, key?: string) => Promise<Reply>;
  /** With the page's session; writes carry the CSRF token. */
  page: (method: string, path: string, body?: unknown) => Promise<Reply>;
  /** Bare: whatever headers the test gives. */
  raw: (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ) => Promise<Reply>;
};

/** A stand-in with a clock that stands still until it is moved. */
export function createBench(account: Partial<Account> = {}): Bench {
  let now = START.getTime();
  const freshdesk = createFreshdesk({ account, now: () => new Date(now) });
  const send = async (path: string, init: RequestInit): Promise<Reply> => {
    const response = await freshdesk.handler(
      new Request(`https://acme.freshdesk.com${path}`, init),
    );
    const text = await response.text();
    const parsed = parse(text);
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: parsed as Body,
      rows: parsed as [Body, ...Body[]],
    };
  };
  const withBody = (
    headers: Record<string, string>,
    method: string,
    body: unknown,
  ): RequestInit => ({
    method,
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const bench: Bench = {
    freshdesk,
    advance: (ms) => {
      now += ms;
    },
    api: (method, path, body, key = freshdesk.keys.agent) =>
      send(`/api/v2${path}`, withBody(basic(key), method, body)),
    page: async (method, path, body) => {
      const cookie = { cookie: freshdesk.sessionCookie };
      if (method === 'GET') return send(`/api/_${path}`, { headers: cookie });
      const me = await send('/api/_/bootstrap/me', { headers: cookie });
      const headers = {
        ...cookie,
        'x-csrf-token': me.json.meta.csrf_token,
        'x-requested-with': 'XMLHttpRequest',
      };
      return send(`/api/_${path}`, withBody(headers, method, body));
    },
    raw: (method, path, headers, body) =>
      send(path, { method, headers, ...(body === undefined ? {} : { body }) }),
  };
  return bench;
}

/** Header of Basic auth with a key. */
export function basic(key: string): Record<string, string> {
  return { authorization: `Basic ${btoa(`${key}:X`)}` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
