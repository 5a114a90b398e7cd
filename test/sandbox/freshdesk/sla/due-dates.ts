import type { BusinessHours, SlaPolicy } from '../model/account.ts';
import type { DueDates, Ticket } from '../model/ticket.ts';
import { iso, type Iso } from '../model/time.ts';
import type { Store } from '../store.ts';
import { addOpenSeconds, openSecondsBetween } from './open-time.ts';

/** Policy of a ticket: the first match by position (API reference, SLA policies). */
export function policyFor(store: Store, ticket: Ticket): SlaPolicy | undefined {
  return store.slaPolicies
    .toSorted((a, b) => a.position - b.position)
    .find(({ applicable_to: only }) => {
      if (only.ticket_types && !only.ticket_types.includes(ticket.type ?? '')) return false;
      return !only.company_ids || only.company_ids.includes(ticket.company_id ?? 0);
    });
}

/** Opening hours that apply unless a group has its own. */
export function defaultHours(store: Store): BusinessHours | undefined {
  return store.businessHours.find((hours) => hours.is_default) ?? store.businessHours[0];
}

function after(store: Store, from: Date, seconds: number, businessHours: boolean): Iso {
  const hours = defaultHours(store);
  if (!businessHours || !hours) return iso(new Date(from.getTime() + seconds * 1000));
  return iso(addOpenSeconds(hours, from, seconds));
}

/**
 * Dates of a ticket as its policy sets them. The resolution date is counted from `created_at` whenever it is
 * recomputed and may land in the past; the first-reply date stays once a first reply exists (recorded, 2026).
 * Time spent in statuses that stop the clock is added to the resolution date.
 */
export function dueDates(store: Store, ticket: Ticket): DueDates {
  const target = policyFor(store, ticket)?.targets[ticket.priority];
  if (!target) return { due_by: null, fr_due_by: null };
  const created = new Date(ticket.created_at);
  const firstReply = after(store, created, target.respondSeconds, target.businessHours);
  return {
    due_by: after(
      store,
      created,
      target.resolveSeconds + ticket.pausedOpenSeconds,
      target.businessHours,
    ),
    fr_due_by:
      ticket.stats.first_responded_at !== null && ticket.fr_due_by !== null
        ? ticket.fr_due_by
        : firstReply,
  };
}

/** Date by which an answer to the requester's latest message is due; null when the policy sets none. */
export function nextReplyDue(store: Store, ticket: Ticket, respondedAt: Date): Iso | null {
  const target = policyFor(store, ticket)?.targets[ticket.priority];
  if (!target || target.nextRespondSeconds === null) return null;
  return after(store, respondedAt, target.nextRespondSeconds, target.businessHours);
}

/** Open seconds between two instants by the account's default hours. */
export function accountOpenSeconds(store: Store, from: Date, to: Date): number {
  const hours = defaultHours(store);
  return hours
    ? openSecondsBetween(hours, from, to)
    : Math.max(0, (to.getTime() - from.getTime()) / 1000);
}
