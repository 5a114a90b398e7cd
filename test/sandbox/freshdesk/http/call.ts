import type { Agent } from '../model/account.ts';
import type { Answer } from './answer.ts';

/** A request that passed authentication, on its way into a route. */
export type Call = {
  method: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Parsed JSON; undefined when the request had no body. */
  body: unknown;
  agent: Agent;
  /** Rights of an administrator. */
  admin: boolean;
  /** 1 global, 2 group, 3 restricted. */
  scope: 1 | 2 | 3;
};

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One entry of a route table. Paths are Hono patterns below the table's base path. */
export type Route = {
  method: Method;
  path: string;
  run: (call: Call) => Answer;
  /** Administrators only. */
  admin?: boolean;
  /** Counts against this sub-limit of the minute as well. */
  limit?: SubLimit;
  /** Calls charged against the minute's budget; 1 when absent. */
  cost?: (query: URLSearchParams) => number;
  /** Query parameters the call knows; absent: they are not checked. */
  query?: readonly string[];
};

/** Kinds of calls with a limit of their own (API reference, rate limits). */
export type SubLimit = 'ticket-create' | 'ticket-update' | 'ticket-list' | 'contact-list';

/** Numeric `:id` of a path; NaN never matches a record. */
export function idOf(call: Call, name = 'id'): number {
  return Number(call.params[name]);
}

/** The body as an object, or undefined when it is anything else. */
export function bodyObject(call: Call): Record<string, unknown> | undefined {
  const { body } = call;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  return { ...body };
}
