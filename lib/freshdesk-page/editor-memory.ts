import type { EditorTarget } from '@/lib/contract/views';
import { closest, findAll, isOnPath } from './find';
import { editorElement, forwardButton, noteButton, replyButton } from './selectors';

/** What an editor was opened as. */
export type EditorKind = EditorTarget | 'forward';

/** What was seen of the agent's hands: it tells editors apart that look alike, and a placed caret from a default one. */
export type EditorMemory = {
  readonly openedAs: (editor: Element) => EditorKind | null;
  readonly remember: (editor: Element, kind: EditorKind) => void;
  /** The agent clicked or typed in this editor, so the caret in it stands where they want it. */
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
 * Watches, for one ticket, which button the agent (or Steward) pressed before an editor took the focus, and in which
 * editor they clicked or typed. A key in between may have opened another editor, so it makes the press forgotten.
 */
export function createEditorMemory(signal: AbortSignal): EditorMemory {
  const kinds = new WeakMap<Element, EditorKind>();
  const carets = new WeakSet<Element>();
  let pressed: { readonly kind: EditorKind; readonly atMs: number } | null = null;
  const options = { capture: true, passive: true, signal };

  const bind = (editor: Element): void => {
    if (pressed === null || performance.now() - pressed.atMs > OPENING_MS) return;
    kinds.set(editor, pressed.kind);
    pressed = null;
  };
  const onClick = (event: Event): void => {
    const kind = pressedKind(event);
    if (kind === null) return;
    pressed = { kind, atMs: performance.now() };
    // The library may use one element for reply and note in turn.
    for (const editor of findAll(editorElement)) kinds.delete(editor);
  };
  const onFocus = (event: Event): void => {
    const editor = editorOf(event);
    if (editor !== null) bind(editor);
  };
  const onHand = (event: Event): void => {
    if (!event.isTrusted) return;
    const editor = editorOf(event);
    if (editor !== null) carets.add(editor);
    else if (event.type === 'keyup') pressed = null;
  };
  document.addEventListener('click', onClick, options);
  document.addEventListener('focusin', onFocus, options);
  document.addEventListener('pointerup', onHand, options);
  document.addEventListener('keyup', onHand, options);

  return {
    openedAs: (editor) => kinds.get(editor) ?? null,
    remember: (editor, kind) => void kinds.set(editor, kind),
    caretPlaced: (editor) => carets.has(editor),
  };
}
