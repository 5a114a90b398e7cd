import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ListView, SyncState } from '@/lib/contract/list';
import type { CommandError } from './command-error';
import { keys } from './keys';
import { useSteward } from './StewardContext';

/** All tickets of the list as last read; read again when the background says that something changed. */
export function useList(): UseQueryResult<ListView, CommandError> {
  const { messenger } = useSteward();
  return useQuery<ListView, CommandError>({
    queryKey: keys.list,
    queryFn: () => messenger.send('list.view', {}),
    staleTime: Infinity,
  });
}

/** Asks Freshdesk now for what changed; how far that got is shown at once, the tickets follow by a notice. */
export function useSyncList(): UseMutationResult<SyncState, CommandError, void> {
  const { messenger } = useSteward();
  const queryClient = useQueryClient();
  return useMutation<SyncState, CommandError>({
    mutationFn: () => messenger.send('list.sync', {}),
    onSuccess: async (sync) => {
      queryClient.setQueryData<ListView>(keys.list, (old) => (old ? { ...old, sync } : old));
      await queryClient.invalidateQueries({ queryKey: keys.list });
    },
  });
}

/**
 * Asks for changes when the page is opened and on each turn of the minute while it is in view (a hidden page has no
 * ticks). The background decides whether that costs a call.
 */
export function useKeepInSync(): void {
  const { messenger, ticker } = useSteward();
  const queryClient = useQueryClient();
  useEffect(() => {
    let left = false;
    const look = async (): Promise<void> => {
      try {
        const sync = await messenger.send('list.sync', {});
        if (left) return;
        queryClient.setQueryData<ListView>(keys.list, (old) => (old ? { ...old, sync } : old));
      } catch {
        // What is wrong with reading is said by the list's own state.
      }
    };
    void look();
    const stop = ticker.subscribe('minute', () => void look());
    return () => {
      left = true;
      stop();
    };
  }, [messenger, queryClient, ticker]);
}

/** Opens the list in a tab. */
export function useOpenList(): UseMutationResult<{ opened: true }, CommandError, void> {
  const { messenger } = useSteward();
  return useMutation<{ opened: true }, CommandError>({
    mutationFn: () => messenger.send('list.open', {}),
  });
}
