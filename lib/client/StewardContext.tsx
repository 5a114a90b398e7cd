import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, type ReactElement, type ReactNode } from 'react';
import type { Messenger } from './messenger';
import { followNotices } from './query-client';
import type { Ticker } from './ticker';

/** What a page of Steward stands on; made once in the entrypoint, replaced by fakes in tests. */
export type StewardServices = {
  readonly messenger: Messenger;
  readonly queryClient: QueryClient;
  readonly ticker: Ticker;
};

const StewardContext = createContext<StewardServices | null>(null);

/** Gives the page its services, and keeps its queries up to date while it is mounted. */
export function StewardProvider(
  props: StewardServices & { readonly children: ReactNode },
): ReactElement {
  const { messenger, queryClient, ticker, children } = props;
  useEffect(() => followNotices(messenger, queryClient), [messenger, queryClient]);
  return (
    <StewardContext value={{ messenger, queryClient, ticker }}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </StewardContext>
  );
}

/** The page's services; throws outside a `StewardProvider`, which is a mistake in the code. */
export function useSteward(): StewardServices {
  const services = use(StewardContext);
  if (services === null) throw new Error('useSteward needs a StewardProvider above it');
  return services;
}
