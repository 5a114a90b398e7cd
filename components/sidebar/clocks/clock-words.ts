import type { Tone } from '@/components/ui/tone';
import type { Clock } from '@/lib/domain/slo';
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
  const seconds = Math.max(0, Math.floor(clock.leftMinutes * 60));
  return `${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, '0')} s`;
}

export type ClockLook = {
  readonly chip: string | null;
  readonly tone: Tone;
  readonly meter: Tone | 'rest';
};

/** The word and colours of a clock's state. */
export function clockLook(clock: Clock, ownZone: string, now: Date): ClockLook {
  switch (clock.state) {
    case 'running':
      return {
        chip: clock.kind === 'wait' ? 'waiting' : 'in time',
        tone: 'plain',
        meter: 'accent',
      };
    case 'due-soon':
      return waitIsOver(clock)
        ? { chip: 'may be done', tone: 'accent', meter: 'ok' }
        : { chip: 'due soon', tone: 'warn', meter: 'warn' };
    case 'overdue':
      return { chip: 'overdue', tone: 'bad', meter: 'bad' };
    case 'stopped':
      return {
        chip:
          clock.opensAt === null
            ? 'stopped'
            : `rests until ${nearTime(clock.opensAt, ownZone, now)}`,
        tone: 'plain',
        meter: 'rest',
      };
    case 'met':
      return { chip: 'met', tone: 'ok', meter: 'ok' };
    case 'unknown':
      return { chip: 'not known', tone: 'plain', meter: 'rest' };
    default:
      return clock.state satisfies never;
  }
}

/** True for a deadline that was met, but after its time. */
export function metLate(clock: Clock): boolean {
  return clock.state === 'met' && clock.kind === 'deadline' && (clock.leftMinutes ?? 0) < 0;
}

/** What a clock says in the end of its one-line form. */
export function lineWords(clock: Clock): string {
  const target = durationWords(clock.targetMinutes);
  switch (clock.state) {
    case 'met':
      return clock.usedMinutes === null
        ? 'done'
        : `in ${durationWords(clock.usedMinutes)} of ${target}${metLate(clock) ? ' · late' : ''}`;
    case 'unknown':
      return 'not known';
    case 'overdue':
      return `${leftWords(clock)} late`;
    case 'running':
    case 'due-soon':
    case 'stopped':
      if (waitIsOver(clock)) return 'now';
      return `${leftWords(clock)} left`;
    default:
      return clock.state satisfies never;
  }
}

/** When a clock that still runs will end; empty for every other. */
export function untilWords(clock: Clock, ownZone: string, now: Date): string {
  const counts =
    clock.state === 'running' || clock.state === 'due-soon' || clock.state === 'stopped';
  if (!counts || clock.dueAt === null || waitIsOver(clock)) return '';
  return nearTime(clock.dueAt, ownZone, now);
}

/** A clock in one sentence, for those who hear it. */
export function clockSentence(clock: Clock, ownZone: string, now: Date): string {
  const until = untilWords(clock, ownZone, now);
  return `${clock.name}: ${lineWords(clock)}${until === '' ? '' : `, until ${until}`}`;
}
