import { expect, test } from 'vitest';
import { watchTicket } from '@/lib/freshdesk-page/watch';

type Seen = { readonly id: number | null; readonly signal: AbortSignal };

/** A window of our own: an address that moves, with or without the Navigation API. */
function start(withNavigation: boolean) {
  const location = { href: 'https://acme.freshdesk.com/a/dashboard' };
  const navigation = new EventTarget();
  const events = new EventTarget();
  const view = Object.assign(events, { location, ...(withNavigation && { navigation }) });
  const end = new AbortController();
  const seen: Seen[] = [];
  let announce: (url: URL) => void = () => undefined;
  watchTicket(
    { signal: end.signal, onLocationChange: (listener) => (announce = listener) },
    (ticket, signal) => seen.push({ id: ticket?.id ?? null, signal }),
    view as unknown as Window,
  );
  const go = (path: string): void => {
    location.href = `https://acme.freshdesk.com${path}`;
    if (withNavigation) navigation.dispatchEvent(new Event('currententrychange'));
    else announce(new URL(location.href));
  };
  return { seen, end, go, events, location, ids: () => seen.map(({ id }) => id) };
}

test.each([true, false])('follows the address through the app (Navigation API: %s)', (modern) => {
  const page = start(modern);
  page.go('/a/tickets/1');
  page.go('/a/tickets/1?tab=x');
  page.go('/a/tickets/2');
  page.go('/a/tickets');
  page.go('/a/dashboard');
  expect(page.ids()).toEqual([null, 1, 2, null]);
});

test('a ticket ends when another is shown, and all end with the script', () => {
  const page = start(true);
  page.go('/a/tickets/1');
  page.go('/a/tickets/2');
  const [, first, second] = page.seen;
  expect([first?.signal.aborted, second?.signal.aborted]).toEqual([true, false]);
  page.end.abort();
  expect(second?.signal.aborted).toBe(true);
  page.go('/a/tickets/3');
  expect(page.ids()).toEqual([null, 1, 2]);
});

test('coming back from the page cache is noticed', () => {
  const page = start(true);
  page.location.href = 'https://acme.freshdesk.com/a/tickets/7';
  page.events.dispatchEvent(new Event('pageshow'));
  expect(page.ids()).toEqual([null, 7]);
});
