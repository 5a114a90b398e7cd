import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { LinkedIssue, TicketRef } from '@/lib/contract/ticket';
import type { IssueDraftView } from '@/lib/contract/views';
import type { CommandError } from './command-error';
import { keys } from './keys';
import { useSteward } from './StewardContext';

export type IssueRequest = {
  readonly kind: LinkedIssue['kind'];
  readonly answers: Record<string, string>;
};

/** Builds the prefilled issue without opening anything. */
export function useDraftIssue(
  ref: TicketRef,
): UseMutationResult<IssueDraftView, CommandError, IssueRequest> {
  const { messenger } = useSteward();
  return useMutation<IssueDraftView, CommandError, IssueRequest>({
    mutationFn: (request) => messenger.send('issue.draft', { ref, ...request }),
  });
}

/** Opens GitHub's new-issue page, filled in, in a new tab; Steward watches for the number of the new issue. */
export function useOpenIssue(
  ref: TicketRef,
): UseMutationResult<IssueDraftView, CommandError, IssueRequest> {
  const { messenger } = useSteward();
  const queryClient = useQueryClient();
  return useMutation<IssueDraftView, CommandError, IssueRequest>({
    mutationFn: (request) => messenger.send('issue.open', { ref, ...request }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.ticket(ref) }),
  });
}

/** Adds one private note with the issue's address to the ticket. */
export function useNoteIssue(
  ref: TicketRef,
): UseMutationResult<{ noted: true }, CommandError, string> {
  const { messenger } = useSteward();
  return useMutation<{ noted: true }, CommandError, string>({
    mutationFn: (url) => messenger.send('issue.note', { ref, url }),
  });
}
