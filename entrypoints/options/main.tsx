import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { OptionsPage } from '@/components/options/OptionsPage';
import { createMessenger } from '@/lib/client/messenger';
import { createQueryClient } from '@/lib/client/query-client';
import { StewardProvider } from '@/lib/client/StewardContext';
import { createTicker } from '@/lib/client/ticker';
import { systemClock } from '@/lib/platform/clock';
import '@/components/options/options.css';

const messenger = createMessenger({
  sendMessage: (message) => browser.runtime.sendMessage(message),
  onMessage: browser.runtime.onMessage,
});

const root = document.body.firstElementChild;
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <StewardProvider
        messenger={messenger}
        queryClient={createQueryClient()}
        ticker={createTicker(systemClock, document)}
      >
        <OptionsPage />
      </StewardProvider>
    </StrictMode>,
  );
}
