import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { TicketRef } from '@/lib/contract/ticket';
import type { EditorTarget, InsertReport, TicketView } from '@/lib/contract/views';
import type { CommandError } from './command-error';
import { keys } from './keys';
import { useSteward } from './StewardContext';
import { replyMark, type AwaitedReply } from './useAwaitedReply';

export type InsertRequest = {
  readonly templateId: string;
  readonly answers: Record<string, string>;
  readonly target: EditorTarget;
};

/** Puts a template into Freshdesk's reply or note editor. Never sends anything. */
export function useInsertReply(
  ref: TicketRef,
): UseMutationResult<InsertReport, CommandError, InsertRequest> {
  const { messenger } = useSteward();
  const queryClient = useQueryClient();
  return useMutation<InsertReport, CommandError, InsertRequest>({
    mutationFn: (request) => messenger.send('reply.insert', { ref, ...request }),
    onSuccess: (report, { templateId }) => {
      const view = queryClient.getQueryData<TicketView>(keys.ticket(ref));
      if (view !== undefined && report.how === 'inserted' && report.target === 'reply') {
        const mark = replyMark(view.facts);
        queryClient.setQueryData<AwaitedReply>(keys.awaited(ref), { templateId, mark });
      }
      // The answers are remembered with the ticket.
      return queryClient.invalidateQueries({ queryKey: keys.ticket(ref) });
    },
  });
}
