import type { MessageSender } from '@/lib/platform/runtime-port';

/**
 * Who asks. `options`, `list`, `diagnostics`: these pages in a tab of their own; `popup`: the toolbar's. `sidebar`: the sidebar page, framed in a Freshdesk tab
 * (`framed`) or opened on its own. `content`: the content script of a Freshdesk page's top frame.
 */
export type Sender =
  | { readonly kind: 'options' }
  /** The list of tickets, its short form under the toolbar's button, or the diagnostics page. */
  | { readonly kind: 'list' | 'popup' | 'diagnostics' }
  | { readonly kind: 'sidebar'; readonly framed: boolean; readonly tabId: number | null }
  | { readonly kind: 'content'; readonly host: string; readonly tabId: number };

export type SenderKind = Sender['kind'];

const EXTENSION_SCHEMES = new Set(['chrome-extension:', 'moz-extension:']);
/** Steward's own pages that no other page may frame. */
const OWN_PAGES: ReadonlyMap<string, 'options' | 'list' | 'popup' | 'diagnostics'> = new Map([
  ['/options.html', 'options'],
  ['/list.html', 'list'],
  ['/popup.html', 'popup'],
  ['/diagnostics.html', 'diagnostics'],
]);
const ACCOUNT_HOST = /^[a-z0-9][a-z0-9-]*\.freshdesk\.com$/;

/**
 * Tells who sent a message, from what the browser vouches for; null for anybody Steward does not know.
 * An extension page's host is not compared, because Chromium serves framed pages under a changing host
 * (`use_dynamic_url`); its scheme together with our own id can belong to no one else.
 */
export function identifySender(sender: MessageSender, runtimeId: string): Sender | null {
  if (sender.id !== runtimeId || sender.url === undefined) return null;
  const url = URL.parse(sender.url);
  if (url === null) return null;
  const tabId = sender.tab?.id ?? null;
  const topLevel = sender.frameId === undefined || sender.frameId === 0;
  if (EXTENSION_SCHEMES.has(url.protocol)) {
    const own = OWN_PAGES.get(url.pathname);
    if (own !== undefined) return topLevel ? { kind: own } : null;
    if (url.pathname === '/sidebar.html') return { kind: 'sidebar', framed: !topLevel, tabId };
    return null;
  }
  const onAccount = url.protocol === 'https:' && ACCOUNT_HOST.test(url.hostname);
  if (!onAccount || url.port !== '' || !topLevel || tabId === null) return null;
  return { kind: 'content', host: url.hostname, tabId };
}
