import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';

/** URLs of an extension's own service worker; the group is the extension's id. */
export const EXTENSION_WORKER = /^chrome-extension:\/\/([a-p]{32})\//;

const STOP_TIMEOUT_MS = 10_000;
/** How long the browser gets to name the workers it knows. */
const LIST_WAIT_MS = 1000;
const POLL_MS = 20;

type Version = { versionId: string; scriptURL: string; runningStatus: string };

const until = async (isDone: () => boolean, timeoutMs: number): Promise<boolean> => {
  const end = performance.now() + timeoutMs;
  while (!isDone() && performance.now() < end) await sleep(POLL_MS);
  return isDone();
};

/**
 * What the browser knows of extensions' service workers, asked through the debugging session of any page.
 * `Target.closeTarget` reports success for a service worker and leaves it running (seen with Chromium 156), so the
 * ServiceWorker domain is the way to stop one.
 */
export const createWorkerControl = (
  context: BrowserContext,
): { isRunning: () => Promise<boolean>; stop: () => Promise<void> } => {
  const withWorkers = async <T>(
    use: (running: () => Version[], stop: (versionId: string) => Promise<unknown>) => Promise<T>,
  ): Promise<T> => {
    const page = context.pages()[0] ?? (await context.newPage());
    const session = await context.newCDPSession(page);
    const versions = new Map<string, Version>();
    session.on('ServiceWorker.workerVersionUpdated', ({ versions: updates }) => {
      for (const version of updates) {
        if (EXTENSION_WORKER.test(version.scriptURL)) versions.set(version.versionId, version);
      }
    });
    try {
      await session.send('ServiceWorker.enable');
      await until(() => versions.size > 0, LIST_WAIT_MS);
      const running = (): Version[] =>
        [...versions.values()].filter(({ runningStatus }) => runningStatus !== 'stopped');
      return await use(running, (versionId) =>
        session.send('ServiceWorker.stopWorker', { versionId }),
      );
    } finally {
      await session.detach();
    }
  };
  return {
    isRunning: () => withWorkers((running) => Promise.resolve(running().length > 0)),
    stop: () =>
      withWorkers(async (running, stop) => {
        for (const { versionId } of running()) await stop(versionId);
        if (await until(() => running().length === 0, STOP_TIMEOUT_MS)) return;
        throw new Error("The extension's service worker did not stop.");
      }),
  };
};
