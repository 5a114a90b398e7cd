import { canonicalContent, parseMarkup } from './markup';
import type { InsertAsk } from './protocol';
import { markupFor } from './version';
import { placeIn } from './place';

/**
 * Types the text into an editor whose library is out of reach, the way a keyboard would: the browser's own insert
 * command, which keeps undo and tells the editor. True when the text is on the page afterwards; whether the editor's model
 * holds it cannot be known.
 */
export function typeInto(editor: HTMLElement, ask: InsertAsk, useCaret: boolean): boolean {
  const selection = getSelection();
  if (selection === null) return false;
  const current = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const caret =
    useCaret && current !== null && editor.contains(current.endContainer) ? current : null;
  const place = placeIn(editor, caret);
  const { parent, before } = place;
  const html = markupFor(ask, place);
  editor.focus({ preventScroll: true });
  const range = document.createRange();
  if (before === null) range.selectNodeContents(parent);
  else range.setStartBefore(before);
  range.collapse(before !== null);
  selection.removeAllRanges();
  selection.addRange(range);
  if (!document.execCommand('insertHTML', false, html)) return false;
  return canonicalContent(editor).includes(canonicalContent(parseMarkup(html)));
}
