import type { WorldOutcome, WorldRequest } from './protocol';
import { REQUEST_EVENT, answerEvent, parseRequest } from './protocol';
import { froalaOf } from './froala';
import { insertBlocks } from './insert';
import { reloadTicket } from './ember';
import { ticketFromUrl } from '../url';

function insert(
  request: Extract<WorldRequest, { ask: 'insert' }>,
  element: EventTarget | undefined,
  view: Window,
): WorldOutcome {
  const editor = element instanceof Element ? froalaOf(element, view) : null;
  if (editor === null) return 'no-editor';
  return insertBlocks(editor, request.html, request.useCaret, view);
}

/**
 * Listens in the page's own world for the content script's requests: the only way to Freshdesk's editor and models. Leaves
 * no global and nothing else behind, knows no secret, and does nothing by itself.
 */
export function startPageWorld(view: Window): void {
  const answer = (id: string, outcome: WorldOutcome): void => {
    view.document.dispatchEvent(new CustomEvent(answerEvent(id), { detail: outcome }));
  };
  view.addEventListener(
    REQUEST_EVENT,
    (event) => {
      const request = event instanceof CustomEvent ? parseRequest(event.detail) : null;
      if (request === null) return;
      // A second copy of this script (an extension updated under an open page) must not insert once more.
      event.stopImmediatePropagation();
      if (ticketFromUrl(view.location.href)?.id !== request.ticketId) {
        answer(request.id, 'other-ticket');
      } else if (request.ask === 'insert') {
        answer(request.id, insert(request, event.composedPath()[0], view));
      } else {
        void reloadTicket(request.ticketId, view).then((outcome) => answer(request.id, outcome));
      }
    },
    { capture: true },
  );
}
