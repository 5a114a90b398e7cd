import type { TicketFacts, TicketProgress } from '@/lib/contract/ticket';
import type { Objective, Pack } from '@/lib/pack/schema';
import { BusinessTimeError } from './business-time';
import { findCategory } from './category';
import type { History } from './evidence';
import { packCalendar } from './pack-calendar';
import { clockOf, unknownClock } from './slo-clock';
import type { Clock } from './slo-types';

export type {
  Clock,
  ClockState,
  ClockSumLine,
  PausedLine,
  PauseReason,
  StopReason,
} from './slo-types';
export type { SumLine } from './business-time';

function applies(objective: Objective, { category, facts }: History): boolean {
  const { categories, phases } = objective;
  const inCategory =
    categories === undefined || (category !== null && categories.includes(category.id));
  return inCategory && (phases === undefined || phases.includes(facts.status.phase));
}

/** On a closed ticket (merged, done without an answer) and one thrown away nothing is left to be done in time. */
function isMoot({ state }: Clock, { status, discarded }: TicketFacts): boolean {
  return state !== 'met' && (status.phase === 'closed' || discarded !== undefined);
}

/** Deadlines by due time, then waits, then clocks of which too little is known, then what is met. */
function urgency({ state, kind }: Clock): number {
  if (state === 'met') return 3;
  if (state === 'unknown') return 2;
  return kind === 'wait' ? 1 : 0;
}

const due = ({ dueAt }: Clock): number => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;

/**
 * The clocks of a ticket, the most urgent first. Left out: clocks of other categories or phases, those that have not
 * started (no timebox yet, no answer yet), and on a closed, deleted or spam ticket those that were never met. A calendar
 * that cannot be counted in gives an unknown clock, not an error.
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
  const clocks: Clock[] = [];
  for (const objective of pack.objectives) {
    if (!applies(objective, history)) continue;
    const calendar = packCalendar(pack, objective.calendar, teamTimeZone);
    const clock = readClock(history, objective, calendar, now);
    if (clock !== null && !isMoot(clock, facts)) clocks.push(clock);
  }
  return clocks.sort((a, b) => urgency(a) - urgency(b) || due(a) - due(b));
}

function readClock(
  history: History,
  objective: Objective,
  calendar: ReturnType<typeof packCalendar>,
  now: Date,
): Clock | null {
  try {
    return clockOf(history, objective, calendar, now);
  } catch (error) {
    if (error instanceof BusinessTimeError) return unknownClock(objective, calendar);
    throw error;
  }
}
