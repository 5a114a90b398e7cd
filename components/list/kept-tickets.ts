import type { ListTicket, ListView } from '@/lib/contract/list';
import { ticketKey } from '@/lib/client/useListActions';

export type KeptTickets = ReadonlyMap<string, ListTicket>;

/**
 * The tickets of all closings as last seen: a closed ticket leaves the list, but its row goes on to say "Closed" for as
 * long as the closing is told of. Answers `kept` itself when nothing changed.
 */
export function keepClosing(list: ListView, kept: KeptTickets): KeptTickets {
  if (list.closings.length === 0) return kept.size === 0 ? kept : new Map();
  const closing = new Set(list.closings.map(({ ref }) => ticketKey(ref)));
  const next = new Map([...kept].filter(([key]) => closing.has(key)));
  for (const ticket of list.tickets) {
    const key = ticketKey(ticket.facts.ref);
    if (closing.has(key)) next.set(key, ticket);
  }
  const same = next.size === kept.size && [...next].every(([key, one]) => kept.get(key) === one);
  return same ? kept : next;
}

/** All tickets of the list, and those just closed. */
export function withKept(list: ListView, kept: KeptTickets): readonly ListTicket[] {
  if (kept.size === 0) return list.tickets;
  const there = new Set(list.tickets.map(({ facts }) => ticketKey(facts.ref)));
  return [...list.tickets, ...[...kept].flatMap(([key, one]) => (there.has(key) ? [] : [one]))];
}
