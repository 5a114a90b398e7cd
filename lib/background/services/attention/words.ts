import type { Clock } from '@/lib/domain/slo';
import type { Lane } from '@/lib/contract/list';
import type { NoticeKind } from '@/lib/contract/working-time';
import { cleanLine, cutText } from '@/lib/domain/plain';
import { durationWords, timeWords } from '@/lib/domain/words';
import type { NoticeContent } from '@/lib/platform/notices-port';
import { needWords } from './badge';
import type { Item } from './picture';

/** Systems show about as much of a notification before they cut it. */
const LINES = 4;
const SUBJECT_LENGTH = 80;

export const OPEN_BUTTON = 0;
export const SNOOZE_BUTTON = 1;
const BUTTONS: readonly string[] = ['Open', 'Snooze 1 h'];

const KIND_WORDS: Readonly<Record<Exclude<NoticeKind, 'answer-due' | 'update-due'>, string>> = {
  'new-request': 'New request',
  'requester-answered': 'The requester wrote again',
  'may-close': 'May be closed now',
};

/** What is due, in front of "due in …". */
function dutyOf(lane: Lane): string {
  if (lane === 'unread') return 'Reading';
  return lane === 'update-due' ? 'Update' : 'Answer';
}

/** `due in 1 h 10 m`, `late by 20 m`, and the due time itself while working time stands still. */
function dueWords(clock: Clock | null, timeZone: string, now: Date): string {
  if (clock === null || clock.leftMinutes === null) return 'due';
  const { leftMinutes, dueAt, state } = clock;
  if (leftMinutes <= 0)
    return leftMinutes > -1 ? 'due now' : `late by ${durationWords(leftMinutes)}`;
  if (state === 'stopped' && dueAt !== null) return `due ${timeWords(dueAt, timeZone, now)}`;
  return leftMinutes < 1 ? 'due now' : `due in ${durationWords(leftMinutes)}`;
}

function whatOf({ attention, happening }: Item, timeZone: string, now: Date): string {
  const { kind = 'answer-due' } = happening ?? {};
  if (kind === 'answer-due' || kind === 'update-due')
    return `${dutyOf(attention.lane)} ${dueWords(attention.clock, timeZone, now)}`;
  return KIND_WORDS[kind];
}

/** `#4242 Cannot log in`: subjects are written by strangers, so only what can be seen, on one line. */
function whichOf({ ticket }: Item): string {
  const { ref, subject } = ticket.facts;
  return `#${ref.id} ${cutText(cleanLine(subject), SUBJECT_LENGTH)}`.trim();
}

/**
 * One notification for all of these, most urgent first; `asOf` is said when Freshdesk has not answered since then.
 * Plain text: nothing in it is read as markup. Times are in the steward's zone.
 */
export function noticeOf(input: {
  readonly items: readonly Item[];
  readonly timeZone: string;
  readonly now: Date;
  readonly asOf: Date | null;
}): NoticeContent {
  const { items, timeZone, now, asOf } = input;
  const caution =
    asOf === null
      ? []
      : [`As of ${timeWords(asOf, timeZone, now)}: Freshdesk has not answered since.`];
  const [only, second] = items;
  if (only !== undefined && second === undefined) {
    const company = cutText(cleanLine(only.ticket.facts.company?.name ?? ''), SUBJECT_LENGTH);
    const lines = [whichOf(only), ...(company === '' ? [] : [company]), ...caution];
    return { title: whatOf(only, timeZone, now), message: lines.join('\n'), buttons: BUTTONS };
  }
  const shown = items.length > LINES ? LINES - 1 : LINES;
  const lines = items
    .slice(0, shown)
    .map((item) => `${whatOf(item, timeZone, now)}: ${whichOf(item)}`);
  if (items.length > shown) lines.push(`… and ${items.length - shown} more`);
  return {
    title: needWords(items.length),
    message: [...lines, ...caution].join('\n'),
    buttons: BUTTONS,
  };
}
