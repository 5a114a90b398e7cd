import type { TicketFacts, TicketProgress } from '@/lib/contract/ticket';
import type { ClockFact, Objective, Pack } from '@/lib/pack/schema';
import { BusinessTimeError, type SumLine } from './business-time';
import { findCategory } from './category';
import { dueAfter, explainTarget, minutesUsed, standsUntil } from './clock-count';
import { happeningOf, type Happening, type History } from './evidence';
import { packCalendar, type NamedCalendar } from './pack-calendar';

export type { SumLine } from './business-time';

/**
 * `stopped`: working time does not run now. `unknown`: Freshdesk's data at hand do not tell whether it is met, or its
 * times are not known. A `wait` clock is never overdue: once its time is up it stays `due-soon`, with nothing left.
 */
export type ClockState = 'running' | 'stopped' | 'due-soon' | 'overdue' | 'met' | 'unknown';

/** One service-level clock of a ticket. Minutes are working minutes of its calendar (elapsed ones for `always`). */
export type Clock = {
  readonly objectiveId: string;
  readonly name: string;
  /** Read after the time left ("to answer"). */
  readonly purpose: string;
  readonly kind: 'deadline' | 'wait';
  readonly state: ClockState;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  /** Null while not met, and when it is met but nobody knows when. */
  readonly metAt: Date | null;
  /** When a stopped clock goes on. */
  readonly opensAt: Date | null;
  readonly targetMinutes: number;
  readonly usedMinutes: number | null;
  /** Negative when overdue, or when it was met too late. */
  readonly leftMinutes: number | null;
  /** Used share of the target, 0 to 1. */
  readonly fraction: number | null;
  readonly calendarName: string;
  readonly timeZone: string;
  /** The sum from start to due time. */
  readonly explain: readonly SumLine[];
};

/** Known, not known, or the clock has not started (and is not shown). */
type Start = { readonly at: Date } | 'unknown' | 'not-started';

/**
 * The instant of the fact that starts a clock. A ticket that the team mailed out itself holds no request until the
 * requester answers, so what counts from a request counts from that answer. A timebox from before the ticket was
 * reopened is over: it ended when the ticket was resolved.
 */
function startingFact(history: History, { startsAt }: Objective): Happening {
  const { facts } = history;
  if (startsAt === 'created' && facts.startedByTeam === true)
    return happeningOf(history, 'last-requester-reply');
  const start = happeningOf(history, startsAt);
  if (startsAt !== 'timebox-started' || !start.known || !start.happened) return start;
  const reopenedAt = facts.reopenedAt == null ? Number.NaN : Date.parse(facts.reopenedAt);
  const before = start.at !== null && Date.parse(start.at) < reopenedAt;
  return before ? { known: true, happened: false } : start;
}

function startOf(history: History, objective: Objective): Start {
  const start = startingFact(history, objective);
  if (!start.known) return 'unknown';
  if (!start.happened) return 'not-started';
  if (start.at === null) return 'unknown';
  let at = new Date(start.at);
  for (const fact of objective.restartedBy ?? []) {
    const again = happeningOf(history, fact);
    if (!again.known) return 'unknown';
    if (again.happened && again.at !== null && new Date(again.at) > at) at = new Date(again.at);
  }
  return { at };
}

type Met =
  | { readonly state: 'met'; readonly at: Date | null }
  | { readonly state: 'open' }
  | { readonly state: 'unknown' };

/** The first known instant that meets the objective. Something that happened at an unknown time may have come first. */
function metOf(history: History, objective: Objective, dueAt: Date | null): Met {
  const happenings = objective.metBy.map((fact: ClockFact) => happeningOf(history, fact));
  const step = objective.metByStep;
  const { ticks } = history.progress;
  const tick = step !== undefined && Object.hasOwn(ticks, step) ? ticks[step] : undefined;
  if (tick !== undefined) happenings.push({ known: true, happened: true, at: tick.at });

  const instants = happenings.flatMap((one) =>
    one.known && one.happened && one.at !== null ? [new Date(one.at)] : [],
  );
  const timeless = happenings.some((one) => one.known && one.happened && one.at === null);
  const first = instants.sort((a, b) => a.getTime() - b.getTime())[0];
  if (first !== undefined && !(timeless && dueAt !== null && first > dueAt)) {
    return { state: 'met', at: first };
  }
  if (first !== undefined || timeless) return { state: 'met', at: null };
  return { state: happenings.every(({ known }) => known) ? 'open' : 'unknown' };
}

function stateOf(objective: Objective, met: Met, used: number, opensAt: Date | null): ClockState {
  if (met.state !== 'open') return met.state;
  if (used >= objective.targetMinutes) return objective.kind === 'wait' ? 'due-soon' : 'overdue';
  if (opensAt !== null) return 'stopped';
  if (objective.kind === 'wait') return 'running';
  return used >= objective.warnAt * objective.targetMinutes ? 'due-soon' : 'running';
}

