import type { Result } from '@/lib/contract/result';
import type { TicketFacts } from '@/lib/contract/ticket';
import { ok } from '@/lib/platform/result';
import type { FreshdeskClient } from '../freshdesk/client';
import { exchangeOf, withExchange, type Exchange } from '../freshdesk/exchange';
import type { Conversation } from '../freshdesk/schema';
import type { CachedTicket } from '../storage/records';

type Thread = NonNullable<CachedTicket['thread']>;

/** Pages of a thread, of 100 entries each; what is longer is left to Freshdesk's stats. */
const MOST_PAGES = 3;
const PER_PAGE = 100;

const timeOf = (at: string | null | undefined): number =>
  at == null ? Number.NaN : Date.parse(at);

/**
 * Freshdesk counts an answer to its satisfaction survey as a response of the requester. A real answer reopens a ticket,
 * so only one that stands resolved although "somebody answered" since may hide a survey.
 */
function maybeSurvey({ status, requesterRespondedAt, resolvedAt }: TicketFacts): boolean {
  return status.phase === 'resolved' && timeOf(requesterRespondedAt) > timeOf(resolvedAt);
}

/**
 * Whether the stats alone could mislead. They keep the first and the last word only, and do not tell automatic answers
 * and public notes from answers, so every ticket with an answer of the team is looked into. On what is done for good
 * nothing is due, so its thread is left alone.
 */
function needsThread(facts: TicketFacts): boolean {
  const { status, discarded, firstRespondedAt, agentRespondedAt, requesterRespondedAt } = facts;
  if (status.phase === 'closed' || discarded !== undefined) return false;
  if (firstRespondedAt != null || agentRespondedAt != null) return true;
  // When it was that the requester first answered the team's own mail is in the thread alone.
  return (facts.startedByTeam === true && requesterRespondedAt != null) || maybeSurvey(facts);
}

async function wholeThread(
  client: FreshdeskClient,
  id: number,
): Promise<Result<readonly Conversation[] | null>> {
  const entries: Conversation[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await client.conversations(id, { page, perPage: PER_PAGE });
    if (!answer.ok) return answer;
    entries.push(...answer.value.conversations);
    if (!answer.value.hasMore) return ok(entries);
  }
  return ok(null);
}

/**
 * The facts with who spoke when, where the stats are not to be trusted. One look per change of the stats, remembered with
 * the ticket (`thread`); a look that fails leaves Freshdesk's word as it is, and is tried again with the next read.
 */
export async function withThread(
  client: FreshdeskClient,
  facts: TicketFacts,
  earlier: CachedTicket | null,
): Promise<Pick<CachedTicket, 'facts' | 'thread'>> {
  if (!needsThread(facts)) return { facts };
  const said = JSON.stringify([
    facts.firstRespondedAt,
    facts.agentRespondedAt,
    facts.requesterRespondedAt,
  ]);
  const known = earlier?.thread;
  const thread = known?.said === said ? known : await look(client, facts, said);
  if (thread === null) return { facts };
  const { exchange } = thread;
  return { facts: exchange === null ? facts : withExchange(facts, exchange), thread };
}

async function look(
  client: FreshdeskClient,
  { ref }: TicketFacts,
  said: string,
): Promise<Thread | null> {
  const entries = await wholeThread(client, ref.id);
  if (!entries.ok) return null;
  const exchange: Exchange | null = entries.value === null ? null : exchangeOf(entries.value);
  return { said, exchange };
}

/** The facts without survey answers, which would start the wait for closing anew; other threads are not looked into. */
export async function withoutSurvey(
  client: FreshdeskClient,
  facts: TicketFacts,
  earlier: CachedTicket | null,
): Promise<Pick<CachedTicket, 'facts' | 'thread'>> {
  return maybeSurvey(facts) ? await withThread(client, facts, earlier) : { facts };
}
