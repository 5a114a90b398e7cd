import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { CommandMessage, CommandName } from '@/lib/contract/commands';
import type { SidebarLayout } from '@/lib/contract/views';
import { answerRequest, isPageRequest } from '@/lib/freshdesk-page/requests';
import { startTicketPage } from '@/lib/freshdesk-page/ticket-page';

type Answer = { readonly ok: true; readonly value: SidebarLayout } | { readonly ok: false };

// All of the account's pages: the agent may start on the dashboard and come to a ticket without a page load.
export default defineContentScript({
  matches: ['https://*.freshdesk.com/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    const send = async (message: CommandMessage): Promise<SidebarLayout | null> => {
      // An extension that was updated under this page is noticed here, and the script removes itself.
      if (ctx.isInvalid) return null;
      try {
        const answer: Answer | undefined = await browser.runtime.sendMessage(message);
        return answer?.ok === true ? answer.value : null;
      } catch {
        return null;
      }
    };
    const handlers = startTicketPage({
      context: {
        signal: ctx.signal,
        onLocationChange: (listener) =>
          ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => listener(newUrl)),
      },
      frameUrl: browser.runtime.getURL('/sidebar.html'),
      send: (command: CommandName, input) => send({ steward: 1, command, input }),
    });
    const onMessage: Parameters<typeof browser.runtime.onMessage.addListener>[0] = (
      message,
      sender,
      respond,
    ) => {
      const isOurs = sender.id === browser.runtime.id && isPageRequest(message, handlers);
      if (!isOurs) return false;
      void answerRequest(message, handlers).then(respond);
      return true;
    };
    browser.runtime.onMessage.addListener(onMessage);
    ctx.onInvalidated(() => browser.runtime?.onMessage?.removeListener(onMessage));
    // The context notices an update when it is asked; coming back to the tab or pressing something is a good moment.
    const notice = (): boolean => ctx.isInvalid;
    ctx.addEventListener(document, 'visibilitychange', notice);
    ctx.addEventListener(window, 'focus', notice);
    ctx.addEventListener(document, 'pointerdown', notice, { passive: true });
  },
});
