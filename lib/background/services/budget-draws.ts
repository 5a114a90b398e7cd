import type { Result } from '@/lib/contract/result';
import { categoryOf } from '@/lib/domain/category';
import type { Pack } from '@/lib/pack/schema';
import { ok } from '@/lib/platform/result';
import type { FreshdeskClient } from '../freshdesk/client';

/** Tickets outside the list (not changed this month, or beyond its pages) are read one by one, at most so many. */
const SINGLE_READS = 10;
const LOOK_BACK_MS = 60 * 24 * 3_600_000;

/**
 * Which of these tickets draw on the budget: all but incidents (process: "not tied to an incident will draw from the
 * support budget"). A ticket nobody has categorised draws, and so does one that cannot be read any more (deleted).
 */
export async function drawingTickets(
  client: FreshdeskClient,
  pack: Pack,
  of: { readonly companyId: number; readonly since: Date; readonly ids: ReadonlySet<number> },
): Promise<Result<ReadonlySet<number>>> {
  const drawing = new Set(of.ids);
  if (drawing.size === 0) return ok(drawing);
  const judge = (ticket: { id: number; type: string | null; tags: readonly string[] }): void => {
    if (categoryOf(pack, ticket)?.drawsOnBudget === false) drawing.delete(ticket.id);
  };
  // Logging time does not always count as a change of the ticket, and a longer list costs no more calls than a short one.
  const since = new Date(of.since.getTime() - LOOK_BACK_MS).toISOString();
  const list = await client.ticketsOfCompany(of.companyId, since);
  if (!list.ok) return list;
  const listed = new Set(list.value.tickets.map(({ id }) => id));
  for (const ticket of list.value.tickets) judge(ticket);
  const unlisted = [...of.ids].filter((id) => !listed.has(id)).slice(0, SINGLE_READS);
  for (const id of unlisted) {
    const ticket = await client.bareTicket(id);
    if (ticket.ok) judge(ticket.value);
    else if (ticket.error.code !== 'not-found' && ticket.error.code !== 'not-authorised')
      return ticket;
  }
  return ok(drawing);
}
