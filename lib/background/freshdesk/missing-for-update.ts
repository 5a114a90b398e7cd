import type { TicketChanges } from './client-types';
import type { FieldValue, Ticket, TicketField } from './schema';

/** A field of the ticket form that must be filled before Freshdesk takes the change. */
export type MissingField = { readonly name: string; readonly label: string };

const RESOLVED = 4;
const CLOSED = 5;

/**
 * Fields whose value the ticket carries under another name. Requester, subject, description and company are left out:
 * Freshdesk keeps what the ticket came with, and many tickets have no company though the form calls it required
 * (recorded answers, 2022).
 */
function defaultValue(name: string, ticket: Ticket, changes: TicketChanges): unknown {
  switch (name) {
    case 'ticket_type':
      return changes.type === undefined ? ticket.type : changes.type;
    case 'group':
      return ticket.group_id;
    case 'agent':
      return ticket.responder_id;
    case 'product':
      return ticket.product_id;
    default:
      return 'not checked';
  }
}

function isBlank(value: unknown): boolean {
  return (
    value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
  );
}

function customValue(name: string, ticket: Ticket, changes: TicketChanges): FieldValue | undefined {
  const changed = changes.customFields?.[name];
  return changed === undefined ? ticket.custom_fields[name] : changed;
}

/**
 * Required fields that are blank after `changes` and would make Freshdesk refuse the update: it checks the whole form,
 * not only what is sent. Fields required for closure count when the change resolves or closes the ticket. A second form
 * or a hidden section can require more or less, so this warns early and does not replace Freshdesk's own answer.
 */
export function missingForUpdate(
  fields: readonly TicketField[],
  ticket: Ticket,
  changes: TicketChanges,
): readonly MissingField[] {
  const closes = changes.status === RESOLVED || changes.status === CLOSED;
  return fields
    .filter((field) => field.required_for_agents || (closes && field.required_for_closure))
    .filter((field) =>
      isBlank(
        field.default
          ? defaultValue(field.name, ticket, changes)
          : customValue(field.name, ticket, changes),
      ),
    )
    .map(({ name, label }) => ({ name, label }));
}
