import type { EditorTarget, PageRefresh } from '@/lib/contract/views';
import type { PageHealth } from '@/lib/contract/page';
import type { TicketRef } from '@/lib/contract/ticket';

/*
 * What the content script and its helper in the page's own world say to each other: CustomEvents whose detail is a JSON
 * string, because objects do not cross worlds in Firefox. Never a secret.
 */

export const REQUEST_EVENT = 'steward:request';
/** Answers to one request; the id makes the name unguessable. */
export const answerEvent = (id: string): string => `steward:answer:${id}`;
/** Takes a request back: the ticket was left, or nobody waits any more. */
export const cancelEvent = (id: string): string => `steward:cancel:${id}`;
/** Detail of the first answer, given at once: somebody is there and at work. */
export const HEARD = '"heard"';

export type InsertAsk = {
  readonly ask: 'insert';
  readonly ref: TicketRef;
  readonly target: EditorTarget;
  readonly html: string;
  /** For a reply that greets already; null: there is no such version. */
  readonly htmlWithoutGreeting: string | null;
};

export type WorldAsk =
  | InsertAsk
  | { readonly ask: 'refresh'; readonly ref: TicketRef }
  | { readonly ask: 'health' };

/** How an insert ended. `clipboard`: nothing vouches for the editor, and `reason` says why in one sentence. */
export type InsertAnswer =
  | { readonly how: 'inserted'; readonly recipients: readonly string[] }
  | { readonly how: 'clipboard'; readonly reason: string }
  | { readonly how: 'other-ticket' }
  | { readonly how: 'invalid' };

/** What each request is answered with. */
export type WorldAnswers = {
  readonly insert: InsertAnswer;
  readonly refresh: PageRefresh;
  readonly health: PageHealth;
};

export type WorldRequest = WorldAsk & { readonly id: string };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Reads the detail of an event; null for anything but a JSON string. */
export function parseDetail(event: Event): unknown {
  const detail: unknown = event instanceof CustomEvent ? event.detail : null;
  return typeof detail === 'string' ? parseJson(detail) : null;
}

/** Reads a request; null for anything that is none. */
export function parseRequest(event: Event): WorldRequest | null {
  const value = parseDetail(event);
  const [id, ask, target, html] = ['id', 'ask', 'target', 'html'].map((name) =>
    fieldOf(value, name),
  );
  const ref = fieldOf(value, 'ref');
  const [host, number] = [fieldOf(ref, 'host'), fieldOf(ref, 'id')];
  if (typeof id !== 'string') return null;
  if (ask === 'health') return { id, ask };
  if (typeof host !== 'string' || typeof number !== 'number') return null;
  const ticket = { host, id: number };
  if (ask === 'refresh') return { id, ask, ref: ticket };
  if (ask !== 'insert' || typeof html !== 'string') return null;
  if (target !== 'reply' && target !== 'note') return null;
  const short = fieldOf(value, 'htmlWithoutGreeting');
  const htmlWithoutGreeting = typeof short === 'string' ? short : null;
  return { id, ask, ref: ticket, target, html, htmlWithoutGreeting };
}
