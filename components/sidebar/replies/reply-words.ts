import type { TicketFacts } from '@/lib/contract/ticket';
import type { EditorTarget } from '@/lib/contract/views';
import { foreignLine } from '../foreign-text';

/** What inserting does outside, before the press. */
export function replyEffect(target: EditorTarget, facts: TicketFacts): string {
  if (target === 'note') return 'Opens a private note. Nobody outside sees it.';
  const name = foreignLine(facts.requester?.name ?? facts.requester?.email ?? 'the requester', 60);
  const copies = facts.ccEmails.length;
  const others = copies === 0 ? '' : ` + ${copies} cc`;
  return `Opens a reply to ${name}${others}. Nothing is sent.`;
}

/** What inserting did. */
export function insertedWords(target: EditorTarget, recipients: readonly string[]): string {
  if (target === 'note')
    return 'It is in the private note. Read it, then press Add note in Freshdesk.';
  const [first, ...others] = recipients.map((recipient) => foreignLine(recipient, 60));
  const to =
    first === undefined ? '' : ` to ${first}${others.length === 0 ? '' : ` + ${others.length}`}`;
  return `It is in the reply${to}. Read it, then press Send in Freshdesk.`;
}

/** The label of the button that starts a reply: more is asked where the name ends in an ellipsis. */
export function beginWords(asks: number): string {
  return asks === 0 ? 'Insert' : 'Insert…';
}