function clockOf(
  history: History,
  objective: Objective,
  calendar: NamedCalendar,
  now: Date,
): Clock | null {
  const start = startOf(history, objective);
  if (start === 'not-started') return null;
  const { targetMinutes } = objective;
  const base = {
    objectiveId: objective.id,
    name: objective.name,
    purpose: objective.purpose,
    kind: objective.kind ?? 'deadline',
    targetMinutes,
    calendarName: calendar.name,
    timeZone: calendar.timeZone,
  } as const;
  const nothing = { usedMinutes: null, leftMinutes: null, fraction: null, opensAt: null } as const;
  if (start === 'unknown') {
    const met = metOf(history, objective, null);
    const state = met.state === 'met' ? 'met' : 'unknown';
    const metAt = met.state === 'met' ? met.at : null;
    return { ...base, ...nothing, state, startedAt: null, dueAt: null, metAt, explain: [] };
  }

  const startedAt = start.at;
  const dueAt = dueAfter(calendar, startedAt, targetMinutes);
  const met = metOf(history, objective, dueAt);
  const metAt = met.state === 'met' ? met.at : null;
  const explain = explainTarget(calendar, startedAt, targetMinutes);
  const common = { ...base, startedAt, dueAt, metAt, explain };
  if (met.state === 'unknown' || (met.state === 'met' && metAt === null)) {
    return { ...common, ...nothing, state: met.state };
  }
  const usedMinutes = minutesUsed(calendar, startedAt, metAt ?? now);
  const opensAt = met.state === 'open' ? standsUntil(calendar, now) : null;
  const state = stateOf(objective, met, usedMinutes, opensAt);
  return {
    ...common,
    state,
    usedMinutes,
    leftMinutes: leftOf(base.kind, state, targetMinutes - usedMinutes),
    fraction: Math.min(1, Math.max(0, usedMinutes / targetMinutes)),
    opensAt: state === 'stopped' ? opensAt : null,
  };
}

/** A wait that is over has nothing left; it is not late by anything. */
function leftOf(kind: Clock['kind'], state: ClockState, left: number): number {
  return kind === 'wait' && state !== 'met' ? Math.max(0, left) : left;
}

function unreadable(objective: Objective, calendar: NamedCalendar): Clock {
  return {
    objectiveId: objective.id,
    name: objective.name,
    purpose: objective.purpose,
    kind: objective.kind ?? 'deadline',
    state: 'unknown',
    startedAt: null,
    dueAt: null,
    metAt: null,
    opensAt: null,
    targetMinutes: objective.targetMinutes,
    usedMinutes: null,
    leftMinutes: null,
    fraction: null,
    calendarName: calendar.name,
    timeZone: calendar.timeZone,
    explain: [],
  };
}

function applies(objective: Objective, history: History): boolean {
  const { categories, phases } = objective;
  const inCategory =
    categories === undefined ||
    (history.category !== null && categories.includes(history.category.id));
  return inCategory && (phases === undefined || phases.includes(history.facts.status.phase));
}

/** On a closed ticket (merged, spam, done without an answer) nothing is left to be done in time. */
function isMoot({ state }: Clock, { status }: TicketFacts): boolean {
  return status.phase === 'closed' && state !== 'met';
}

/** Deadlines by due time, then waits, then clocks of which too little is known, then what is met. */
function urgency({ state, kind }: Clock): number {
  if (state === 'met') return 3;
  if (state === 'unknown') return 2;
  return kind === 'wait' ? 1 : 0;
}

/**
 * The clocks of a ticket, the most urgent first. Left out: clocks of other categories or phases, those that have not
 * started (no timebox yet, no answer yet), and on a closed ticket those that were never met. A calendar that cannot be counted in gives an unknown clock, not an error.
 */
export function clocksFor(input: {
  readonly pack: Pack;
  readonly facts: TicketFacts;
  readonly progress: TicketProgress;
  readonly categoryId: string | null;
  /** IANA zone of the team, for calendars in zone `team`. */
  readonly teamTimeZone: string;
  readonly now: Date;
}): readonly Clock[] {
  const { pack, facts, progress, teamTimeZone, now } = input;
  const history: History = { facts, progress, category: findCategory(pack, input.categoryId) };
  const clocks = pack.objectives.flatMap((objective): Clock[] => {
    if (!applies(objective, history)) return [];
    const calendar = packCalendar(pack, objective.calendar, teamTimeZone);
    try {
      const clock = clockOf(history, objective, calendar, now);
      return clock === null || isMoot(clock, facts) ? [] : [clock];
    } catch (error) {
      if (error instanceof BusinessTimeError) return [unreadable(objective, calendar)];
      throw error;
    }
  });
  const due = ({ dueAt }: Clock) => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return clocks.sort((a, b) => urgency(a) - urgency(b) || due(a) - due(b));
}
