import type { Topic, TopicNotice } from '@/lib/contract/commands';
import type { TicketRef } from '@/lib/contract/ticket';
import type { RuntimePort } from '@/lib/platform/runtime-port';
import type { TabsPort } from '@/lib/platform/tabs-port';
import type { Documents } from './storage/documents';

export type Broadcast = (topic: Topic, ref?: TicketRef) => void;

/**
 * Tells every open page what to read again. Extension pages hear it by the runtime; the sidebar framed in a tab needs
 * the tab's way in Firefox, where it has only a content script's API (measured 2026).
 */
export function createBroadcast(deps: {
  readonly runtime: Pick<RuntimePort, 'send'>;
  readonly tabs: Pick<TabsPort, 'send'>;
  readonly documents: Pick<Documents, 'tabs'>;
}): Broadcast {
  const unheard = (): void => {
    // Nobody is listening there: a page that opens later reads everything anyway.
  };
  async function tellTabs(notice: TopicNotice): Promise<void> {
    const open = await deps.documents.tabs.read();
    if (!open.ok) return;
    for (const id of Object.keys(open.value)) deps.tabs.send(Number(id), notice).catch(unheard);
  }
  return (topic, ref) => {
    const notice: TopicNotice =
      ref === undefined ? { steward: 1, changed: topic } : { steward: 1, changed: topic, ref };
    deps.runtime.send(notice).catch(unheard);
    tellTabs(notice).catch(unheard);
  };
}
