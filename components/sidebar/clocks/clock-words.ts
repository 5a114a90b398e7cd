import type { Tone } from '@/components/ui/tone';
import type { Clock, PauseReason } from '@/lib/domain/slo';
import { durationWords } from '@/lib/domain/words';
import { nearTime } from '../format';

/** Below this many minutes left, seconds are shown. */
const SECONDS_BELOW_MINUTES = 60;

/** True when a clock is close enough to its end to be counted in seconds. */
export function needsSeconds(clock: Clock): boolean {
  const ticking = (clock.state === 'running' || clock.state === 'due-soon') && !waitIsOver(clock);
  return ticking && clock.leftMinutes !== null && clock.leftMinutes < SECONDS_BELOW_MINUTES;
}

/** True for a wait whose time is up: nothing is late, something may be done now. */
export function waitIsOver(clock: Clock): boolean {
  return clock.kind === 'wait' && clock.state === 'due-soon';
}

/** Time left as a clock shows it: `5 h 12 m`, and `42 m 10 s` within the last hour. */
export function leftWords(clock: Clock): string {
  if (clock.leftMinutes === null) return '—';
  if (waitIsOver(clock)) return 'Now';
  if (!needsSeconds(clock)) return durationWords(Math.abs(clock.leftMinutes));
  // By whole milliseconds: minutes are fractions, which may lie a hair below the second.
  const seconds = Math.max(0, Math.floor(Math.round(clock.leftMinutes * 60_000) / 1_000));
  return `${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, '0')} s`;
}

/** What a paused clock waits for. */
export const PAUSE_WORDS: Readonly<Record<PauseReason, string>> = {
  pending: 'the ticket is Pending',
  'waiting-on-requester': 'waiting on the requester',
};

function stoppedWords(clock: Clock, ownZone: string, now: Date): string {
  if (clock.stoppedBecause === 'away') return 'stopped until you are back';
  if (clock.pausedBy !== null) return `stopped: ${PAUSE_WORDS[clock.pausedBy]}`;
  return clock.opensAt === null
    ? 'stopped'
    : `stopped until ${nearTime(clock.opensAt, ownZone, now)}`;
}

/** The state of a clock in words; times in the steward's own zone. */
export function stateWords(clock: Clock, ownZone: string, now: Date): string {
  switch (clock.state) {
    case 'running':
      return clock.kind === 'wait' ? 'waiting' : 'running';
    case 'due-soon':
      return waitIsOver(clock) ? 'may be done' : 'due soon';
    case 'overdue':
      return 'overdue';
    case 'stopped':
      return stoppedWords(clock, ownZone, now);
    case 'met':
      return 'met';
    case 'unknown':
      return 'not known';
    default:
      return clock.state satisfies never;
  }
}

export type ClockLook = { readonly tone: Tone; readonly meter: Tone | 'rest' };

/** The colours of a clock's state. */
export function clockLook(clock: Clock): ClockLook {
  switch (clock.state) {
    case 'running':
      return { tone: 'plain', meter: 'accent' };
    case 'due-soon':
      return waitIsOver(clock) ? { tone: 'accent', meter: 'ok' } : { tone: 'warn', meter: 'warn' };
    case 'overdue':
      return { tone: 'bad', meter: 'bad' };
    case 'stopped':
    case 'unknown':
      return { tone: 'plain', meter: 'rest' };
    case 'met':
      return { tone: 'ok', meter: 'ok' };
    default:
      return clock.state satisfies never;
  }
}

/** True for a deadline that was met, but after its time. */
export function metLate(clock: Clock): boolean {
  return clock.state === 'met' && clock.kind === 'deadline' && (clock.leftMinutes ?? 0) < 0;
}

function metWords(clock: Clock): string {
  if (clock.usedMinutes === null) return 'met';
  const late = metLate(clock) ? ' · late' : '';
  return `met in ${durationWords(clock.usedMinutes)} of ${durationWords(clock.targetMinutes)}${late}`;
}

/** What a clock says in the end of its one-line form. */
export function lineWords(clock: Clock): string {
  switch (clock.state) {
    case 'met':
      return metWords(clock);
    case 'unknown':
      return 'not known';
    case 'overdue':
      return `overdue by ${leftWords(clock)}`;
    case 'running':
    case 'due-soon':
    case 'stopped':
      return waitIsOver(clock) ? 'now' : `${leftWords(clock)} left`;
    default:
      return clock.state satisfies never;
  }
}

/** A clock in one sentence, for those who hear it. */
export function clockSentence(clock: Clock, ownZone: string, now: Date): string {
  const words = `${clock.name}: ${lineWords(clock)}`;
  const { state, dueAt } = clock;
  if (state === 'met' || state === 'unknown' || state === 'overdue') return words;
  const until =
    dueAt === null || waitIsOver(clock) ? '' : `, until ${nearTime(dueAt, ownZone, now)}`;
  return state === 'running'
    ? `${words}${until}`
    : `${words}, ${stateWords(clock, ownZone, now)}${until}`;
}
