import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Worker } from 'playwright-core';
import { chromiumArguments } from './chromium-arguments.ts';
import { createWorkerControl, EXTENSION_WORKER } from './extension-worker.ts';
import { findBrowser, type Found } from './find.ts';

export type ChromiumOptions = {
  proxyUrl: string;
  /** Folder of an unpacked extension to load. */
  extensionDir?: string;
  headless: boolean;
  /** Profile to keep; absent: a new one, removed at the end. */
  profileDir?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** Browser to use instead of searching for one. */
  browser?: Found;
};

export type Chromium = {
  context: BrowserContext;
  browser: Found;
  /** Id of the loaded extension, as in `chrome-extension://ID/`. */
  extensionId(): Promise<string>;
  /**
   * The extension's service worker; waits for its first start. After a stop the same
   * object speaks to the worker that started next.
   */
  serviceWorker(): Promise<Worker>;
  /** Ends the extension's service worker as the browser does when it is idle; resolves once it is gone. */
  stopWorker(): Promise<void>;
  /** Whether the extension's service worker runs at this moment. */
  isWorkerRunning(): Promise<boolean>;
  close(): Promise<void>;
};

const START_TIMEOUT_MS = 15_000;

const waitForWorker = async (
  context: BrowserContext,
  isWanted: (worker: Worker) => boolean,
): Promise<Worker> => {
  const present = context.serviceWorkers().find(isWanted);
  return (
    present ??
    (await context.waitForEvent('serviceworker', {
      predicate: isWanted,
      timeout: START_TIMEOUT_MS,
    }))
  );
};

/**
 * Starts a Chromium whose whole traffic goes through the given proxy, with an unpacked extension if one is named.
 * Certificates are not checked. Background traffic of the browser is switched off as far as it can be.
 */
export const launchChromium = async (options: ChromiumOptions): Promise<Chromium> => {
  const browser = options.browser ?? (await findBrowser());
  const ownProfile = options.profileDir === undefined;
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'steward-chromium-')));
  const extensionDir =
    options.extensionDir === undefined ? undefined : resolve(options.extensionDir);
  const removeProfile = async (): Promise<void> => {
    if (ownProfile)
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const context = await chromium
    .launchPersistentContext(profileDir, {
      executablePath: browser.path,
      headless: options.headless,
      // The caller ends the browser; Playwright would end this process first, and leave the profile behind.
      handleSIGINT: false,
      handleSIGTERM: false,
      ignoreHTTPSErrors: true,
      // Without this rule the browser would reach loopback addresses past the proxy.
      proxy: { server: options.proxyUrl, bypass: '<-loopback>' },
      ignoreDefaultArgs: ['--disable-extensions'],
      args: chromiumArguments({ isRoot: process.getuid?.() === 0, extensionDir }),
      colorScheme: options.colorScheme ?? null,
      viewport: options.viewport ?? (options.headless ? { width: 1440, height: 900 } : null),
    })
    .catch(async (error: unknown) => {
      await removeProfile();
      throw error;
    });
  const workers = createWorkerControl(context);
  const isOurs = (worker: Worker): boolean => EXTENSION_WORKER.test(worker.url());
  let id = '';

  const serviceWorker = async (): Promise<Worker> => {
    if (extensionDir === undefined) throw new Error('No extension was loaded.');
    const worker = await waitForWorker(context, isOurs);
    id = EXTENSION_WORKER.exec(worker.url())?.[1] ?? id;
    return worker;
  };

  return {
    context,
    browser,
    serviceWorker,
    extensionId: async () => {
      if (id === '') await serviceWorker();
      return id;
    },
    isWorkerRunning: workers.isRunning,
    stopWorker: workers.stop,
    close: async () => {
      await context.close();
      await removeProfile();
    },
  };
};
