import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { SidebarLayout } from '@/lib/contract/views';
import type { PageHandlers } from '@/lib/freshdesk-page/requests';
import { answerRequest, isPageRequest } from '@/lib/freshdesk-page/requests';
import { startTicketPage } from '@/lib/freshdesk-page/ticket-page';
import { loadBody, pretendLayout, soon } from './support';
import { pages } from './fixtures';

const ref = { host: 'acme.freshdesk.com', id: 4242 };
const layout: SidebarLayout = { mode: 'beside', widthPx: 400, collapsed: false };
const send = vi.fn<(command: string, input: unknown) => Promise<SidebarLayout | null>>();
let end: AbortController;
let handlers: PageHandlers;
let move: (url: URL) => void;

const host = (): HTMLElement | null => document.querySelector('steward-sidebar');
const go = async (path: string): Promise<void> => {
  const url = new URL(`https://acme.freshdesk.com${path}`);
  vi.stubGlobal('location', { href: url.href, origin: url.origin });
  move(url);
  await soon(20);
};
const reported = (): unknown[] =>
  send.mock.calls.filter(([command]) => command === 'tab.report').map(([, input]) => input);

beforeAll(() => {
  pretendLayout();
  Object.defineProperty(document.documentElement, 'clientWidth', { value: 1440 });
});
beforeEach(() => {
  end = new AbortController();
  send.mockReset().mockResolvedValue(layout);
  loadBody(pages['2026']);
  handlers = startTicketPage({
    context: { signal: end.signal, onLocationChange: (listener) => (move = listener) },
    frameUrl: 'about:blank',
    send,
  });
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
});

test('away from tickets nothing is sent and nothing is in the page', async () => {
  await go('/a/dashboard');
  await go('/a/tickets/filters/42');
  expect(send).not.toHaveBeenCalled();
  expect(host()).toBeNull();
});

test('a ticket is reported and the sidebar stands at the remembered width; leaving hides it', async () => {
  await go('/a/tickets/4242');
  expect(reported()).toEqual([{ ticket: ref, theme: 'light' }]);
  expect(host()?.style.width).toBe('400px');
  await go('/a/tickets');
  expect(reported().at(-1)).toEqual({ ticket: null, theme: 'light' });
  expect(host()?.style.display).toBe('none');
});

test('a background that never answers does not keep the sidebar away', async () => {
  send.mockReturnValue(new Promise(() => undefined));
  await go('/a/tickets/4242');
  expect(host()).toBeNull();
  await soon(600);
  expect(host()?.style.width).toBe('360px');
});

test('quick moves end at the last ticket', async () => {
  void go('/a/tickets/1');
  void go('/a/tickets/2');
  await go('/a/tickets/4242');
  expect(reported().at(-1)).toEqual({ ticket: ref, theme: 'light' });
  expect(document.querySelectorAll('steward-sidebar').length).toBe(1);
});

test('a change of theme is reported', async () => {
  await go('/a/tickets/4242');
  document.body.className = 'dew-dark-theme';
  await soon();
  expect(reported().at(-1)).toEqual({ ticket: ref, theme: 'dark' });
  document.body.className = '';
});

test('requests for a ticket that is not shown are refused', async () => {
  await go('/a/tickets/1');
  const html = '<div>x</div>';
  const insert = { ref, target: 'reply', html, text: 'x', htmlWithoutGreeting: null } as const;
  expect(await handlers['page.insert'](insert)).toMatchObject({ error: { code: 'page-changed' } });
  expect(await handlers['page.refreshTicket']({ ref })).toMatchObject({
    error: { code: 'page-changed' },
  });
});

test('only requests count: notices, strangers and unknown names do not', () => {
  expect(isPageRequest({ steward: 1, request: 'page.health', input: {} }, handlers)).toBe(true);
  const others = [
    null,
    'page.health',
    { steward: 1, changed: 'ticket' },
    { steward: 2, request: 'page.health', input: {} },
    { steward: 1, request: 'toString', input: {} },
    { steward: 1, request: 'page.send', input: {} },
    { steward: 1, request: 'page.health' },
  ];
  expect(others.filter((message) => isPageRequest(message, handlers))).toEqual([]);
});

test('a handler that throws becomes one sentence', async () => {
  const broken: PageHandlers = {
    ...handlers,
    'page.health': () => {
      throw new Error('secret detail');
    },
  };
  const answer = await answerRequest({ steward: 1, request: 'page.health', input: {} }, broken);
  expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  expect(JSON.stringify(answer)).not.toContain('secret');
});

test('all is gone at the end', async () => {
  await go('/a/tickets/4242');
  end.abort();
  await soon();
  expect(host()).toBeNull();
  expect(document.documentElement.style.maxWidth).toBe('');
});
