import { browser } from 'wxt/browser';

/** The part of `browser.tabs` that the background uses; none of it needs the `tabs` permission. */
export type TabsPort = {
  /** Opens an address beside the opener and answers the new tab's id; null when the browser gives none. */
  readonly create: (input: {
    readonly url: string;
    readonly openerTabId?: number;
  }) => Promise<number | null>;
  /** To one frame of a tab (0: the page itself), or to all of its frames. Rejects when nobody listens there. */
  readonly send: (tabId: number, message: unknown, frameId?: number) => Promise<unknown>;
  /** A tab went to another address. Seen only for hosts the manifest names. */
  readonly onUrl: (listener: (tabId: number, url: string) => void) => void;
  readonly onRemoved: (listener: (tabId: number) => void) => void;
};

/** The browser's own tabs. */
export function createTabsPort(): TabsPort {
  return {
    create: async ({ url, openerTabId }) => {
      const tab = await browser.tabs.create(
        openerTabId === undefined ? { url } : { url, openerTabId },
      );
      return tab.id ?? null;
    },
    send: async (tabId, message, frameId): Promise<unknown> =>
      frameId === undefined
        ? await browser.tabs.sendMessage(tabId, message)
        : await browser.tabs.sendMessage(tabId, message, { frameId }),
    onUrl: (listener) => {
      browser.tabs.onUpdated.addListener((tabId, change) => {
        if (change.url !== undefined) listener(tabId, change.url);
      });
    },
    onRemoved: (listener) => {
      browser.tabs.onRemoved.addListener((tabId) => {
        listener(tabId);
      });
    },
  };
}
