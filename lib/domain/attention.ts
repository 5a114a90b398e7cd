import type { Lane, ListTicket } from '@/lib/contract/list';
import type { TicketFacts } from '@/lib/contract/ticket';
import type { NoticeKind } from '@/lib/contract/working-time';
import type { Objective, Pack } from '@/lib/pack/schema';
import { closeRuleOf, type CloseRule } from './close-rule';
import { clocksFor, type Clock } from './slo';
import { turnOf, wroteSinceResolved, type Turn } from './turn';

/** `late`: a deadline has passed; `soon`: one is due soon; `now`: it can be read, answered or closed; `rest`: nothing presses. */
export type AttentionLevel = 'late' | 'soon' | 'now' | 'rest';

/** What a ticket wants of the stewards at one moment. */
export type Attention = {
  readonly lane: Lane;
  /** A steward should look at it now: anything but `rest`. */
  readonly needsNow: boolean;
  readonly level: AttentionLevel;
  /** The clock that decides, when one does. */
  readonly clock: Clock | null;
  /** Since when this has been so: the due time that passed, the message that waits; null when nobody knows. */
  readonly since: Date | null;
  /** When time alone may change the answer; null: never. */
  readonly changesAt: Date | null;
  /** What a steward is told of, once per key; null when there is nothing to tell. */
  readonly event: { readonly key: string; readonly kind: NoticeKind } | null;
  /** Whether it may be closed now; null for a ticket that is not resolved. */
  readonly close: CloseRule | null;
};

/** A clock that is not met, with the objective it belongs to and the lane it puts a ticket into. */
type Pending = {
  readonly clock: Clock;
  readonly lane: NonNullable<Objective['lane']>;
  readonly level: AttentionLevel;
};

/** Lanes of deadlines in the order in which they decide while none of them presses. */
const DEADLINE_LANES: readonly Pending['lane'][] = ['update-due', 'unread', 'answer-due'];

function pendingOf(pack: Pack, clocks: readonly Clock[]): readonly Pending[] {
  return clocks.flatMap((clock) => {
    if (clock.state === 'met' || clock.state === 'unknown') return [];
    const objective = pack.objectives.find(({ id }) => id === clock.objectiveId);
    if (objective?.lane === undefined) return [];
    return [{ clock, lane: objective.lane, level: levelOf(clock, objective) }];
  });
}

/** A clock that stands still over night keeps its level: what was due soon at closing is so at the next opening. */
function levelOf(clock: Clock, { warnAt }: Objective): AttentionLevel {
  if (clock.kind === 'wait') return clock.state === 'due-soon' ? 'now' : 'rest';
  if (clock.state === 'overdue') return 'late';
  const used = clock.usedMinutes ?? 0;
  const soon = clock.state === 'due-soon' || used >= warnAt * clock.targetMinutes;
  return soon && clock.stoppedBecause !== 'paused' ? 'soon' : 'rest';
}

const presses = ({ clock, level }: Pending): boolean =>
  clock.kind === 'deadline' && level !== 'rest';

/** The deadline that decides: the first one that presses, else by lane. `clocks` come most urgent first. */
function decidingDeadline(pending: readonly Pending[]): Pending | null {
  const pressing = pending.find(presses);
  if (pressing !== undefined) return pressing;
  for (const lane of DEADLINE_LANES) {
    const found = pending.find((one) => one.lane === lane && one.clock.kind === 'deadline');
    if (found !== undefined) return found;
  }
  return null;
}

function changesAt(pending: readonly Pending[], now: Date): Date | null {
  const instants = pending.flatMap(({ clock }) => [clock.warnsAt, clock.dueAt]);
  const ahead = instants.flatMap((at) => (at !== null && at > now ? [at.getTime()] : []));
  return ahead.length === 0 ? null : new Date(Math.min(...ahead));
}

/** The same event has the same key, whoever reckons it: ticket, clock and the start the clock counts from. */
function keyOf({ ref }: TicketFacts, what: string, at: Date | null): string {
  return `${ref.host}:${ref.id}:${what}:${at?.toISOString() ?? 'unknown'}`;
}

type Verdict = Pick<Attention, 'lane' | 'level' | 'clock' | 'since' | 'event'>;

