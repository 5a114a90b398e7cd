import { useMutation, useQuery } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { DutyView } from '@/lib/contract/duty';
import type { TicketRef } from '@/lib/contract/ticket';
import type { BudgetView, SettingsView } from '@/lib/contract/views';
import type { Pack } from '@/lib/pack/schema';
import type { CommandError } from './command-error';
import { keys } from './keys';
import { useSteward } from './StewardContext';

/** The active process pack; changes only when the background says so. */
export function usePack(): UseQueryResult<Pack, CommandError> {
  const { messenger } = useSteward();
  return useQuery<Pack, CommandError>({
    queryKey: keys.pack,
    queryFn: () => messenger.send('pack.active', {}),
    staleTime: Infinity,
  });
}

/** Who serves now; looked at again every ten minutes, so that a handover shows by itself. */
export function useDuty(): UseQueryResult<DutyView, CommandError> {
  const { messenger } = useSteward();
  return useQuery<DutyView, CommandError>({
    queryKey: keys.duty,
    queryFn: () => messenger.send('duty.now', {}),
    refetchInterval: 10 * 60_000,
  });
}

/** Hours used and left this month for the ticket's community. `enabled: false` where there is no community. */
export function useBudget(
  ref: TicketRef,
  enabled = true,
): UseQueryResult<BudgetView, CommandError> {
  const { messenger } = useSteward();
  return useQuery<BudgetView, CommandError>({
    queryKey: keys.budget(ref),
    queryFn: () => messenger.send('budget.view', { ref }),
    enabled,
    staleTime: 5 * 60_000,
  });
}

/** Settings and the state of the connections; never a secret. */
export function useSettings(): UseQueryResult<SettingsView, CommandError> {
  const { messenger } = useSteward();
  return useQuery<SettingsView, CommandError>({
    queryKey: keys.settings,
    queryFn: () => messenger.send('settings.view', {}),
    staleTime: Infinity,
  });
}

/** Opens the options page in a tab. */
export function useOpenSettings(): UseMutationResult<{ opened: true }, CommandError, void> {
  const { messenger } = useSteward();
  return useMutation<{ opened: true }, CommandError>({
    mutationFn: () => messenger.send('settings.open', {}),
  });
}
