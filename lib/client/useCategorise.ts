import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { TicketRef } from '@/lib/contract/ticket';
import type { CategoriseOutcome, TicketView } from '@/lib/contract/views';
import type { CommandError } from './command-error';
import { keys } from './keys';
import { useSteward } from './StewardContext';

export type Categorising = {
  readonly categorise: UseMutationResult<CategoriseOutcome, CommandError, string>;
  readonly undo: UseMutationResult<TicketView, CommandError, string>;
};

/** Writes a category (by id) to the ticket, and takes it back by its token while that is still possible. */
export function useCategorise(ref: TicketRef): Categorising {
  const { messenger } = useSteward();
  const queryClient = useQueryClient();
  const queryKey = keys.ticket(ref);
  const categorise = useMutation<CategoriseOutcome, CommandError, string>({
    mutationFn: (categoryId) => messenger.send('ticket.categorise', { ref, categoryId }),
    onSuccess: ({ categoryId }) => {
      queryClient.setQueryData<TicketView>(queryKey, (old) => (old ? { ...old, categoryId } : old));
    },
    // A write that failed may have been done in part: look at the ticket either way.
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  const undo = useMutation<TicketView, CommandError, string>({
    mutationFn: (undoToken) => messenger.send('ticket.undoCategorise', { ref, undoToken }),
    onSuccess: (view) => {
      queryClient.setQueryData<TicketView>(queryKey, view);
      categorise.reset();
    },
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { categorise, undo };
}
