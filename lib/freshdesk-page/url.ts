import type { TicketRef } from '@/lib/contract/ticket';

const TICKET_PATH = /^\/a\/tickets\/([1-9]\d{0,15})(?:\/|$)/;

/**
 * The ticket an address shows, or null for every other page. Pure.
 *
 * The address is the only identity of a ticket that held through all of Freshdesk's redesigns
 * (`https://HOST/a/tickets/<digits>`, seen in every public userscript, 2019–2026). `/a/tickets/new` and
 * `/a/tickets/filters/…` are not tickets. Query and fragment do not matter; the port is part of the host.
 */
export function ticketFromUrl(url: string | URL): TicketRef | null {
  const parsed = typeof url === 'string' ? URL.parse(url) : url;
  if (parsed === null || parsed.protocol !== 'https:') return null;
  const digits = TICKET_PATH.exec(parsed.pathname)?.[1];
  if (digits === undefined) return null;
  const id = Number(digits);
  return Number.isSafeInteger(id) ? { host: parsed.host, id } : null;
}

/** Whether two references name the same ticket of the same account. */
export function sameTicket(a: TicketRef | null, b: TicketRef | null): boolean {
  if (a === null || b === null) return a === b;
  return a.id === b.id && a.host === b.host;
}
