import { browser } from 'wxt/browser';

/** Who sent a message, as the browser vouches for it. */
export type MessageSender = {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
};

/** Answers `true` when `sendResponse` will be called later: the one form both browsers understand. */
export type MessageListener = (
  message: unknown,
  sender: MessageSender,
  sendResponse: (answer: unknown) => void,
) => true | undefined;

/** The part of `browser.runtime` that the background uses. */
export type RuntimePort = {
  readonly id: string;
  readonly onMessage: (listener: MessageListener) => void;
  /** To the other pages of the extension; rejects when none is open. */
  readonly send: (message: unknown) => Promise<unknown>;
  readonly openOptionsPage: () => Promise<void>;
  /** Address of one of the extension's own files. */
  readonly pageUrl: (path: '/list.html' | '/diagnostics.html') => string;
  readonly version: () => string;
};

/** The browser's own runtime. */
export function createRuntimePort(): RuntimePort {
  return {
    id: browser.runtime.id,
    onMessage: (listener) => {
      browser.runtime.onMessage.addListener(listener);
    },
    send: async (message): Promise<unknown> => await browser.runtime.sendMessage(message),
    openOptionsPage: async () => {
      await browser.runtime.openOptionsPage();
    },
    pageUrl: (path) => browser.runtime.getURL(path),
    version: () => browser.runtime.getManifest().version,
  };
}
