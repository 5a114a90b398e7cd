import type { WorldAnswers, WorldAsk } from './page-world/protocol';
import { HEARD, REQUEST_EVENT, answerEvent, cancelEvent, parseDetail } from './page-world/protocol';

/**
 * Asks the helper in the page's own world. Null when nobody is there, when it takes longer than `timeoutMs`, or when the
 * signal aborts; the request is then taken back, so that nothing happens later that nobody was told of.
 */
export async function askPageWorld<A extends WorldAsk>(
  ask: A,
  options: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<WorldAnswers[A['ask']] | null> {
  if (options.signal.aborted) return null;
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    let heard = false;
    const end = (): void => {
      clearTimeout(timer);
      document.removeEventListener(answerEvent(id), onAnswer);
      options.signal.removeEventListener('abort', cancel);
    };
    const cancel = (): void => {
      end();
      dispatchEvent(new CustomEvent(cancelEvent(id)));
      resolve(null);
    };
    const onAnswer = (event: Event): void => {
      if (event instanceof CustomEvent && event.detail === HEARD) {
        heard = true;
        return;
      }
      end();
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the other half of Steward answers by this type
      resolve(parseDetail(event) as WorldAnswers[A['ask']] | null);
    };
    const timer = setTimeout(cancel, options.timeoutMs);
    document.addEventListener(answerEvent(id), onAnswer);
    options.signal.addEventListener('abort', cancel, { once: true });
    const detail = JSON.stringify({ ...ask, id });
    document.dispatchEvent(new CustomEvent(REQUEST_EVENT, { detail, bubbles: true }));
    if (!heard) cancel();
  });
}