function byDeadline(facts: TicketFacts, { clock, lane, level }: Pending, turn: Turn): Verdict {
  if (level !== 'rest') {
    const kind: NoticeKind = lane === 'update-due' ? 'update-due' : 'answer-due';
    const event = { key: keyOf(facts, clock.objectiveId, clock.startedAt), kind };
    return { lane, level, clock, since: clock.dueAt, event };
  }
  if (lane !== 'unread') return { lane, level, clock, since: clock.startedAt, event: null };
  // What was answered is no news any more, but it still belongs to no category.
  const event = turn.answeredBefore
    ? null
    : { key: keyOf(facts, 'new', clock.startedAt), kind: 'new-request' as const };
  return { lane, level: 'now', clock, since: clock.startedAt, event };
}

function byTurn(ticket: ListTicket, turn: Turn): Verdict {
  const { facts, progress } = ticket;
  const none = { clock: null, event: null } as const;
  if (turn.whose === 'ours') {
    const event = { key: keyOf(facts, 'said', turn.since), kind: 'requester-answered' as const };
    return { ...none, lane: 'waiting-on-us', level: 'now', since: turn.since, event };
  }
  // Answered, and the work is with the engineers: nobody outside is waited for.
  const withEngineers = progress.issues.length > 0 && facts.status.phase === 'open';
  const ours = withEngineers || turn.whose === 'unknown';
  const lane = ours ? ('waiting-on-us' as const) : ('waiting-on-them' as const);
  return { ...none, lane, level: 'rest', since: turn.since };
}

function byWait(facts: TicketFacts, { clock, lane, level }: Pending): Verdict {
  if (level === 'rest')
    return { lane: 'waiting-on-them', level: 'rest', clock, since: clock.startedAt, event: null };
  const event = {
    key: keyOf(facts, clock.objectiveId, clock.startedAt),
    kind: 'may-close' as const,
  };
  return { lane, level: 'now', clock, since: clock.dueAt, event };
}

function verdictOf(ticket: ListTicket, pending: readonly Pending[]): Verdict {
  const { facts } = ticket;
  const turn = turnOf(facts);
  if (facts.status.phase === 'open') {
    const deadline = decidingDeadline(pending);
    if (deadline === null) return byTurn(ticket, turn);
    // A message to a ticket that was answered before does not wait until the next deadline presses.
    const spoken = turn.whose === 'ours' && turn.answeredBefore;
    if (spoken && !presses(deadline)) return byTurn(ticket, turn);
    return byDeadline(facts, deadline, turn);
  }
  const wait = pending.find(({ clock }) => clock.kind === 'wait');
  const spoken = wroteSinceResolved(facts);
  return wait === undefined || spoken ? byTurn(ticket, turn) : byWait(facts, wait);
}

/**
 * What a ticket wants of the stewards: whose turn it is, how urgent that is, and what they are told of. A deadline that
 * presses decides first, then a message of the requester that nobody has answered, then the lanes in the order of the
 * process. `now` and everything else is passed in: the background and the pages come to the same answer.
 */
export function attentionOf(input: {
  readonly pack: Pack;
  readonly ticket: ListTicket;
  /** IANA zone of the team, for calendars in zone `team`. */
  readonly teamTimeZone: string;
  readonly now: Date;
}): Attention {
  const { pack, ticket, teamTimeZone, now } = input;
  const { facts, progress, categoryId } = ticket;
  const clocks = clocksFor({ pack, facts, progress, categoryId, teamTimeZone, now });
  const pending = pendingOf(pack, clocks);
  const verdict = verdictOf(ticket, pending);
  return {
    ...verdict,
    needsNow: verdict.level !== 'rest',
    changesAt: changesAt(pending, now),
    close: facts.status.phase === 'resolved' ? closeRuleOf(pack, ticket, clocks) : null,
  };
}

const LEVELS: readonly AttentionLevel[] = ['late', 'soon', 'now', 'rest'];

const timeOf = (at: Date | null | undefined): number => at?.getTime() ?? Number.MAX_SAFE_INTEGER;

/**
 * Most urgent first: what is late, by due time; what is due soon, by due time; what can be done now, closings last and
 * whoever waits longest first; then everything else by what comes due next.
 */
export function compareAttention(a: Attention, b: Attention): number {
  const level = LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);
  if (level !== 0) return level;
  if (a.level === 'now') {
    const closing = Number(a.lane === 'may-close') - Number(b.lane === 'may-close');
    return closing === 0 ? timeOf(a.since) - timeOf(b.since) : closing;
  }
  const due = timeOf(a.clock?.dueAt) - timeOf(b.clock?.dueAt);
  return due === 0 || Number.isNaN(due) ? timeOf(a.since) - timeOf(b.since) : due;
}
