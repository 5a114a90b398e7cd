import type { FroalaInstance } from './froala';
import type { InsertAsk } from './protocol';
import { canonicalContent, parseMarkup, words } from './markup';
import { markupFor } from './version';
import { placeIn } from './place';

/** `taken-back`: the model did not take the text as it is, and the editor is as before; `left-over`: it is not. */
export type InsertOutcome = 'inserted' | 'taken-back' | 'left-over';

const MARKER = '.fr-marker';

function caretIn(editor: Element, view: Window): Range | null {
  const selection = view.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return editor.contains(range.endContainer) ? range : null;
}

const emptyLine = (doc: Document): HTMLElement => {
  const line = doc.createElement('div');
  line.append(doc.createElement('br'));
  return line;
};

/** What went into the editor, and the last node of it. */
type Added = { readonly html: string; readonly last: ChildNode | null };

/** Puts the version that fits its place into the editor. */
function put(editor: Element, ask: InsertAsk, caret: Range | null): Added {
  const doc = editor.ownerDocument;
  const place = placeIn(editor, caret);
  const { parent, before, replaces, spaceAbove, spaceBelow } = place;
  const html = markupFor(ask, place);
  const nodes = [...doc.importNode(parseMarkup(html), true).childNodes];
  const between = doc.createDocumentFragment();
  if (spaceAbove) between.append(emptyLine(doc));
  between.append(...nodes);
  if (spaceBelow) between.append(emptyLine(doc));
  parent.insertBefore(between, before);
  replaces?.remove();
  return { html, last: nodes.at(-1) ?? null };
}

function caretAfter(node: ChildNode, editor: HTMLElement, view: Window): void {
  const range = node.ownerDocument?.createRange();
  const selection = view.getSelection();
  if (range === undefined || selection === null) return;
  editor.focus({ preventScroll: true });
  range.selectNodeContents(node);
  range.collapse(false);
  selection.removeAllRanges();
  selection.addRange(range);
}

/** Whether `after` is `before` with exactly `html` added: the text to the letter, and no word of the agent's lost. */
function holds(before: string, after: string, html: string): boolean {
  const added = parseMarkup(html);
  const now = parseMarkup(after);
  if (!canonicalContent(now).includes(canonicalContent(added))) return false;
  const [was, own] = [words(parseMarkup(before)), words(added)];
  const is = words(now);
  for (let found = is.indexOf(own); found !== -1; found = is.indexOf(own, found + 1)) {
    if (is.slice(0, found) + is.slice(found + own.length) === was) return true;
  }
  return false;
}

/**
 * Inserts blocks into a Froala editor as one undo step, tells Froala, and reads its model back. What Freshdesk sends is that
 * model, which follows the page only on Froala's own events (measured live in public, 2026-09-30): a bare DOM
 * write would be on the screen and not in the mail.
 */
export function insertBlocks(
  editor: FroalaInstance,
  ask: InsertAsk,
  useCaret: boolean,
  view: Window,
): InsertOutcome {
  // A selection that Froala has put away as markers blocks its undo steps until it is put back.
  if (editor.el.querySelector(MARKER) !== null) editor.selection?.restore?.();
  const caret = useCaret ? caretIn(editor.el, view) : null;
  // What was typed a moment ago becomes its own step first, so that one undo takes back our text and nothing else.
  editor.keys?.forceUndo?.();
  editor.undo.saveStep();
  const before = editor.html.get();
  const { html, last } = put(editor.el, ask, caret);
  // The step is saved with the caret at its place and the focus here: else leaving the editor would add a step of its own.
  if (last !== null) caretAfter(last, editor.el, view);
  editor.undo.saveStep();
  editor.events.trigger('contentChanged');
  if (holds(before, editor.html.get(), html)) {
    const element = last instanceof Element ? last : last?.parentElement;
    element?.scrollIntoView({ block: 'nearest' });
    return 'inserted';
  }
  editor.undo.run();
  const restored = canonicalContent(parseMarkup(editor.html.get()));
  return restored === canonicalContent(parseMarkup(before)) ? 'taken-back' : 'left-over';
}
