/* Bundled into the page of the Froala tests: both halves of the editor code, joined by their own events. */
import type { PageRequests } from '@/lib/contract/page';
import { insertText } from '@/lib/freshdesk-page/editor';
import { startPageWorld } from '@/lib/freshdesk-page/page-world/start';

startPageWorld(window);
const lifetime = new AbortController();

/** What the tests call. */
export type Harness = {
  readonly insert: (input: PageRequests['page.insert']['input']) => ReturnType<typeof insertText>;
  readonly leave: () => void;
};

const harness: Harness = {
  insert: async (input) => insertText(input, lifetime.signal),
  leave: () => lifetime.abort(),
};
Object.assign(window, { harness });
