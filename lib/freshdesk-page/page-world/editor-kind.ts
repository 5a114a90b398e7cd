import type { EditorKind, EditorMemory } from './editor-memory';
import { closest, find } from '../find';
import { editorBox, privateMark, quoteMarker, recipientLine } from '../selectors';

/** The box with an editor's recipients and footer. */
export const boxOf = (editor: Element): Element => closest(editorBox, editor) ?? editor;

const ADDRESS = /[^\s<>,;:"()]+@[^\s<>,;:"()]+\.[a-z]{2,}/gi;
/** Places in the box that hold addresses which are not recipients: the text itself, and whom the mail comes from. */
const NOT_RECIPIENTS =
  '.fr-box, [class*="from"], [aria-haspopup], .ember-power-select-trigger, select';

function addressesIn(element: Element): readonly string[] {
  if (element.matches(NOT_RECIPIENTS)) return [];
  return [...element.childNodes].flatMap((node) => {
    if (node instanceof Element) return addressesIn(node);
    return node.nodeType === Node.TEXT_NODE ? ((node.nodeValue ?? '').match(ADDRESS) ?? []) : [];
  });
}

/** Addresses that a mail in this editor goes to, as the page shows them; empty when it shows none. */
export function recipientsOf(editor: Element): readonly string[] {
  const box = boxOf(editor);
  return [...new Set(addressesIn(find(recipientLine, box)?.element ?? box))];
}

/** What the editor's surroundings say: mail has recipients or a folded quote, a note has the private mark and neither. */
function looksLike(editor: Element): 'mail' | 'note' | null {
  const box = boxOf(editor);
  const isMail = find(recipientLine, box) !== null || find(quoteMarker, box) !== null;
  const marked = find(privateMark, box) !== null || closest(privateMark, editor) !== null;
  // The mark's colour is also seen on mail, so recipients decide (colouring userscript, 2026-07).
  if (isMail) return 'mail';
  return marked ? 'note' : null;
}

/**
 * What an open editor is for; null when the facts do not agree or do not suffice, because a private note's text in a
 * public reply cannot be taken back.
 */
export function kindOf(editor: Element, memory: EditorMemory): EditorKind | null {
  const looks = looksLike(editor);
  const opened = memory.openedAs(editor);
  if (opened === null) {
    if (looks === 'note') return 'note';
    // Freshdesk folds the quote below a reply; a forward shows what it forwards.
    return looks === 'mail' && find(quoteMarker, boxOf(editor)) !== null ? 'reply' : null;
  }
  if (looks === null) return opened;
  return (looks === 'note') === (opened === 'note') ? opened : null;
}
