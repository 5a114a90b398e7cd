import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { SidebarLayout, TabState } from '@/lib/contract/views';
import type { CommandError } from './command-error';
import { keys } from './keys';
import { useSteward } from './StewardContext';

/**
 * What the tab around this frame shows: ticket, theme, layout. `enabled: false` for a page opened on its own,
 * which has no tab around it.
 */
export function useTabState(enabled = true): UseQueryResult<TabState, CommandError> {
  const { messenger } = useSteward();
  return useQuery<TabState, CommandError>({
    queryKey: keys.tab,
    queryFn: enabled ? () => messenger.send('tab.current', {}) : skipToken,
    staleTime: Infinity,
  });
}

/** Changes how the sidebar sits in its tab (collapse, width); the answer is shown at once. */
export function useSetLayout(): UseMutationResult<
  SidebarLayout,
  CommandError,
  Partial<SidebarLayout>
> {
  const { messenger } = useSteward();
  const queryClient = useQueryClient();
  return useMutation<SidebarLayout, CommandError, Partial<SidebarLayout>>({
    mutationFn: (change) => messenger.send('tab.setLayout', change),
    onSuccess: (layout) => {
      queryClient.setQueryData<TabState>(keys.tab, (old) => (old ? { ...old, layout } : old));
    },
  });
}
