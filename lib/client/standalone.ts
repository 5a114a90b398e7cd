import type { TicketRef } from '@/lib/contract/ticket';

const HOST = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.freshdesk\.com$/;
const ID = /^[1-9]\d{0,14}$/;

/**
 * The ticket named in the hash of a sidebar opened as a page of its own (`#host=acme.freshdesk.com&id=4242`).
 * Null when the hash names none; then the sidebar sits in a Freshdesk tab and asks for that tab's ticket.
 */
export function refFromHash(hash: string): TicketRef | null {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  const host = values.get('host') ?? '';
  const id = values.get('id') ?? '';
  return HOST.test(host) && ID.test(id) ? { host, id: Number(id) } : null;
}
