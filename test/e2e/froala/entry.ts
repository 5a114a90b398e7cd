/* Bundled into the page of the Froala tests: both halves of the editor code, joined by their own events. */
import type { PageRequests } from '@/lib/contract/page';
import { createEditorMemory } from '@/lib/freshdesk-page/editor-memory';
import { insertText } from '@/lib/freshdesk-page/editor';
import { startPageWorld } from '@/lib/freshdesk-page/page-world/start';

startPageWorld(window);
const lifetime = new AbortController();
const memory = createEditorMemory(lifetime.signal);

/** What the tests call. */
export type Harness = {
  readonly insert: (input: PageRequests['page.insert']['input']) => ReturnType<typeof insertText>;
  readonly leave: () => void;
};

const harness: Harness = {
  insert: async (input) => insertText(input, { memory, signal: lifetime.signal }),
  leave: () => lifetime.abort(),
};
Object.assign(window, { harness });
