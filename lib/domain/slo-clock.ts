import type { Objective } from '@/lib/pack/schema';
import { dueAfter, explainTarget, minutesUsed, standsUntil } from './clock-count';
import type { History } from './evidence';
import type { NamedCalendar } from './pack-calendar';
import { activeClock } from './slo-active';
import { metOf, startOf, type Met } from './slo-facts';
import { pausesOf, type Pauses } from './slo-pauses';
import type { Clock, ClockState, StopReason } from './slo-types';
import { MINUTE_MS } from './zone';

const nothing = {
  stoppedBecause: null,
  pausedBy: null,
  dueAt: null,
  warnsAt: null,
  opensAt: null,
  usedMinutes: null,
  leftMinutes: null,
  fraction: null,
  explain: () => [],
} as const;

type Named = Pick<
  Clock,
  | 'objectiveId'
  | 'name'
  | 'purpose'
  | 'kind'
  | 'targetMinutes'
  | 'calendarName'
  | 'timeZone'
  | 'counts'
  | 'pausedWhile'
>;

function named(objective: Objective, { name, timeZone, counts }: NamedCalendar): Named {
  return {
    objectiveId: objective.id,
    name: objective.name,
    purpose: objective.purpose,
    kind: objective.kind ?? 'deadline',
    targetMinutes: objective.targetMinutes,
    calendarName: name,
    timeZone,
    counts,
    pausedWhile: objective.pausedWhile ?? [],
  };
}

/** When it was met, as far as anybody knows. */
function instantOf(met: Met): Date | null {
  return typeof met === 'object' && met.at !== null ? new Date(met.at) : null;
}

/** A clock of which only its name is known: its calendar cannot be counted in, or its times are not known. */
export function unknownClock(objective: Objective, calendar: NamedCalendar, met?: Met): Clock {
  const metAt = met === undefined ? null : instantOf(met);
  const state = typeof met === 'object' ? 'met' : 'unknown';
  return { ...named(objective, calendar), ...nothing, startedAt: null, metAt, state };
}

/** In ms, so that the clock turns at the very instant that working time says. */
function usedUp(usedMinutes: number, limitMinutes: number): boolean {
  return Math.round(usedMinutes * MINUTE_MS) >= Math.round(limitMinutes * MINUTE_MS);
}

type Standing = { state: ClockState; stoppedBecause: StopReason | null; opensAt: Date | null };

/** What an open clock does now. Throws `BusinessTimeError`. */
function standing(
  objective: Objective,
  { calendar }: NamedCalendar,
  used: number,
  pauses: Pauses,
  now: Date,
): Standing {
  const wait = objective.kind === 'wait';
  const { targetMinutes, warnAt } = objective;
  const runs = (state: ClockState): Standing => ({ state, stoppedBecause: null, opensAt: null });
  if (usedUp(used, targetMinutes)) return runs(wait ? 'due-soon' : 'overdue');
  if (pauses.open !== null) return { state: 'stopped', stoppedBecause: 'paused', opensAt: null };
  const opensAt = standsUntil(calendar, now);
  if (opensAt !== null) return { state: 'stopped', stoppedBecause: 'closed', opensAt };
  return runs(!wait && usedUp(used, warnAt * targetMinutes) ? 'due-soon' : 'running');
}

/** When an open deadline turns due soon: within working time, since a clock that stands still says so first. */
function warningOf(
  objective: Objective,
  { calendar }: NamedCalendar,
  clock: { readonly startedAt: Date; readonly dueAt: Date | null } & Standing,
  pauses: Pauses,
): Date | null {
  const { startedAt, dueAt, state, opensAt } = clock;
  if (objective.kind === 'wait' || dueAt === null) return null;
  if (state !== 'running' && state !== 'stopped') return null;
  const at = dueAfter(calendar, startedAt, objective.warnAt * objective.targetMinutes, pauses);
  if (at === null) return null;
  const later = opensAt !== null && opensAt > at ? opensAt : (standsUntil(calendar, at) ?? at);
  return later < dueAt ? later : null;
}

/**
 * The clock of one objective on one ticket; null when it has not started. Throws `BusinessTimeError` when its calendar
 * cannot be counted in.
 */
export function clockOf(
  history: History,
  objective: Objective,
  calendar: NamedCalendar,
  now: Date,
): Clock | null {
  const start = startOf(history, objective);
  if (start === 'not-started') return null;
  if (start === 'unknown')
    return unknownClock(objective, calendar, metOf(history, objective, null));
  const startedAt = new Date(start);
  const base = named(objective, calendar);
  if (calendar.counts === 'active') {
    const met = metOf(history, objective, null);
    return { ...base, ...activeClock(history.progress, objective, startedAt, met, now) };
  }
  return { ...base, ...counted(history, objective, calendar, startedAt, now) };
}

function counted(
  history: History,
  objective: Objective,
  named: NamedCalendar,
  startedAt: Date,
  now: Date,
): Omit<Clock, keyof Named> {
  const { calendar } = named;
  const { targetMinutes, pausedWhile } = objective;
  const early: Met = pausedWhile === undefined ? 'open' : metOf(history, objective, null);
  const ended = instantOf(early);
  const pauses = pausesOf(history.facts, pausedWhile, ended ?? now);
  if (pauses === 'unknown') {
    const state = typeof early === 'object' ? 'met' : 'unknown';
    return { ...nothing, state, startedAt, metAt: ended };
  }
  const dueAt = dueAfter(calendar, startedAt, targetMinutes, pauses);
  const met = metOf(history, objective, dueAt?.getTime() ?? null);
  const explain = () => explainTarget(calendar, startedAt, targetMinutes, pauses);
  const metAt = instantOf(met);
  if (metAt === null && met !== 'open') {
    const state = met === 'unknown' ? 'unknown' : 'met';
    return { ...nothing, state, startedAt, dueAt, metAt, explain };
  }
  const usedMinutes = minutesUsed(calendar, startedAt, metAt ?? now, pauses);
  const stands: Standing =
    metAt === null
      ? standing(objective, named, usedMinutes, pauses, now)
      : { state: 'met', stoppedBecause: null, opensAt: null };
  const left = targetMinutes - usedMinutes;
  const over = objective.kind === 'wait' && metAt === null;
  return {
    ...stands,
    pausedBy: stands.stoppedBecause === 'paused' ? (pauses.open?.because ?? null) : null,
    startedAt,
    dueAt,
    metAt,
    warnsAt: warningOf(objective, named, { startedAt, dueAt, ...stands }, pauses),
    usedMinutes,
    // A wait that is over has nothing left; it is not late by anything.
    leftMinutes: over ? Math.max(0, left) : left,
    fraction: Math.min(1, Math.max(0, usedMinutes / targetMinutes)),
    explain,
  };
}
