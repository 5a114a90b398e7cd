import type { WorldAnswers, WorldRequest } from './protocol';
import { HEARD, REQUEST_EVENT, answerEvent, cancelEvent, parseRequest } from './protocol';
import { createEditorMemory } from './editor-memory';
import { health } from './health';
import { insertText } from './editor';
import { refreshTicket } from './refresh';

/**
 * Listens in the page's own world for the content script's requests: the only way to Freshdesk's editor and models. Leaves
 * no global behind, knows no secret, and does nothing by itself but remember which editor the agent worked in.
 */
export function startPageWorld(view: Window): void {
  const memory = createEditorMemory(view);

  const handle = async (
    request: WorldRequest,
    signal: AbortSignal,
  ): Promise<WorldAnswers[keyof WorldAnswers]> => {
    switch (request.ask) {
      case 'insert':
        return insertText(request, { memory, signal, view });
      case 'refresh':
        return refreshTicket(request.ref, { signal, view });
      case 'health':
        return health();
      default:
        return request satisfies never;
    }
  };

  view.addEventListener(
    REQUEST_EVENT,
    (event) => {
      const request = parseRequest(event);
      if (request === null) return;
      // A second copy of this script (an extension updated under an open page) must not insert once more.
      event.stopImmediatePropagation();
      const cancelled = new AbortController();
      const say = (detail: string): void => {
        view.document.dispatchEvent(new CustomEvent(answerEvent(request.id), { detail }));
      };
      view.addEventListener(cancelEvent(request.id), () => cancelled.abort(), { once: true });
      say(HEARD);
      void handle(request, cancelled.signal).then((answer) => say(JSON.stringify(answer)));
    },
    { capture: true },
  );
}
