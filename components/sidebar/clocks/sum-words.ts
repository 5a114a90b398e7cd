import type { Clock, ClockSumLine } from '@/lib/domain/slo';
import { dueSpanWords, exactWords, spanWords } from '@/lib/domain/span-words';
import { durationWords } from '@/lib/domain/words';
import { dayTime } from '../format';
import { PAUSE_WORDS } from './clock-words';
import { elsewhereWords } from './due-words';

/** One row of a sum: the stretch, and what it gave or why it gave nothing. */
export type SumRow = {
  /** Unlike that of any other row. */
  readonly key: string;
  readonly span: string;
  readonly what: string;
  readonly counts: boolean;
};

const CLOSED_WORDS = {
  holiday: 'closed (holiday)',
  'reduced-capacity': 'closed (reduced capacity)',
} as const;

function whatWords(line: ClockSumLine): string {
  switch (line.note) {
    case 'open':
      return exactWords(line.minutes);
    case 'closed':
      return line.because === undefined ? 'closed' : CLOSED_WORDS[line.because];
    case 'paused':
      return line.because === 'away'
        ? `away ${exactWords(line.minutes)}`
        : PAUSE_WORDS[line.because];
    default:
      return line satisfies never;
  }
}

/** The rows of a clock's sum in the words of its calendar's zone; the last one leads to the due time. */
export function sumRows(clock: Clock, now: Date): readonly SumRow[] {
  const { timeZone, dueAt } = clock;
  return clock.explain().map((line) => {
    const { from, to, note } = line;
    const last = note === 'open' && dueAt !== null && to.getTime() === dueAt.getTime();
    const span = last ? dueSpanWords(from, to, timeZone, now) : spanWords(from, to, timeZone, now);
    const key = `${note} ${from.toISOString()}`;
    return { key, span, what: whatWords(line), counts: note === 'open' };
  });
}

function countsIn({ counts, calendarName, timeZone }: Clock): string {
  switch (counts) {
    case 'working':
      return `counted in “${calendarName}” (${timeZone})`;
    case 'elapsed':
      return `by the clock on the wall (${timeZone})`;
    case 'active':
      return 'of time on this ticket';
    default:
      return counts satisfies never;
  }
}

/** The rule in a sentence: its name, how long, in what, and from when. */
export function ruleWords(clock: Clock, now: Date): string {
  const { startedAt, timeZone } = clock;
  const rule = `${clock.name}: ${durationWords(clock.targetMinutes)}, ${countsIn(clock)}`;
  return startedAt === null
    ? `${rule}. When it began is not known.`
    : `${rule}, from ${dayTime(startedAt, timeZone, now)}.`;
}

/** What else there is to know: pauses, the steward's own time, what nobody knows. Sentences, most telling first. */
export function noteWords(clock: Clock, ownZone: string, now: Date): readonly string[] {
  const { dueAt, timeZone, pausedWhile, state, metAt } = clock;
  const elsewhere = dueAt === null ? '' : elsewhereWords(dueAt, timeZone, ownZone, now);
  return [
    state === 'unknown' && 'Freshdesk’s answers do not tell whether it is met.',
    state === 'met' && metAt === null && 'Nobody knows when it was met.',
    dueAt !== null &&
      `Due ${dayTime(dueAt, timeZone, now)} in ${timeZone}${elsewhere === '' ? '' : `: ${dayTime(dueAt, ownZone, now)} your time (${ownZone})`}.`,
    clock.pausedBy !== null && 'When it will be due is known once it goes on.',
    pausedWhile.includes('waiting-on-requester') &&
      'It stands still from each answer of ours to the requester’s next message.',
    pausedWhile.includes('pending') &&
      'It stands still while the ticket is Pending; Freshdesk keeps the present stretch only, so earlier ones count.',
    clock.counts === 'active' &&
      'It runs while this ticket is in view and somebody is at the machine.',
  ].filter((note) => note !== false);
}
