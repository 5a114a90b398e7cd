import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { TicketRef } from '@/lib/contract/ticket';
import type { TicketView } from '@/lib/contract/views';
import type { CommandError } from './command-error';
import { keys } from './keys';
import { useSteward } from './StewardContext';

/** The background decides whether a read costs a call; asking again is cheap and only done in view. */
const LOOK_AGAIN_MS = 60_000;

/** A ticket as the sidebar shows it; looked at again every minute while the page is in view. */
export function useTicket(ref: TicketRef): UseQueryResult<TicketView, CommandError> {
  const { messenger } = useSteward();
  return useQuery<TicketView, CommandError>({
    queryKey: keys.ticket(ref),
    queryFn: () => messenger.send('ticket.view', { ref }),
    refetchInterval: LOOK_AGAIN_MS,
    refetchIntervalInBackground: false,
  });
}

/** Reads the ticket from Freshdesk now, past the cache, and waits for it. */
export function useRefreshTicket(
  ref: TicketRef,
): UseMutationResult<TicketView, CommandError, void> {
  const { messenger } = useSteward();
  const queryClient = useQueryClient();
  return useMutation<TicketView, CommandError>({
    mutationFn: () => messenger.send('ticket.view', { ref, refresh: true }),
    onSuccess: (view) => queryClient.setQueryData<TicketView>(keys.ticket(ref), view),
  });
}
