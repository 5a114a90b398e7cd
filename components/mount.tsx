import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createMessenger, type RuntimePort } from '@/lib/client/messenger';
import { createQueryClient } from '@/lib/client/query-client';
import { StewardProvider } from '@/lib/client/StewardContext';
import { createTicker } from '@/lib/client/ticker';
import { systemClock } from '@/lib/platform/clock';

/** Draws one of Steward's own pages into its body's only element, with everything its components stand on. */
export function mountPage(runtime: RuntimePort, page: ReactElement): void {
  const root = document.body.firstElementChild;
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <StewardProvider
        messenger={createMessenger(runtime)}
        queryClient={createQueryClient()}
        ticker={createTicker(systemClock, document)}
      >
        {page}
      </StewardProvider>
    </StrictMode>,
  );
}
