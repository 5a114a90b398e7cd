import type { ClockFact, Objective } from '@/lib/pack/schema';
import { happeningOf, requestedAt, type Happening, type History } from './evidence';

/** Known, not known, or the clock has not started (and is not shown). Times in ms since 1970. */
export type Start = number | 'unknown' | 'not-started';

/**
 * The instant of the fact that starts a clock. What counts from the ticket's creation counts from the request: a ticket
 * that the team mailed out holds none until the requester answers. A timebox from before the ticket was reopened is
 * over: it ended when the ticket was resolved.
 */
function startingFact(history: History, { startsAt }: Objective): Happening {
  const { facts } = history;
  if (startsAt === 'created') return requestedAt(facts);
  const start = happeningOf(history, startsAt);
  if (startsAt !== 'timebox-started' || !start.known || !start.happened) return start;
  const reopenedAt = facts.reopenedAt == null ? Number.NaN : Date.parse(facts.reopenedAt);
  const before = start.at !== null && Date.parse(start.at) < reopenedAt;
  return before ? { known: true, happened: false } : start;
}

/** When the clock of an objective began, or began anew. */
export function startOf(history: History, objective: Objective): Start {
  const start = startingFact(history, objective);
  if (!start.known) return 'unknown';
  if (!start.happened) return 'not-started';
  if (start.at === null) return 'unknown';
  let at = Date.parse(start.at);
  for (const fact of objective.restartedBy ?? []) {
    const again = happeningOf(history, fact);
    if (!again.known) return 'unknown';
    if (again.happened && again.at !== null) at = Math.max(at, Date.parse(again.at));
  }
  return at;
}

/** Met at a known time (ms), at an unknown one (null), still open, or nobody knows. */
export type Met = { readonly at: number | null } | 'open' | 'unknown';

/** A hand tick of the step that meets the objective. */
function tickOf({ progress }: History, step: string | undefined): string | null {
  if (step === undefined || !Object.hasOwn(progress.ticks, step)) return null;
  return progress.ticks[step]?.at ?? null;
}

/**
 * The first known instant that meets the objective. Something that happened at an unknown time may have come first, so
 * a later instant than `dueAt` (ms; null: no due time is known) tells nothing then.
 */
export function metOf(history: History, objective: Objective, dueAt: number | null): Met {
  let first = Number.POSITIVE_INFINITY;
  let timeless = false;
  let known = true;
  const take = (at: string | null): void => {
    if (at === null) timeless = true;
    else first = Math.min(first, Date.parse(at));
  };
  for (const fact of objective.metBy as readonly ClockFact[]) {
    const one = happeningOf(history, fact);
    if (!one.known) known = false;
    else if (one.happened) take(one.at);
  }
  const tick = tickOf(history, objective.metByStep);
  if (tick !== null) take(tick);
  if (first !== Number.POSITIVE_INFINITY) {
    return { at: timeless && dueAt !== null && first > dueAt ? null : first };
  }
  if (timeless) return { at: null };
  return known ? 'open' : 'unknown';
}
