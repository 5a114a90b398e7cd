import type { TicketFacts } from '@/lib/contract/ticket';

/** Who is to speak next on a ticket, judged by who spoke last. */
export type Turn = {
  readonly whose: 'ours' | 'theirs' | 'unknown';
  /** When the last word was said; null when nobody knows. */
  readonly since: Date | null;
  /** The team has answered before: what the requester says now is an answer, not the request itself. */
  readonly answeredBefore: boolean;
};

const timeOf = (at: string | null | undefined): number => (at == null ? -Infinity : Date.parse(at));

/**
 * Whose turn it is, from the stats and, where it was read, the thread. A ticket that came back (reopened after the last
 * answer) is ours, whoever reopened it. Without stats nothing is known, which is said and not guessed.
 */
export function turnOf(facts: TicketFacts): Turn {
  const { agentRespondedAt, requesterRespondedAt, reopenedAt, exchange } = facts;
  const last = exchange?.at(-1);
  const agentAt =
    exchange === undefined
      ? timeOf(agentRespondedAt)
      : timeOf(exchange.findLast(({ by }) => by === 'agent')?.at);
  const answeredBefore = agentAt !== -Infinity;
  if (last !== undefined && last.by === 'requester')
    return { whose: 'ours', since: new Date(last.at), answeredBefore };
  if (
    exchange === undefined &&
    (agentRespondedAt === undefined || requesterRespondedAt === undefined)
  )
    return { whose: 'unknown', since: null, answeredBefore: false };
  const requesterAt = exchange === undefined ? timeOf(requesterRespondedAt) : -Infinity;
  const backAt = facts.status.phase === 'open' ? timeOf(reopenedAt) : -Infinity;
  const spokenAt = Math.max(requesterAt, backAt);
  if (spokenAt > agentAt) return { whose: 'ours', since: new Date(spokenAt), answeredBefore };
  if (answeredBefore) return { whose: 'theirs', since: new Date(agentAt), answeredBefore };
  // Nobody has said anything since it came in: the request itself waits, or the team's own mail does.
  const since = new Date(facts.createdAt);
  return { whose: facts.startedByTeam === true ? 'theirs' : 'ours', since, answeredBefore };
}

/** True when the requester's side wrote after a ticket was resolved, or when nobody can tell that it did not. */
export function wroteSinceResolved(facts: TicketFacts): boolean {
  const { whose, since } = turnOf(facts);
  if (whose !== 'ours' || since === null) return false;
  return facts.resolvedAt == null || since > new Date(facts.resolvedAt);
}
