import type { EditorTarget } from '@/lib/contract/views';
import { closest, findAll, isOnPath } from '../find';
import { editorElement, forwardButton, noteButton, replyButton } from '../selectors';
import { ticketFromUrl } from '../url';

/** What an editor was opened as. */
export type EditorKind = EditorTarget | 'forward';

/** What was seen of the agent's hands: it tells editors apart that look alike, and a placed caret from a default one. */
export type EditorMemory = {
  readonly openedAs: (editor: Element) => EditorKind | null;
  readonly remember: (editor: Element, kind: EditorKind) => void;
  /** The agent clicked or typed in this editor on this ticket, so the caret in it stands where they want it. */
  readonly caretPlaced: (editor: Element) => boolean;
};

/** A press on a button opens its editor within this time, or it opened something else. */
const OPENING_MS = 10_000;

const BUTTONS = [
  [replyButton, 'reply'],
  [noteButton, 'note'],
  [forwardButton, 'forward'],
] as const;

function pressedKind(event: Event): EditorKind | null {
  return BUTTONS.find(([anchor]) => isOnPath(anchor, event))?.[1] ?? null;
}

const editorOf = (event: Event): Element | null => {
  const [target] = event.composedPath();
  return target instanceof Element ? closest(editorElement, target) : null;
};

/**
 * Watches which button the agent (or Steward) pressed before an editor took the focus, and in which editor they clicked
 * or typed. A key pressed elsewhere in between may have opened another editor, so it makes the press forgotten.
 */
export function createEditorMemory(view: Window): EditorMemory {
  const ticketId = (): number | null => ticketFromUrl(view.location.href)?.id ?? null;
  const kinds = new WeakMap<Element, { readonly kind: EditorKind; readonly on: number | null }>();
  const carets = new WeakMap<Element, number | null>();
  let pressed: { readonly kind: EditorKind; readonly atMs: number } | null = null;

  const remember = (editor: Element, kind: EditorKind): void => {
    kinds.set(editor, { kind, on: ticketId() });
  };
  const onClick = (event: Event): void => {
    const kind = pressedKind(event);
    if (kind === null) return;
    pressed = { kind, atMs: performance.now() };
    // The library may use one element for reply and note in turn.
    for (const editor of findAll(editorElement)) kinds.delete(editor);
  };
  const onFocus = (event: Event): void => {
    const editor = pressed === null ? null : editorOf(event);
    if (editor === null || pressed === null) return;
    if (performance.now() - pressed.atMs < OPENING_MS) remember(editor, pressed.kind);
    pressed = null;
  };
  const onHand = (event: Event): void => {
    if (!event.isTrusted) return;
    const editor = editorOf(event);
    if (editor !== null) carets.set(editor, ticketId());
    else if (event.type === 'keyup') pressed = null;
  };
  const options = { capture: true, passive: true };
  view.addEventListener('click', onClick, options);
  view.addEventListener('focusin', onFocus, options);
  view.addEventListener('pointerup', onHand, options);
  view.addEventListener('keyup', onHand, options);

  return {
    openedAs: (editor) => {
      const known = kinds.get(editor);
      return known !== undefined && known.on === ticketId() ? known.kind : null;
    },
    remember,
    caretPlaced: (editor) => carets.has(editor) && carets.get(editor) === ticketId(),
  };
}
