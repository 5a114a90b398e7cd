import type { Ticket, TicketChange, TicketField } from '../wire.ts';

/** Keys of a ticket for the fields whose API name differs from the key they are written under. */
const keyOfField: Readonly<Record<string, keyof Ticket>> = {
  ticket_type: 'type',
  status: 'status',
  priority: 'priority',
  group: 'group_id',
  agent: 'responder_id',
};

const resolved = 4;
const closed = 5;

export type Values = ReadonlyMap<string, unknown>;

/** True for the fields the panel shows: the editable defaults and everything custom. */
export const isShown = (field: TicketField): boolean =>
  field.name in keyOfField || !field.type.startsWith('default_');

/** What the ticket holds for a field, by the field's API name (`tags` for the tags). */
export const storedValue = (ticket: Ticket, name: string): unknown => {
  if (name === 'tags') return ticket.tags;
  const key = keyOfField[name];
  return key === undefined ? (ticket.custom_fields[name] ?? null) : ticket[key];
};

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one === '' ? null : one) === JSON.stringify(other === '' ? null : other);

/** The edits that differ from what is stored. */
export const realChanges = (ticket: Ticket, edits: Values): Values =>
  new Map(Array.from(edits).filter(([name, value]) => !same(value, storedValue(ticket, name))));

/** The body of the update: only what changed, under the names the API takes. */
export const toRequest = (changes: Values): TicketChange => {
  const request: TicketChange = {};
  const customFields: Record<string, unknown> = {};
  for (const [name, value] of changes) {
    const key = name === 'tags' ? 'tags' : keyOfField[name];
    if (key === undefined) customFields[name] = value;
    else request[key] = value;
  }
  return Object.keys(customFields).length === 0
    ? request
    : { ...request, custom_fields: customFields };
};

/** Names of the fields that must be filled before these values may be saved. */
export const missingFields = (
  ticket: Ticket,
  fields: readonly TicketField[],
  edits: Values,
): readonly string[] => {
  const valueOf = (name: string) => (edits.has(name) ? edits.get(name) : storedValue(ticket, name));
  const finishing = [resolved, closed].includes(Number(valueOf('status')));
  return fields
    .filter(isShown)
    .filter((field) => field.required_for_agents || (finishing && field.required_for_closure))
    .map((field) => field.name)
    .filter((name) => [null, undefined, '', false].some((empty) => valueOf(name) === empty));
};
