import type { EditorKind, EditorMemory } from './editor-memory';
import { closest, find } from '../find';
import { editorBox, privateMark, quoteMarker, recipientLine } from '../selectors';

/** The box with an editor's recipients and footer. */
export const boxOf = (editor: Element): Element => closest(editorBox, editor) ?? editor;

/** People a mail in this editor goes to, as the page shows them; empty when it shows none. */
export function recipientsOf(editor: Element): readonly string[] {
  const line = find(recipientLine, boxOf(editor))?.element;
  if (line === undefined) return [];
  const parts = (line.textContent ?? '').split(/[,;\n]+/);
  const people = parts.map((part) => part.replace(/^\s*(?:to|cc|bcc)\s*:?\s+/i, '').trim());
  return [...new Set(people.filter((person) => person.includes('@')))];
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
 * public reply cannot be taken back. A forward is told from a reply only by the button that opened it.
 */
export function kindOf(editor: Element, memory: EditorMemory): EditorKind | null {
  const looks = looksLike(editor);
  const opened = memory.openedAs(editor);
  if (opened === null) {
    if (looks === 'note') return 'note';
    return looks === 'mail' && recipientsOf(editor).length > 0 ? 'reply' : null;
  }
  if (looks === null) return opened;
  return (looks === 'note') === (opened === 'note') ? opened : null;
}
