import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { SidebarApp } from '@/components/sidebar/SidebarApp';
import { createMessenger } from '@/lib/client/messenger';
import { createQueryClient } from '@/lib/client/query-client';
import { refFromHash } from '@/lib/client/standalone';
import { StewardProvider } from '@/lib/client/StewardContext';
import { createTicker } from '@/lib/client/ticker';
import { systemClock } from '@/lib/platform/clock';
import '@/components/ui/index.css';
import '@/components/sidebar/sidebar.css';

const messenger = createMessenger({
  sendMessage: (message) => browser.runtime.sendMessage(message),
  onMessage: browser.runtime.onMessage,
});

// A page of our own with one element: not Freshdesk's page, which only its adapter may look into.
const root = document.body.firstElementChild;
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <StewardProvider
        messenger={messenger}
        queryClient={createQueryClient()}
        ticker={createTicker(systemClock, document)}
      >
        <SidebarApp standalone={refFromHash(location.hash)} />
      </StewardProvider>
    </StrictMode>,
  );
}
