import type { InsertReport } from '@/lib/contract/views';
import type { PageRequests } from '@/lib/contract/page';
import type { Result } from '@/lib/contract/result';
import { fail, ok } from '@/lib/platform/result';
import { askPageWorld } from './world';
import { copyText } from './clipboard';

/** Longer than the helper takes at most, shorter than the background waits. */
const TIMEOUT_MS = 14_000;

type Insert = PageRequests['page.insert']['input'];

async function toClipboard({ html, text }: Insert, reason: string): Promise<Result<InsertReport>> {
  const copied = await copyText(html, text);
  const hint = copied ? 'The text is on the clipboard.' : 'Copy the text from here.';
  return ok({ how: 'clipboard', html, text, reason: `${reason} ${hint}` });
}

/**
 * Has a text inserted into the reply or note of one ticket by the helper in the page's world, and reports how it ended. A text
 * that could not be inserted, or not be vouched for, is put on the clipboard. `page-changed` when the page shows another
 * ticket by then; nothing was inserted.
 */
export async function insertText(
  input: Insert,
  signal: AbortSignal,
): Promise<Result<InsertReport>> {
  const { ref, target, html, htmlWithoutGreeting } = input;
  const answer = await askPageWorld(
    { ask: 'insert', ref, target, html, htmlWithoutGreeting },
    { signal, timeoutMs: TIMEOUT_MS },
  );
  if (signal.aborted || answer?.how === 'other-ticket') {
    return fail('page-changed', 'The page shows another ticket now. Nothing was inserted.');
  }
  if (answer === null) return toClipboard(input, 'Freshdesk’s editor could not be reached.');
  if (answer.how === 'invalid') {
    return fail('invalid-input', 'The text contains markup that Steward does not insert.');
  }
  if (answer.how === 'clipboard') return toClipboard(input, answer.reason);
  return ok({ how: 'inserted', target, recipients: answer.recipients, verified: true });
}
