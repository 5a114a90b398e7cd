import { skipToken, useQuery } from '@tanstack/react-query';
import type { TicketFacts } from '@/lib/contract/ticket';
import { keys } from './keys';

/** A reply whose text stands in Freshdesk's editor, to be read and sent there. */
export type AwaitedReply = {
  readonly templateId: string;
  /** `replyMark` of the ticket when the text went in. */
  readonly mark: string;
};

/** Changes whenever a public reply of an agent has left. */
export function replyMark({ firstRespondedAt, agentRespondedAt }: TicketFacts): string {
  return `${firstRespondedAt ?? ''} ${agentRespondedAt ?? ''}`;
}

/** The reply that was inserted on this ticket and has not left yet; null when there is none. */
export function useAwaitedReply(facts: TicketFacts): AwaitedReply | null {
  const { data } = useQuery<AwaitedReply>({
    queryKey: keys.awaited(facts.ref),
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data !== undefined && data.mark === replyMark(facts) ? data : null;
}
