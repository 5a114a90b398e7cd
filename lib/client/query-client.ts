import { QueryClient } from '@tanstack/react-query';
import type { TopicNotice } from '@/lib/contract/commands';
import { keys } from './keys';
import type { Messenger } from './messenger';

/**
 * Queries of one page. `networkMode: always`, because a message to the background needs no network (offline, the cache
 * answers); no retries here, because the messenger and the background decide what is safe to repeat.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

function keysOf(notice: TopicNotice): readonly (readonly unknown[])[] {
  const { changed, ref } = notice;
  switch (changed) {
    case 'tab':
      return [keys.tab];
    case 'ticket':
      return [ref === undefined ? keys.tickets : keys.ticket(ref), keys.list];
    case 'list':
      return [keys.list, keys.diagnostics];
    case 'budget':
      return [ref === undefined ? keys.budgets : keys.budget(ref)];
    case 'team':
      return [keys.pack, keys.duty, keys.budgets, keys.list];
    case 'settings':
      return [keys.settings, keys.pack, keys.duty, keys.tickets, keys.budgets, keys.list];
    default:
      return [];
  }
}

/** Reads again what the background says has changed; returns the function that ends it. */
export function followNotices(messenger: Messenger, queryClient: QueryClient): () => void {
  return messenger.onNotice((notice) => {
    for (const queryKey of keysOf(notice)) void queryClient.invalidateQueries({ queryKey });
  });
}
