/*
 * What the content script and its helper in the page's own world say to each other: CustomEvents whose detail is a JSON
 * string (objects do not cross worlds in Firefox), the request dispatched on the element it is about. Never a secret.
 */

export const REQUEST_EVENT = 'steward:request';

/** Name of the one event that answers a request; the id makes it unguessable. */
export const answerEvent = (id: string): string => `steward:answer:${id}`;

export type WorldRequest =
  | {
      readonly id: string;
      readonly ask: 'insert';
      readonly ticketId: number;
      readonly html: string;
      /** The agent put the caret where it is; else it is where Freshdesk left it. */
      readonly useCaret: boolean;
    }
  | { readonly id: string; readonly ask: 'reload'; readonly ticketId: number };

export type WorldOutcome =
  | 'inserted'
  /** No Froala instance belongs to the element. */
  | 'no-editor'
  | 'other-ticket'
  /** Froala's model did not take the text as it is; the editor is as before. */
  | 'taken-back'
  /** As above, but the editor could not be brought back to how it was. */
  | 'left-over'
  | 'reloaded'
  | 'no-model'
  /** The model holds changes that a reload would throw away. */
  | 'unsaved';

const OUTCOMES: ReadonlySet<string> = new Set<WorldOutcome>([
  'inserted',
  'no-editor',
  'other-ticket',
  'taken-back',
  'left-over',
  'reloaded',
  'no-model',
  'unsaved',
]);

const isOutcome = (value: unknown): value is WorldOutcome =>
  typeof value === 'string' && OUTCOMES.has(value);

/** Reads an answer's detail; null for anything that is none. */
export function parseOutcome(detail: unknown): WorldOutcome | null {
  return isOutcome(detail) ? detail : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads a request's detail; null for anything that is none. */
export function parseRequest(detail: unknown): WorldRequest | null {
  const value = typeof detail === 'string' ? parseJson(detail) : null;
  if (typeof value !== 'object' || value === null) return null;
  const field = (name: string): unknown => Reflect.get(value, name);
  const [id, ask, ticketId, html] = [field('id'), field('ask'), field('ticketId'), field('html')];
  if (typeof id !== 'string' || typeof ticketId !== 'number') return null;
  if (ask === 'reload') return { id, ask, ticketId };
  if (ask !== 'insert' || typeof html !== 'string') return null;
  return { id, ask, ticketId, html, useCaret: field('useCaret') === true };
}
