import { nearTime } from '@/components/sidebar/format';
import type { Tone } from '@/components/ui/tone';
import type { Lane } from '@/lib/contract/list';
import type { Attention } from '@/lib/domain/attention';
import { durationWords } from '@/lib/domain/words';

/** What a deadline is about, in the lanes that deadlines make. */
const SUBJECTS: Readonly<Partial<Record<Lane, string>>> = {
  'answer-due': 'Answer',
  'update-due': 'Update',
  unread: 'Reading',
};

/** Why a ticket stands where it stands: the words, the time beside them, and how far the deciding clock is. */
export type WaitWords = {
  readonly text: string;
  /** In the steward's own zone; empty when there is none. */
  readonly time: string;
  /** Used share of the clock, 0 to 1 in hundredths; null without a clock. */
  readonly fraction: number | null;
  readonly tone: Tone | 'rest';
};

type Words = { readonly text: string; readonly time: string };

function deadlineWords(
  { lane, clock }: Attention & { readonly clock: NonNullable<Attention['clock']> },
  near: (at: Date) => string,
): Words {
  const subject = SUBJECTS[lane] ?? clock.name;
  const { leftMinutes, dueAt, state } = clock;
  if (leftMinutes === null || dueAt === null) return { text: `${subject}: not known`, time: '' };
  const length = durationWords(leftMinutes);
  if (state === 'overdue')
    return { text: `${subject} overdue by ${length}`, time: `since ${near(dueAt)}` };
  const working = state === 'stopped' ? ' of working time' : '';
  return { text: `${subject} due in ${length}${working}`, time: near(dueAt) };
}

function closingWords(
  { clock, close }: Attention & { readonly clock: NonNullable<Attention['clock']> },
  near: (at: Date) => string,
): Words {
  const { dueAt, state, leftMinutes } = clock;
  if (dueAt === null) return { text: 'Resolved', time: '' };
  if (state === 'due-soon') {
    const word = close?.allowed === true ? 'May be closed since' : 'Quiet for long enough since';
    return { text: `${word} ${near(dueAt)}`, time: '' };
  }
  return { text: `May be closed in ${durationWords(leftMinutes ?? 0)}`, time: near(dueAt) };
}

function turnWords({ lane, since }: Attention, near: (at: Date) => string): Words {
  const word = lane === 'waiting-on-them' ? 'Waits on them' : 'Waits on us';
  return { text: since === null ? word : `${word} since ${near(since)}`, time: '' };
}

const TONES = { late: 'bad', soon: 'warn', now: 'ok', rest: 'accent' } as const;

/** The deciding clock, or whose turn it is, in words; times in `ownZone` (IANA). */
export function waitWords(attention: Attention, ownZone: string, now: Date): WaitWords {
  const near = (at: Date): string => nearTime(at, ownZone, now);
  const { clock, level } = attention;
  if (clock === null) return { ...turnWords(attention, near), fraction: null, tone: 'rest' };
  const words =
    clock.kind === 'wait'
      ? closingWords({ ...attention, clock }, near)
      : deadlineWords({ ...attention, clock }, near);
  const fraction = clock.fraction === null ? null : Math.round(clock.fraction * 100) / 100;
  const counting = clock.kind === 'deadline' && level === 'now' ? 'accent' : TONES[level];
  return { ...words, fraction, tone: clock.state === 'stopped' ? 'rest' : counting };
}
