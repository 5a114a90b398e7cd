import type { EditorTarget } from '@/lib/contract/views';
import { closest, findAll, isOnPath } from '../find';
import { editorElement, forwardButton, noteButton, replyButton } from '../selectors';
import { ticketFromUrl } from '../url';
import { waitFor } from '../wait';

/** What an editor was opened as. */
export type EditorKind = EditorTarget | 'forward';

/** What was seen of the agent's hands: it tells editors apart that look alike, and a placed caret from a default one. */
export type EditorMemory = {
  readonly openedAs: (editor: Element) => EditorKind | null;
  readonly remember: (editor: Element, kind: EditorKind) => void;
  /** The agent clicked or typed in this editor on this ticket, so the caret in it stands where they want it. */
  readonly caretPlaced: (editor: Element) => boolean;
};

/** An editor that appears within this time of a press was opened by it. */
const OPENING_MS = 10_000;

const BUTTONS = [
  [replyButton, 'reply'],
  [noteButton, 'note'],
  [forwardButton, 'forward'],
] as const;

/** Freshdesk's own keys while nobody types: `r` measured live in public, 2026-08; the others by analogy, unproven. */
const KEYS: Readonly<Record<string, EditorKind>> = { r: 'reply', n: 'note', f: 'forward' };

const isTyping = (event: Event): boolean => {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
};

function pressedKind(event: Event): EditorKind | null {
  return BUTTONS.find(([anchor]) => isOnPath(anchor, event))?.[1] ?? null;
}

const editorOf = (event: Event): Element | null => {
  const [target] = event.composedPath();
  return target instanceof Element ? closest(editorElement, target) : null;
};

/**
 * Watches which button or key came before an editor appeared, and in which editor the agent clicked or typed. Only an editor
 * that is new counts: with one open already, Freshdesk may ask whether to leave it, and the agent may stay.
 */
export function createEditorMemory(view: Window): EditorMemory {
  const ticketId = (): number | null => ticketFromUrl(view.location.href)?.id ?? null;
  const kinds = new WeakMap<Element, { readonly kind: EditorKind; readonly on: number | null }>();
  const carets = new WeakMap<Element, number | null>();
  let opening = new AbortController();

  const remember = (editor: Element, kind: EditorKind): void => {
    kinds.set(editor, { kind, on: ticketId() });
  };
  const expect = async (kind: EditorKind): Promise<void> => {
    opening.abort();
    opening = new AbortController();
    const before = findAll(editorElement);
    // The library may use one element for reply and note in turn, so what these were no longer counts.
    for (const editor of before) kinds.delete(editor);
    const editor = await waitFor(
      () => findAll(editorElement).find((one) => !before.includes(one)) ?? null,
      { signal: opening.signal, timeoutMs: OPENING_MS },
    );
    if (editor !== null) remember(editor, kind);
  };
  const onClick = (event: Event): void => {
    const kind = ticketId() === null ? null : pressedKind(event);
    if (kind !== null) void expect(kind);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey) return;
    const kind = KEYS[event.key];
    if (kind !== undefined && ticketId() !== null && !isTyping(event)) void expect(kind);
  };
  const onHand = (event: Event): void => {
    const editor = event.isTrusted ? editorOf(event) : null;
    if (editor !== null) carets.set(editor, ticketId());
  };
  const options = { capture: true, passive: true };
  view.addEventListener('click', onClick, options);
  view.addEventListener('keydown', onKey, options);
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
