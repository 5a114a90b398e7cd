import type { EditorMemory } from './editor-memory';
import type { InsertAnswer, InsertAsk } from './protocol';
import { froalaOf } from './froala';
import { insertBlocks } from './insert';
import { isInsertable } from './insertable';
import { isVisible } from '../find';
import { kindOf, recipientsOf } from './editor-kind';
import { openEditor } from './editor-open';
import { sameTicket, ticketFromUrl } from '../url';
import { typeInto } from './type-into';

export type InsertOptions = {
  readonly memory: EditorMemory;
  /** Aborts when the ticket is left or nobody waits for the answer. */
  readonly signal: AbortSignal;
  readonly view: Window;
};

const clipboard = (reason: string): InsertAnswer => ({ how: 'clipboard', reason });

const WHY_NOT = {
  'taken-back': 'Freshdesk’s editor changed the text, so it was taken out again.',
  'left-over': 'Freshdesk’s editor changed the text. Check the editor before you send.',
} as const;
const UNCHECKED =
  'The text was put into the editor, but Steward could not check what Freshdesk will send: look before you send.';

function write(editor: HTMLElement, ask: InsertAsk, { memory, view }: InsertOptions): InsertAnswer {
  const recipients = recipientsOf(editor);
  const useCaret = memory.caretPlaced(editor);
  const froala = froalaOf(editor, view);
  if (froala === null) {
    // No library to ask: the text may go in, but nothing can vouch for what Freshdesk will send.
    return clipboard(
      typeInto(editor, ask, useCaret) ? UNCHECKED : 'Freshdesk’s editor could not be reached.',
    );
  }
  const outcome = insertBlocks(froala, ask, useCaret, view);
  return outcome === 'inserted' ? { how: 'inserted', recipients } : clipboard(WHY_NOT[outcome]);
}

/**
 * Inserts a text into the reply or note of one ticket: opens the editor, waits until Freshdesk has filled it, inserts as one
 * undo step, reads the editor's model back, and only then says "inserted". Never sends. Whatever stands in the way
 * ends with one sentence why; a page that shows another ticket by then gets nothing.
 */
export async function insertText(ask: InsertAsk, options: InsertOptions): Promise<InsertAnswer> {
  const { memory, signal, view } = options;
  const isHere = (): boolean =>
    !signal.aborted && sameTicket(ticketFromUrl(view.location.href), ask.ref);
  if (!isHere()) return { how: 'other-ticket' };
  const versions = [ask.html, ask.htmlWithoutGreeting];
  if (versions.some((html) => html !== null && !isInsertable(html))) return { how: 'invalid' };
  const opened = await openEditor(ask.target, { memory, signal });
  if (!isHere()) return { how: 'other-ticket' };
  if ('reason' in opened) return clipboard(opened.reason);
  if (!isVisible(opened.editor) || kindOf(opened.editor, memory) !== ask.target) {
    return clipboard('Freshdesk changed its editor in the meantime.');
  }
  return write(opened.editor, ask, options);
}
