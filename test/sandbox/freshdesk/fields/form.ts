import type { Account } from '../../types.ts';
import type { NestedChoices, Status, TicketField } from '../model/account.ts';
import type { FieldValue } from '../model/ticket.ts';
import type { Store } from '../store.ts';

/** Statuses the account knows: the built-in four in 2022, custom ones and 9000 in 2026. */
export function knownStatuses(store: Store, account: Account): readonly Status[] {
  return account.age === '2022' ? store.statuses.filter(({ id }) => id <= 5) : store.statuses;
}

/** Sources a ticket can have, label to code; 2026 accounts know more channels (seen in recordings). */
export function knownSources(account: Account): Readonly<Record<string, number>> {
  const classic = {
    Email: 1,
    Portal: 2,
    Phone: 3,
    Forum: 4,
    Twitter: 5,
    Facebook: 6,
    Chat: 7,
    MobiHelp: 8,
    'Feedback Widget': 9,
    'Outbound Email': 10,
    Ecommerce: 11,
    Bot: 12,
    Whatsapp: 13,
  };
  if (account.age === '2022') return classic;
  return { ...classic, 'Web Chat': 15, 'Web Form': 16, 'Mobile Chat SDK': 21, SMS: 22 };
}

/** Priorities, label to code: inverted with regard to statuses (seen live, 2026). */
export const PRIORITIES: Readonly<Record<string, number>> = {
  Low: 1,
  Medium: 2,
  High: 3,
  Urgent: 4,
};

/** Choices of a plain list field, in the account's order. */
export function listChoices(field: TicketField | undefined): readonly string[] {
  return Array.isArray(field?.choices) ? field.choices.map(String) : [];
}

/** Names of ticket types. */
export function ticketTypes(store: Store): readonly string[] {
  return listChoices(store.fields.find(({ name }) => name === 'ticket_type'));
}

/** Choices of a nested field, or undefined when the field is none. */
export function nestedChoices(field: TicketField): NestedChoices | undefined {
  const { choices } = field;
  if (field.type !== 'nested_field' || choices === undefined || Array.isArray(choices))
    return undefined;
  const levels: Record<string, Record<string, readonly string[]>> = {};
  for (const [first, below] of Object.entries(choices)) {
    if (typeof below !== 'object') continue;
    levels[first] = { ...below };
  }
  return levels;
}

/** A key of `custom_fields`, and the field it belongs to; levels 2 and 3 of a nested field are keys too. */
export type CustomKey = { name: string; field: TicketField; level: 1 | 2 | 3 };

/** Every key a ticket's `custom_fields` has, in the order of the form. */
export function customKeys(store: Store): CustomKey[] {
  return store.fields.flatMap((field): CustomKey[] => {
    if (!field.name.startsWith('cf_')) return [];
    const levels = (field.levels ?? []).map(({ name, level }) => ({ name, field, level }));
    return [{ name: field.name, field, level: 1 }, ...levels];
  });
}

/** Custom values as a ticket shows them: every known key, null when empty, a checkbox false. */
export function shownCustomFields(
  store: Store,
  values: Readonly<Record<string, FieldValue>>,
): Record<string, FieldValue> {
  const entries = customKeys(store).map(({ name, field }): [string, FieldValue] => [
    name,
    values[name] ?? (field.type === 'custom_checkbox' ? false : null),
  ]);
  return Object.fromEntries(entries);
}
