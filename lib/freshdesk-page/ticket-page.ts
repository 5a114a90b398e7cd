import type { CommandInput, CommandName } from '@/lib/contract/commands';
import type { SidebarLayout, Theme } from '@/lib/contract/views';
import type { TicketRef } from '@/lib/contract/ticket';
import type { PageHandlers } from './requests';
import type { Sidebar } from './sidebar';
import type { WatchContext } from './watch';
import { fail, ok } from '@/lib/platform/result';
import { createSidebar } from './sidebar';
import { find } from './find';
import { insertText } from './editor';
import { readTheme, watchTheme } from './theme';
import { askPageWorld } from './world';
import { rightControls } from './selectors';
import { sameTicket } from './url';
import { sessionRead } from './session-read';
import { waitFor, waitUntilQuiet } from './wait';
import { watchTicket } from './watch';

/** A slow page takes long to render; after that the sidebar has found its place or does so on the next resize. */
const RENDER_TIMEOUT_MS = 30_000;
const RENDER_QUIET_MS = 400;
const LAYOUT_PATIENCE_MS = 500;
/** Freshdesk's reload is a request of its own, and its refresh link takes a moment to appear. */
const HELPER_TIMEOUT_MS = 8_000;

const pause = async (delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });

/** What the content script has of the extension. */
export type TicketPageDeps = {
  readonly context: WatchContext;
  readonly frameUrl: string;
  /** Sends a command to the background; null when it does not answer or refuses. */
  readonly send: <N extends CommandName>(
    command: N,
    input: CommandInput<N>,
  ) => Promise<SidebarLayout | null>;
};

/** One ticket on the page and its end. */
type Shown = { readonly ref: TicketRef; readonly signal: AbortSignal };

/**
 * Runs Steward's part in a Freshdesk page: follows the ticket, shows the sidebar beside it, and answers the background's
 * requests. Away from tickets it only listens for the address to change. Everything ends with the context's signal.
 */
export function startTicketPage(deps: TicketPageDeps): PageHandlers {
  const { signal } = deps.context;
  let shown: Shown | null = null;
  let sidebar: Sidebar | null = null;
  let theme: Theme | null = null;

  const onLayout = (layout: SidebarLayout): void => void deps.send('tab.setLayout', layout);
  const startTheme = (): Theme => {
    if (theme !== null) return theme;
    const first = readTheme();
    theme = first;
    watchTheme(first, onTheme, signal);
    return first;
  };
  const onTheme = (next: Theme): void => {
    theme = next;
    sidebar?.setTheme(next);
    if (shown !== null) void report(shown.ref, next);
  };
  const report = async (ticket: TicketRef | null, seen: Theme): Promise<SidebarLayout | null> =>
    deps.send('tab.report', { ticket, theme: seen });

  const whenRendered = async (ticketSignal: AbortSignal): Promise<void> => {
    const options = { signal: ticketSignal, timeoutMs: RENDER_TIMEOUT_MS };
    const isThere = (): true | null => (rightControls.some((anchor) => find(anchor)) ? true : null);
    await waitFor(isThere, options);
    await waitUntilQuiet(document.body, RENDER_QUIET_MS, options);
    if (!ticketSignal.aborted) sidebar?.recheck();
  };
  const enter = async (ref: TicketRef, ticketSignal: AbortSignal): Promise<void> => {
    shown = { ref, signal: ticketSignal };
    const seen = startTheme();
    const reported = report(ref, seen);
    if (sidebar === null) {
      // The remembered width first, so that nothing jumps; a background that is slow to wake up is not waited for.
      await Promise.race([reported, pause(LAYOUT_PATIENCE_MS)]);
      if (ticketSignal.aborted) return;
      const created = createSidebar({ frameUrl: deps.frameUrl, theme: seen, onLayout, signal });
      sidebar = created;
      void reported.then((layout) => layout !== null && created.setLayout(layout));
      await Promise.resolve();
    }
    sidebar.show();
    await whenRendered(ticketSignal);
  };
  const leave = (): void => {
    const wasShown = shown !== null;
    shown = null;
    sidebar?.hide();
    if (wasShown && theme !== null) void report(null, theme);
  };
  watchTicket(
    deps.context,
    (ticket, ticketSignal) => {
      if (ticket === null) leave();
      else void enter(ticket, ticketSignal);
    },
    window,
  );

  const onTicket = (ref: TicketRef): Shown | null =>
    shown !== null && sameTicket(shown.ref, ref) ? shown : null;
  const elsewhere = (): ReturnType<typeof fail> =>
    fail('page-changed', 'The page shows another ticket now. Nothing was done.');

  return {
    'page.read': async ({ path }) => sessionRead(path, { origin: location.origin, fetch, signal }),
    'page.insert': async (input) => {
      const ticket = onTicket(input.ref);
      return ticket === null ? elsewhere() : insertText(input, ticket.signal);
    },
    'page.refreshTicket': async ({ ref }) => {
      const ticket = onTicket(ref);
      if (ticket === null) return elsewhere();
      const options = { signal: ticket.signal, timeoutMs: HELPER_TIMEOUT_MS };
      return ok((await askPageWorld({ ask: 'refresh', ref }, options)) ?? 'none');
    },
    'page.setLayout': (layout) => ok(sidebar?.setLayout(layout) ?? layout),
    'page.health': async () => {
      const options = { signal, timeoutMs: HELPER_TIMEOUT_MS };
      return ok((await askPageWorld({ ask: 'health' }, options)) ?? { anchors: {} });
    },
  };
}
