import { expect, test } from 'vitest';
import { sameTicket, ticketFromUrl } from '@/lib/freshdesk-page/url';

const host = 'https://acme.freshdesk.com';

test.each([
  ['/a/tickets/4242', 4242],
  ['/a/tickets/4242/', 4242],
  ['/a/tickets/4242?current_tab=details', 4242],
  ['/a/tickets/4242#conversation', 4242],
  ['/a/tickets/4242/edit', 4242],
  ['/a/tickets/1', 1],
])('%s is ticket %d', (path, id) => {
  expect(ticketFromUrl(host + path)).toEqual({ host: 'acme.freshdesk.com', id });
});

test.each([
  '/a/tickets',
  '/a/tickets/',
  '/a/tickets/new',
  '/a/tickets/new/4242',
  '/a/tickets/filters/4242',
  '/a/tickets/filters/all_tickets',
  '/a/tickets/4242abc',
  '/a/tickets/0',
  '/a/tickets/-1',
  '/a/tickets/4e2',
  '/a/tickets/99999999999999999999',
  '/a/dashboard',
  '/a/contacts/4242',
  '/support/tickets/4242',
  '/helpdesk/tickets/4242',
  '/x/a/tickets/4242',
  '/a/dashboard?next=/a/tickets/4242',
  '/a/dashboard#/a/tickets/4242',
])('%s is no ticket', (path) => {
  expect(ticketFromUrl(host + path)).toBeNull();
});

test('only secure pages count, and what is no address is no ticket', () => {
  expect(ticketFromUrl('http://acme.freshdesk.com/a/tickets/4242')).toBeNull();
  expect(ticketFromUrl('/a/tickets/4242')).toBeNull();
});

test('a ticket is the same only in the same account', () => {
  const ref = { host: 'acme.freshdesk.com', id: 1 };
  expect(sameTicket(ref, { ...ref })).toBe(true);
  expect(sameTicket(ref, { ...ref, host: 'other.freshdesk.com' })).toBe(false);
  expect(sameTicket(ref, { ...ref, id: 2 })).toBe(false);
  expect(sameTicket(ref, null)).toBe(false);
  expect(sameTicket(null, null)).toBe(true);
});
