import type { Clock } from '@/lib/platform/clock';
import { isNewIssuePage, parseIssueUrl, sameRepository } from '../github/issue-reference';
import type { Documents } from '../storage/documents';
import { createKeyedQueue } from '../storage/queue';
import type { Watch } from '../storage/records';
import type { Progress } from './progress';

export type IssueWatch = {
  readonly begin: (tabId: number, watch: Watch) => Promise<void>;
  /** A tab went to another address. */
  readonly moved: (tabId: number, address: string) => Promise<void>;
  readonly closed: (tabId: number) => Promise<void>;
};

const KEEP_MS = 24 * 3_600_000;

/**
 * Learns the number of a new issue from the tab in which it is written: the form's address is followed by the new
 * issue's. Only that step counts, so that looking at another issue in the same tab links nothing. Watches lie in
 * storage, because the worker sleeps while a steward writes.
 */
export function createIssueWatch(deps: {
  readonly documents: Pick<Documents, 'watches'>;
  readonly progress: Pick<Progress, 'addIssue'>;
  readonly clock: Clock;
}): IssueWatch {
  const { documents, progress, clock } = deps;
  /** A tab's addresses one after another: each is judged by where the one before it left the tab. */
  const queue = createKeyedQueue();

  async function drop(tabId: number): Promise<void> {
    await documents.watches.update((all) => {
      if (!(String(tabId) in all)) return all;
      return Object.fromEntries(Object.entries(all).filter(([id]) => id !== String(tabId)));
    });
  }

  async function setOnForm(tabId: number, onForm: boolean): Promise<void> {
    await documents.watches.update((all) => {
      const watch = all[String(tabId)];
      if (watch === undefined || watch.onForm === onForm) return all;
      return { ...all, [String(tabId)]: { ...watch, onForm } };
    });
  }

  async function follow(tabId: number, address: string): Promise<void> {
    const all = await documents.watches.read();
    const watch = all.ok ? all.value[String(tabId)] : undefined;
    if (watch === undefined) return;
    const issue = parseIssueUrl(address);
    const isNew =
      issue.ok && watch.onForm && sameRepository(issue.value.repository, watch.repository);
    if (!isNew) {
      await setOnForm(tabId, isNewIssuePage(address, watch.repository));
      return;
    }
    const { ref, kind, title } = watch;
    const linkedAt = clock().toISOString();
    const found = { ...issue.value, kind, title, linkedAt, source: 'seen' } as const;
    const stored = await progress.addIssue(ref, found);
    // Kept until the link is safe: a storage failure leaves the next look at the tab to try again.
    if (stored.ok) await drop(tabId);
  }

  return {
    begin: async (tabId, watch) => {
      const oldest = new Date(clock().getTime() - KEEP_MS).toISOString();
      await documents.watches.update((all) => ({
        ...Object.fromEntries(Object.entries(all).filter(([, { openedAt }]) => openedAt >= oldest)),
        [String(tabId)]: watch,
      }));
    },
    moved: async (tabId, address) =>
      await queue(String(tabId), async () => await follow(tabId, address)),
    closed: async (tabId) => await queue(String(tabId), async () => await drop(tabId)),
  };
}
