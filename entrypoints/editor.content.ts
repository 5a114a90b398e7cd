import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPageWorld } from '@/lib/freshdesk-page/page-world/start';

// In the page's own world, because Freshdesk's editor and models are out of reach from anywhere else.
export default defineContentScript({
  matches: ['https://*.freshdesk.com/*'],
  runAt: 'document_idle',
  world: 'MAIN',
  main() {
    startPageWorld(window);
  },
});
