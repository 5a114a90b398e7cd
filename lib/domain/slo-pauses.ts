import type { TicketFacts } from '@/lib/contract/ticket';
import type { Objective } from '@/lib/pack/schema';
import type { Pause } from './business-time';
import type { PauseReason } from './slo-types';

/** A stretch in which a clock waited, and for what. */
export type ReasonedPause = Pause & { readonly because: PauseReason };

/** When a clock stood still: in order of their beginnings; `open` is the earliest that lasts. */
export type Pauses = {
  readonly ended: readonly ReasonedPause[];
  readonly open: { readonly from: Date; readonly because: PauseReason } | null;
};

export const NO_PAUSES: Pauses = { ended: [], open: null };

/** Freshdesk's code of the status Pending, the same in every account. */
const PENDING = 3;

/** The present stretch only: Freshdesk's answers keep no earlier ones. */
function pending({ status, pendingSince }: TicketFacts): Pauses | 'unknown' {
  if (status.code !== PENDING) return NO_PAUSES;
  if (pendingSince == null) return 'unknown';
  return { ended: [], open: { from: new Date(pendingSince), because: 'pending' } };
}

/** From each public answer of an agent to the next message of the requester's side. */
function exchanged(exchange: NonNullable<TicketFacts['exchange']>): Pauses {
  const ended: ReasonedPause[] = [];
  const because = 'waiting-on-requester';
  let since: Date | null = null;
  for (const { by, at } of exchange) {
    if (by === 'agent') since ??= new Date(at);
    else if (since !== null) {
      ended.push({ from: since, to: new Date(at), because });
      since = null;
    }
  }
  return { ended, open: since === null ? null : { from: since, because } };
}

/**
 * Without the thread, Freshdesk's times tell only whether nobody has answered yet (before `end`), and where there was a
 * single answer that nothing has followed.
 */
function waiting(facts: TicketFacts, end: Date): Pauses | 'unknown' {
  const { exchange, firstRespondedAt: first, agentRespondedAt: last } = facts;
  if (exchange !== undefined) return exchanged(exchange);
  if (first === null || last === null) return NO_PAUSES;
  if (first === undefined) return 'unknown';
  if (new Date(first) >= end) return NO_PAUSES;
  const { requesterRespondedAt: said } = facts;
  const silent = said === null || (said !== undefined && Date.parse(said) <= Date.parse(first));
  if (first !== last || !silent) return 'unknown';
  return { ended: [], open: { from: new Date(first), because: 'waiting-on-requester' } };
}

/**
 * The stretches in which an objective's clock waits, as the pack says. `end`: when the clock ended, or now.
 * `unknown`: there may be some that nobody knows of.
 */
export function pausesOf(
  facts: TicketFacts,
  pausedWhile: Objective['pausedWhile'],
  end: Date,
): Pauses | 'unknown' {
  if (pausedWhile === undefined) return NO_PAUSES;
  const ended: ReasonedPause[] = [];
  let open: Pauses['open'] = null;
  for (const reason of pausedWhile) {
    const one = reason === 'pending' ? pending(facts) : waiting(facts, end);
    if (one === 'unknown') return 'unknown';
    ended.push(...one.ended);
    if (one.open !== null && (open === null || one.open.from < open.from)) open = one.open;
  }
  return { ended: ended.sort((a, b) => a.from.getTime() - b.from.getTime()), open };
}
