import type { Instant } from '@/lib/contract/result';
import type { TicketFacts } from '@/lib/contract/ticket';
import type { FreshdeskClient } from '../freshdesk/client';
import type { CachedTicket } from '../storage/records';

/** Source of an entry that is a customer's answer to the satisfaction survey (recorded answers, 2022). */
const SURVEY = 6;

/**
 * Freshdesk counts an answer to its satisfaction survey as a response of the requester, which would start the wait for
 * closing anew. Only a ticket that stands resolved although "somebody answered" since is worth a look into its thread:
 * a real answer reopens it. One look per response, remembered with the ticket; without one Freshdesk's word stands.
 */
export async function withoutSurvey(
  client: FreshdeskClient,
  facts: TicketFacts,
  earlier: CachedTicket | null,
): Promise<Pick<CachedTicket, 'facts' | 'answer'>> {
  const { requesterRespondedAt: said, resolvedAt, status } = facts;
  if (status.phase !== 'resolved' || said == null || resolvedAt == null) return { facts };
  if (Date.parse(said) <= Date.parse(resolvedAt)) return { facts };
  const known = earlier?.answer?.said === said ? earlier.answer : await look(client, facts, said);
  if (known === null) return { facts };
  return { facts: { ...facts, requesterRespondedAt: known.at }, answer: known };
}

async function look(
  client: FreshdeskClient,
  { ref }: TicketFacts,
  said: Instant,
): Promise<Required<CachedTicket>['answer'] | null> {
  const thread = await client.lastConversations(ref.id);
  if (!thread.ok) return null;
  const incoming = thread.value.filter((entry) => entry.incoming && !entry.private);
  if (!incoming.some(({ source }) => source === SURVEY)) return { said, at: said };
  const answers = incoming.filter(({ source }) => source !== SURVEY);
  return { said, at: answers.at(-1)?.created_at ?? null };
}
