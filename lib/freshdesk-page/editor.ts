import type { InsertReport } from '@/lib/contract/views';
import type { PageRequests } from '@/lib/contract/page';
import type { Result } from '@/lib/contract/result';
import type { EditorMemory } from './editor-memory';
import { fail, ok } from '@/lib/platform/result';
import { askPageWorld } from './world';
import { copyText } from './clipboard';
import { isInsertable } from './insertable';
import { isVisible } from './find';
import { kindOf, recipientsOf } from './editor-kind';
import { openEditor } from './editor-open';
import { sameTicket, ticketFromUrl } from './url';
import { typeInto } from './editor-fallback';

const ANSWER_TIMEOUT_MS = 2_000;

type Insert = PageRequests['page.insert']['input'];

const otherTicket = (): Result<never> =>
  fail('page-changed', 'The page shows another ticket now. Nothing was inserted.');

async function toClipboard(input: Insert, reason: string): Promise<Result<InsertReport>> {
  const copied = await copyText(input.html, input.text);
  const hint = copied ? 'The text is on the clipboard.' : 'Copy the text from here.';
  const { html, text } = input;
  return ok({ how: 'clipboard', html, text, reason: `${reason} ${hint}` });
}

/** What to say when the page's world could not insert; null when the browser's own command may be tried. */
const whyNot = {
  'taken-back': 'Freshdesk’s editor changed the text, so it was taken out again.',
  'left-over': 'Freshdesk’s editor changed the text. Check the editor before you send.',
} as const;

/**
 * Inserts a text into the reply or note of one ticket: opens the editor, waits until Freshdesk has filled it, inserts as one
 * undo step, reads the editor's model back, and only then says "inserted". Never sends. Whatever stands in the way
 * ends on the clipboard with one sentence why; a page that shows another ticket by then ends in `page-changed`, with
 * nothing inserted. `signal` aborts when the ticket is left.
 */
export async function insertText(
  input: Insert,
  options: { readonly memory: EditorMemory; readonly signal: AbortSignal },
): Promise<Result<InsertReport>> {
  const { memory, signal } = options;
  const isHere = (): boolean =>
    !signal.aborted && sameTicket(ticketFromUrl(location.href), input.ref);
  if (!isHere()) return otherTicket();
  if (!isInsertable(input.html)) {
    return fail('invalid-input', 'The text contains markup that Steward does not insert.');
  }
  const opened = await openEditor(input.target, { memory, signal });
  if (!isHere()) return otherTicket();
  if ('reason' in opened) return toClipboard(input, opened.reason);
  const { editor } = opened;
  if (!isVisible(editor) || kindOf(editor, memory) !== input.target) {
    return toClipboard(input, 'Freshdesk changed its editor in the meantime.');
  }
  const recipients = recipientsOf(editor);
  const useCaret = memory.caretPlaced(editor);
  const outcome = await askPageWorld(
    editor,
    { ask: 'insert', ticketId: input.ref.id, html: input.html, useCaret },
    { signal, timeoutMs: ANSWER_TIMEOUT_MS },
  );
  if (outcome === 'inserted') {
    return ok({ how: 'inserted', target: input.target, recipients, verified: true });
  }
  if (outcome === 'other-ticket' || !isHere()) return otherTicket();
  if (outcome === 'taken-back' || outcome === 'left-over') {
    return toClipboard(input, whyNot[outcome]);
  }
  // No library to ask: the text may go in, but nothing can vouch for what Freshdesk will send.
  const typed = typeInto(editor, input.html, useCaret);
  return toClipboard(
    input,
    typed
      ? 'The text was put into the editor, but Steward could not check what Freshdesk will send: look before you send.'
      : 'Freshdesk’s editor could not be reached.',
  );
}
