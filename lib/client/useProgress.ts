import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { LinkedIssue, TicketProgress, TicketRef } from '@/lib/contract/ticket';
import type { TicketView } from '@/lib/contract/views';
import type { CommandError } from './command-error';
import { keys } from './keys';
import type { Messenger } from './messenger';
import { useSteward } from './StewardContext';

type ProgressMutation<Input> = UseMutationResult<TicketProgress, CommandError, Input>;

/** One command that answers the ticket's new progress, which is shown at once. */
function useProgressCommand<Input>(
  ref: TicketRef,
  run: (messenger: Messenger, input: Input) => Promise<TicketProgress>,
): ProgressMutation<Input> {
  const { messenger } = useSteward();
  const queryClient = useQueryClient();
  return useMutation<TicketProgress, CommandError, Input>({
    mutationFn: (input) => run(messenger, input),
    onSuccess: (progress) => {
      queryClient.setQueryData<TicketView>(keys.ticket(ref), (old) =>
        old ? { ...old, progress } : old,
      );
    },
  });
}

/** Ticks a step by hand, or takes the tick back. */
export const useTick = (ref: TicketRef): ProgressMutation<{ stepId: string; done: boolean }> =>
  useProgressCommand(ref, (messenger, input) => messenger.send('ticket.tick', { ref, ...input }));

/** Starts or ends the timebox. */
export const useTimebox = (ref: TicketRef): ProgressMutation<{ running: boolean }> =>
  useProgressCommand(ref, (messenger, input) =>
    messenger.send('ticket.startTimebox', { ref, ...input }),
  );

/** Remembers an issue by its address. */
export const useLinkIssue = (
  ref: TicketRef,
): ProgressMutation<{ kind: LinkedIssue['kind']; url: string }> =>
  useProgressCommand(ref, (messenger, input) => messenger.send('issue.link', { ref, ...input }));

/** Forgets an issue; the issue itself stays as it is. */
export const useUnlinkIssue = (ref: TicketRef): ProgressMutation<{ url: string }> =>
  useProgressCommand(ref, (messenger, input) => messenger.send('issue.unlink', { ref, ...input }));
