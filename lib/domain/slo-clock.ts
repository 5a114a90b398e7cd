import type { Objective } from '@/lib/pack/schema';
import type { Calendar } from './calendar-types';
import { dueAfter, explainTarget, minutesUsed, standsUntil } from './clock-count';
import type { History } from './evidence';
import type { NamedCalendar } from './pack-calendar';
import { activeReading } from './slo-active';
import { metOf, startOf, type Met } from './slo-facts';
import { pausesOf, type Pauses } from './slo-pauses';
import type { Clock, ClockState, Reading, StopReason } from './slo-types';
import { MINUTE_MS } from './zone';

const NO_REASONS: Clock['pausedWhile'] = [];

/** Written out: thousands are made in one pass, and spreading costs several times as much. */
function clockWith(objective: Objective, calendar: NamedCalendar, reading: Reading): Clock {
  return {
    objectiveId: objective.id,
    name: objective.name,
    purpose: objective.purpose,
    kind: objective.kind ?? 'deadline',
    state: reading.state,
    stoppedBecause: reading.stoppedBecause,
    pausedBy: reading.pausedBy,
    startedAt: reading.startedAt,
    dueAt: reading.dueAt,
    warnsAt: reading.warnsAt,
    metAt: reading.metAt,
    opensAt: reading.opensAt,
    targetMinutes: objective.targetMinutes,
    usedMinutes: reading.usedMinutes,
    leftMinutes: reading.leftMinutes,
    fraction: reading.fraction,
    calendarName: calendar.name,
    timeZone: calendar.timeZone,
    counts: calendar.counts,
    pausedWhile: objective.pausedWhile ?? NO_REASONS,
    explain: reading.explain,
  };
}

/** Met at a time nobody knows, or unknown: no length. */
const bare: Reading = {
  state: 'unknown',
  stoppedBecause: null,
  pausedBy: null,
  startedAt: null,
  dueAt: null,
  warnsAt: null,
  metAt: null,
  opensAt: null,
  usedMinutes: null,
  leftMinutes: null,
  fraction: null,
  explain: () => [],
};

/** When it was met, as far as anybody knows. */
function instantOf(met: Met): Date | null {
  return typeof met === 'object' && met.at !== null ? new Date(met.at) : null;
}

/** A clock of which only its name is known: its calendar cannot be counted in, or its times are not known. */
export function unknownClock(objective: Objective, calendar: NamedCalendar, met?: Met): Clock {
  const metAt = met === undefined ? null : instantOf(met);
  const state = typeof met === 'object' ? 'met' : 'unknown';
  return clockWith(objective, calendar, { ...bare, metAt, state });
}

/** In ms, so that the clock turns at the very instant that working time says. */
function usedUp(usedMinutes: number, limitMinutes: number): boolean {
  return Math.round(usedMinutes * MINUTE_MS) >= Math.round(limitMinutes * MINUTE_MS);
}

type Standing = { state: ClockState; stoppedBecause: StopReason | null; opensAt: Date | null };

const MET: Standing = { state: 'met', stoppedBecause: null, opensAt: null };

const runs = (state: ClockState): Standing => ({ state, stoppedBecause: null, opensAt: null });

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
  if (usedUp(used, targetMinutes)) return runs(wait ? 'due-soon' : 'overdue');
  if (pauses.open !== null) return { state: 'stopped', stoppedBecause: 'paused', opensAt: null };
  const opensAt = standsUntil(calendar, now);
  if (opensAt !== null) return { state: 'stopped', stoppedBecause: 'closed', opensAt };
  return runs(!wait && usedUp(used, warnAt * targetMinutes) ? 'due-soon' : 'running');
}

/** When an open deadline turns due soon: within working time, since a clock that stands still says so first. */
function warningOf(
  objective: Objective,
  calendar: Calendar | null,
  startedAt: Date,
  dueAt: Date | null,
  { state, opensAt }: Standing,
  pauses: Pauses,
): Date | null {
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
  const reading =
    calendar.counts === 'active'
      ? activeReading(history, objective, startedAt, now)
      : countedReading(history, objective, calendar, startedAt, now);
  return clockWith(objective, calendar, reading);
}

function countedReading(
  history: History,
  objective: Objective,
  named: NamedCalendar,
  startedAt: Date,
  now: Date,
): Reading {
  const { calendar } = named;
  const { targetMinutes, pausedWhile } = objective;
  const early: Met = pausedWhile === undefined ? 'open' : metOf(history, objective, null);
  const ended = instantOf(early);
  const pauses = pausesOf(history.facts, pausedWhile, ended ?? now);
  if (pauses === 'unknown') {
    const state = typeof early === 'object' ? 'met' : 'unknown';
    return { ...bare, state, startedAt, metAt: ended };
  }
  const dueAt = dueAfter(calendar, startedAt, targetMinutes, pauses);
  const met = metOf(history, objective, dueAt?.getTime() ?? null);
  const explain = () => explainTarget(calendar, startedAt, targetMinutes, pauses);
  const metAt = instantOf(met);
  if (metAt === null && met !== 'open') {
    const state = met === 'unknown' ? 'unknown' : 'met';
    return { ...bare, state, startedAt, dueAt, explain };
  }
  const usedMinutes = minutesUsed(calendar, startedAt, metAt ?? now, pauses);
  const stands = metAt === null ? standing(objective, named, usedMinutes, pauses, now) : MET;
  const left = targetMinutes - usedMinutes;
  const waits = objective.kind === 'wait' && metAt === null;
  return {
    state: stands.state,
    stoppedBecause: stands.stoppedBecause,
    pausedBy: stands.stoppedBecause === 'paused' ? (pauses.open?.because ?? null) : null,
    startedAt,
    dueAt,
    warnsAt: warningOf(objective, calendar, startedAt, dueAt, stands, pauses),
    metAt,
    opensAt: stands.opensAt,
    usedMinutes,
    // A wait that is over has nothing left; it is not late by anything.
    leftMinutes: waits ? Math.max(0, left) : left,
    fraction: Math.min(1, Math.max(0, usedMinutes / targetMinutes)),
    explain,
  };
}
