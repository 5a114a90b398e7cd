import type { Pack } from '@/lib/pack/schema';
import type { Clock } from '@/lib/platform/clock';
import type { Logger } from '@/lib/platform/logger';
import type { AlarmsPort } from '@/lib/platform/alarms-port';
import type { IdlePort } from '@/lib/platform/idle-port';
import type { NoticesPort } from '@/lib/platform/notices-port';
import type { RuntimePort } from '@/lib/platform/runtime-port';
import type { TabsPort } from '@/lib/platform/tabs-port';
import { createCommands } from './commands';
import { createGate } from './gate';
import { createServices } from './services';
import { resumeOutbox } from './services/resume';
import type { StorageAreas } from './storage/area';
import { listenForTime } from './time';
import { createDocuments } from './storage/documents';

export type BackgroundDeps = {
  readonly runtime: RuntimePort;
  readonly tabs: TabsPort;
  readonly alarms: AlarmsPort;
  readonly notices: NoticesPort;
  readonly idle: IdlePort;
  readonly areas: StorageAreas;
  /** Shuts content scripts out of storage, where the browser can. */
  readonly restrictStorage: () => Promise<unknown>;
  readonly fetch: typeof globalThis.fetch;
  readonly pack: Pack;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly machineTimeZone: string;
  readonly logger: Logger;
};

/**
 * Composes the background and registers its listeners. Must be called synchronously at the worker's start: a listener
 * added later misses the event that woke the worker. Nothing lives only in memory, so it can be started any number of
 * times on the same storage.
 */
export function startBackground(deps: BackgroundDeps): { readonly ready: Promise<void> } {
  const { runtime, tabs, logger } = deps;
  const documents = createDocuments(deps);
  const services = createServices({ ...deps, documents });

  /** Answers the writes the last worker left open: taken before any command can begin one of its own. */
  async function prepare() {
    try {
      await deps.restrictStorage();
    } catch {
      logger.warn('Storage could not be closed to content scripts.');
    }
    return await services.outbox.pending();
  }
  const prepared = prepare();

  async function settleLeftOver(): Promise<void> {
    await resumeOutbox({ ...services, clock: deps.clock, logger }, await prepared);
  }
  async function becomeReady(): Promise<void> {
    try {
      await prepared;
    } catch {
      logger.error('The list of writes could not be read.');
    }
  }
  const ready = becomeReady();

  const commands = createCommands({ services, runtime, tabs });
  runtime.onMessage(createGate({ runtimeId: runtime.id, ready, commands, logger }).listener);

  /** Events have nobody to answer to: what fails is logged without its details. */
  const quietly = (work: Promise<unknown>, what: string): void => {
    work.catch((error: unknown) => {
      logger.error(`${what} failed`, error instanceof Error ? error.name : typeof error);
    });
  };
  listenForTime(deps, services, ready, quietly);
  tabs.onUrl((tabId, url) => {
    quietly(services.watch.moved(tabId, url), 'Following a tab');
  });
  tabs.onRemoved((tabId) => {
    quietly(services.watch.closed(tabId), 'Forgetting a tab');
    quietly(services.tabs.forget(tabId), 'Forgetting a tab');
  });
  // Not awaited by commands: settling old writes needs the network, and no command depends on it.
  quietly(settleLeftOver(), 'Settling old writes');
  return { ready };
}
