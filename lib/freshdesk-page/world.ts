import type { WorldOutcome, WorldRequest } from './page-world/protocol';
import { REQUEST_EVENT, answerEvent, parseOutcome } from './page-world/protocol';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A request to the page's world, before it gets its id. */
export type WorldAsk = WithoutId<WorldRequest>;

/**
 * Asks the helper in the page's own world; the request is dispatched on the element it is about. Null when nobody
 * answers within `timeoutMs`: the helper is missing, or the signal aborted.
 */
export async function askPageWorld(
  target: EventTarget,
  ask: WorldAsk,
  options: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<WorldOutcome | null> {
  if (options.signal.aborted) return null;
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const finish = (outcome: WorldOutcome | null): void => {
      clearTimeout(timer);
      document.removeEventListener(answerEvent(id), onAnswer);
      options.signal.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const onAnswer = (event: Event): void => {
      finish(event instanceof CustomEvent ? parseOutcome(event.detail) : null);
    };
    const onAbort = (): void => finish(null);
    const timer = setTimeout(() => finish(null), options.timeoutMs);
    document.addEventListener(answerEvent(id), onAnswer);
    options.signal.addEventListener('abort', onAbort, { once: true });
    const detail = JSON.stringify({ ...ask, id });
    target.dispatchEvent(new CustomEvent(REQUEST_EVENT, { detail, bubbles: true, composed: true }));
  });
}
