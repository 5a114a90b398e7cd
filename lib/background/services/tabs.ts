import type { Result } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import type { SidebarLayout, TabState, Theme } from '@/lib/contract/views';
import { fail, ok } from '@/lib/platform/result';
import type { Broadcast } from '../broadcast';
import type { Pages } from '../pages';
import type { Sender } from '../sender';
import { type Documents, initialLayout } from '../storage/documents';

export type Tabs = {
  readonly current: (sender: Sender) => Promise<Result<TabState>>;
  readonly report: (
    sender: Sender,
    shown: { readonly ticket: TicketRef | null; readonly theme: Theme },
  ) => Promise<Result<SidebarLayout>>;
  readonly setLayout: (
    sender: Sender,
    change: Partial<SidebarLayout>,
  ) => Promise<Result<SidebarLayout>>;
  readonly forget: (tabId: number) => Promise<void>;
  /** A sidebar framed in a tab acts only on the ticket its own tab shows: a late press must not hit the one before. */
  readonly mayActOn: (sender: Sender, ref: TicketRef) => Promise<Result<true>>;
  /**
   * A sidebar framed in a tab reads only what belongs to that tab's account: any account's pages may frame the sidebar,
   * and none may show another account's tickets in it.
   */
  readonly mayRead: (sender: Sender, ref: TicketRef) => Promise<Result<true>>;
};

function tabOf(sender: Sender): number | null {
  if (sender.kind === 'content') return sender.tabId;
  return sender.kind === 'sidebar' && sender.framed ? sender.tabId : null;
}

function sameTicket(a: TicketRef | null, b: TicketRef | null): boolean {
  return a?.host === b?.host && a?.id === b?.id;
}

/** What each Freshdesk tab shows and how its sidebar lies, kept for the browser's session; a new tab starts like the last. */
export function createTabs(deps: {
  readonly documents: Pick<Documents, 'tabs' | 'layout'>;
  readonly pages: Pages;
  readonly broadcast: Broadcast;
}): Tabs {
  const { documents, pages, broadcast } = deps;

  async function lastLayout(): Promise<SidebarLayout> {
    const last = await documents.layout.read();
    return last.ok ? last.value : initialLayout;
  }

  async function recordOf(tabId: number) {
    const all = await documents.tabs.read();
    return all.ok ? (all.value[String(tabId)] ?? null) : null;
  }

  return {
    current: async (sender) => {
      const tabId = tabOf(sender);
      const record = tabId === null ? null : await recordOf(tabId);
      if (record === null)
        return ok({ ticket: null, theme: 'light', layout: await lastLayout() } as const);
      const { ticket, theme, layout } = record;
      return ok({ ticket, theme, layout });
    },
    report: async (sender, { ticket, theme }) => {
      if (sender.kind !== 'content') return fail('not-authorised', 'Only a page reports itself.');
      if (ticket !== null && ticket.host !== sender.host)
        return fail('invalid-input', 'A page can only report tickets of its own account.');
      const { host, tabId } = sender;
      const before = await recordOf(tabId);
      // Whether the sidebar fits beside the page is each tab's own affair: a page that starts anew tries again.
      const start: SidebarLayout = { ...(await lastLayout()), mode: 'beside' };
      const stored = await documents.tabs.update((all) => ({
        ...all,
        [String(tabId)]: { host, ticket, theme, layout: all[String(tabId)]?.layout ?? start },
      }));
      if (!stored.ok) return stored;
      const changed =
        before === null || before.theme !== theme || !sameTicket(before.ticket, ticket);
      if (changed) broadcast('tab');
      return ok(stored.value[String(tabId)]?.layout ?? start);
    },
    setLayout: async (sender, change) => {
      const tabId = tabOf(sender);
      const stored = await documents.tabs.update((all) => {
        const known = all[String(tabId)];
        if (known === undefined) return all;
        return { ...all, [String(tabId)]: { ...known, layout: { ...known.layout, ...change } } };
      });
      const own = stored.ok ? stored.value[String(tabId)]?.layout : undefined;
      const layout: SidebarLayout = own ?? { ...(await lastLayout()), ...change };
      // The content script draws the frame; it is told what it did not decide itself.
      if (tabId !== null && own !== undefined && sender.kind === 'sidebar')
        await pages.request(tabId, 'page.setLayout', layout, 2_000);
      const remembered = await documents.layout.replace({ ...layout, mode: 'beside' });
      if (!remembered.ok) return remembered;
      broadcast('tab');
      return ok(layout);
    },
    forget: async (tabId) => {
      await documents.tabs.update((all) => {
        if (!(String(tabId) in all)) return all;
        return Object.fromEntries(Object.entries(all).filter(([id]) => id !== String(tabId)));
      });
    },
    mayActOn: async (sender, ref) => {
      if (sender.kind !== 'sidebar' || !sender.framed) return ok(true);
      const record = sender.tabId === null ? null : await recordOf(sender.tabId);
      if (record !== null && sameTicket(record.ticket, ref)) return ok(true);
      return fail('conflict', 'This tab shows another ticket now, so nothing was done.');
    },
    mayRead: async (sender, ref) => {
      if (sender.kind !== 'sidebar' || !sender.framed) return ok(true);
      const record = sender.tabId === null ? null : await recordOf(sender.tabId);
      if (record !== null && record.host === ref.host) return ok(true);
      return fail('not-authorised', 'This ticket belongs to another account than its tab.');
    },
  };
}
