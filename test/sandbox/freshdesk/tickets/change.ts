import { supportEmail, type Context } from '../context.ts';
import type { Ticket } from '../model/ticket.ts';
import { iso } from '../model/time.ts';
import { accountOpenSeconds, dueDates } from '../sla/due-dates.ts';

/** Values of a ticket that a request may set. */
export type TicketChanges = {
  -readonly [
    Key in
      | 'subject'
      | 'description'
      | 'status'
      | 'priority'
      | 'type'
      | 'source'
      | 'requester_id'
      | 'responder_id'
      | 'group_id'
      | 'company_id'
      | 'product_id'
      | 'email_config_id'
      | 'tags'
      | 'custom_fields'
      | 'due_by'
      | 'fr_due_by'
  ]?: Ticket[Key];
};

const RESOLVED = 4;
const CLOSED = 5;

/** Resolved or Closed; every other status, custom ones included, is open work. */
export function isDone(status: number): boolean {
  return status === RESOLVED || status === CLOSED;
}

/** Marks a change: `updated_at`, and a new entry for the search index. */
export function touch(context: Context, ticket: Ticket): void {
  const { store, now } = context;
  ticket.updated_at = iso(now());
  const seen = store.searchIndex.get(ticket.id) ?? [];
  store.searchIndex.set(ticket.id, [
    ...seen,
    { fromMs: now().getTime(), ticket: structuredClone(ticket) },
  ]);
}

/** Computes the due dates anew; the API goes on showing the old ones for `dueDateDelayMs`. */
export function recomputeDues(context: Context, ticket: Ticket): void {
  const nowMs = context.now().getTime();
  const before =
    ticket.staleDues && nowMs < ticket.staleDues.untilMs
      ? { due_by: ticket.staleDues.due_by, fr_due_by: ticket.staleDues.fr_due_by }
      : { due_by: ticket.due_by, fr_due_by: ticket.fr_due_by };
  Object.assign(ticket, dueDates(context.store, ticket));
  if (isDone(ticket.status)) ticket.due_by = before.due_by;
  const { dueDateDelayMs } = context.account;
  ticket.staleDues = dueDateDelayMs > 0 ? { ...before, untilMs: nowMs + dueDateDelayMs } : null;
  if (ticket.due_by !== null && Date.parse(ticket.due_by) > nowMs) ticket.is_escalated = false;
}

/**
 * Sets values and everything that follows from them: status times, due dates, the satisfaction survey on
 * Resolved. A request that changes nothing leaves `updated_at` alone (recorded, 2026).
 * Returns whether anything changed.
 */
export function applyChanges(context: Context, ticket: Ticket, changes: TicketChanges): boolean {
  const before = structuredClone(ticket);
  const { custom_fields: custom, status, ...plain } = changes;
  Object.assign(ticket, plain);
  if (custom) ticket.custom_fields = { ...ticket.custom_fields, ...custom };
  if (status !== undefined && status !== ticket.status) moveTo(context, ticket, status);
  if (JSON.stringify(ticket) === JSON.stringify(before)) return false;
  const slaKeys = ['priority', 'type', 'company_id', 'group_id'] as const;
  const reopened = isDone(before.status) && !isDone(ticket.status);
  const resumed = ticket.pausedOpenSeconds !== before.pausedOpenSeconds;
  const dated = changes.due_by !== undefined || changes.fr_due_by !== undefined;
  if (!dated && (reopened || resumed || slaKeys.some((key) => ticket[key] !== before[key]))) {
    recomputeDues(context, ticket);
  }
  touch(context, ticket);
  return true;
}

function moveTo(context: Context, ticket: Ticket, status: number): void {
  const { store, now } = context;
  const at = iso(now());
  const { stats } = ticket;
  const stops = (id: number) =>
    store.statuses.find((entry) => entry.id === id)?.stopsClock === true;
  if (stops(ticket.status) && !stops(status)) {
    const since = stats.status_updated_at ?? ticket.created_at;
    ticket.pausedOpenSeconds += accountOpenSeconds(store, new Date(since), now());
  }
  if (isDone(ticket.status) && !isDone(status)) {
    Object.assign(stats, { reopened_at: at, resolved_at: null, closed_at: null });
  }
  ticket.status = status;
  stats.status_updated_at = at;
  stats.pending_since = status === 3 ? at : null;
  if (status === RESOLVED) {
    stats.resolved_at = at;
    stats.closed_at = null;
    // Resolved tickets of a real account had no resolution date any more (seen 2026).
    ticket.due_by = null;
    ticket.staleDues = null;
    sendSurvey(context, ticket);
  }
  if (status === CLOSED) {
    stats.resolved_at ??= at;
    stats.closed_at = at;
  }
}

function sendSurvey({ store, outbox, now, host }: Context, ticket: Ticket): void {
  const requester = store.contacts.get(ticket.requester_id);
  if (!requester) return;
  outbox.push({
    at: iso(now()),
    ticketId: ticket.id,
    from: supportEmail(host),
    to: [requester.email],
    cc: [],
    subject: `How did we do? ${ticket.subject}`,
    html: '<div>Your request has been resolved. How satisfied are you with our support?</div>',
    cause: 'survey',
  });
}

/** What a server job does from time to time: raises the escalation flags of overdue, open tickets. */
export function raiseEscalations({ store, now }: Context): void {
  const nowMs = now().getTime();
  const past = (at: string | null) => at !== null && Date.parse(at) < nowMs;
  for (const ticket of store.tickets.values()) {
    if (isDone(ticket.status) || ticket.deleted || ticket.spam) continue;
    if (past(ticket.due_by)) ticket.is_escalated = true;
    if (past(ticket.fr_due_by) && ticket.stats.first_responded_at === null)
      ticket.fr_escalated = true;
    if (past(ticket.nr_due_by)) ticket.nr_escalated = true;
  }
}
