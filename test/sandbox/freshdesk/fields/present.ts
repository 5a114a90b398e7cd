import type { Context } from '../context.ts';
import type { NestedChoices, TicketField } from '../model/account.ts';
import { knownSources, knownStatuses, listChoices, nestedChoices, PRIORITIES } from './form.ts';

/** Creation and last change of the seeded form; the fields are as old as the account. */
const FORM_CREATED = '2024-02-05T09:12:41Z';
const FORM_UPDATED = '2026-03-17T15:40:02Z';

/** Product of the account: one, as every account has at least. */
export const PRODUCT = { id: 90_000_000_401, name: 'Acme Hubs' };

/** `GET /ticket_fields`: every field with its choices in the shape of its type (recordings of 2022). */
export function ticketFields(context: Context, type: string | null): unknown[] {
  return context.store.fields
    .map((field, index) => presentField(context, field, index + 1))
    .filter((field) => type === null || field['type'] === type);
}

function presentField(
  context: Context,
  field: TicketField,
  position: number,
): Record<string, unknown> {
  const { account } = context;
  return {
    id: field.id,
    name: field.name,
    label: field.label,
    description: field.description,
    position,
    required_for_closure: field.required_for_closure,
    required_for_agents: field.required_for_agents,
    type: field.type,
    default: !field.name.startsWith('cf_'),
    customers_can_edit: field.customers_can_edit,
    // Not on every account (one recording of 2022 lacks it).
    ...(account.nestedChoices === 'object' ? { customers_can_filter: false } : {}),
    label_for_customers: field.label,
    required_for_customers: field.name === 'requester' || field.name === 'subject',
    displayed_to_customers: field.displayed_to_customers,
    created_at: FORM_CREATED,
    updated_at: FORM_UPDATED,
    ...(field.name === 'requester' ? { portal_cc: false, portal_cc_to: 'company' } : {}),
    ...choicesOf(context, field),
    ...levelsOf(field),
  };
}

function choicesOf(context: Context, field: TicketField): { choices?: unknown } {
  const { store, account } = context;
  switch (field.type) {
    case 'default_status':
      return {
        choices: Object.fromEntries(
          knownStatuses(store, account).map(({ id, label, customerLabel }) => [
            String(id),
            [label, customerLabel],
          ]),
        ),
      };
    case 'default_priority':
      return { choices: PRIORITIES };
    case 'default_source':
      return { choices: knownSources(account) };
    case 'default_product':
      return { choices: { [PRODUCT.name]: PRODUCT.id } };
    case 'default_agent':
      return { choices: idByName(store.agents.values()) };
    case 'default_group':
      return { choices: idByName(store.groups.values()) };
    case 'nested_field': {
      const nested = nestedChoices(field) ?? {};
      return { choices: account.nestedChoices === 'object' ? nested : asArrays(nested) };
    }
    default:
      return field.choices === undefined ? {} : { choices: listChoices(field) };
  }
}

/** Keys are names, so that of two people with one name only one can appear. */
function idByName(people: Iterable<{ name: string; id: number }>): Record<string, number> {
  return Object.fromEntries([...people].map(({ name, id }) => [name, id]));
}

/** Arrays of one-key objects: the shape of the API reference. */
function asArrays(nested: NestedChoices): unknown[] {
  return Object.entries(nested).map(([first, below]) => ({
    [first]: Object.entries(below).map(([second, items]) => ({ [second]: items })),
  }));
}

function levelsOf(field: TicketField): { nested_ticket_fields?: unknown } {
  if (!field.levels) return {};
  return {
    nested_ticket_fields: field.levels.map(({ id, name, label, level }) => ({
      id,
      name,
      description: null,
      label,
      label_in_portal: label,
      level,
      ticket_field_id: field.id,
      created_at: FORM_CREATED,
      updated_at: FORM_UPDATED,
    })),
  };
}
