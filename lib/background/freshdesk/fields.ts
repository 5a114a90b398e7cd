import type { TicketField } from './schema';

/**
 * Names behind the numbers of a ticket, read from the ticket form: it carries them for every agent, while the calls for
 * groups and agents are for administrators only. Plain JSON, fit for storage. Maps of ids have the id as text.
 */
export type FieldNames = {
  /** Agents' label by status code. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly priorities: Readonly<Record<string, string>>;
  /** Ticket types the account has, in the form's order. */
  readonly types: readonly string[];
  readonly groups: Readonly<Record<string, string>>;
  /** Two agents of the same name appear once; some agents are missing. */
  readonly agents: Readonly<Record<string, string>>;
  /** Choices of custom dropdowns, and of the first level of nested fields, by field name. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Labels of all fields by field name (`ticket_type`, `cf_…`), nested levels included. */
  readonly labels: Readonly<Record<string, string>>;
};

/** Names every account starts with; for when the form could not be read. */
export const DEFAULT_NAMES: FieldNames = {
  statuses: { 2: 'Open', 3: 'Pending', 4: 'Resolved', 5: 'Closed' },
  priorities: { 1: 'Low', 2: 'Medium', 3: 'High', 4: 'Urgent' },
  types: [],
  groups: {},
  agents: {},
  choices: {},
  labels: {},
};

type Choices = TicketField['choices'];

/** `{"2": ["Open", "Being processed"]}`: code to agents' and customers' label. */
function byCode(choices: Choices): Record<string, string> {
  if (choices === null || Array.isArray(choices)) return {};
  return Object.fromEntries(
    Object.entries(choices).flatMap(([code, value]) => {
      const label = Array.isArray(value) ? value[0] : value;
      return typeof label === 'string' ? [[code, label]] : [];
    }),
  );
}

/** `{"High": 3}`, turned round. */
function byId(choices: Choices): Record<string, string> {
  if (choices === null || Array.isArray(choices)) return {};
  return Object.fromEntries(
    Object.entries(choices).flatMap(([label, id]) =>
      typeof id === 'number' || typeof id === 'string' ? [[String(id), label]] : [],
    ),
  );
}

/**
 * Labels of a list field: `["A", "B"]`, `{"1": ["A", "A"]}`, and the first level of nested choices, which come as
 * `{"A": {…}}` in recorded answers and as `[{"A": […]}]` in the reference.
 */
function labelsOf(field: TicketField): readonly string[] {
  const { choices } = field;
  if (choices === null) return [];
  if (Array.isArray(choices)) {
    return choices.flatMap((choice) => {
      if (typeof choice === 'string') return [choice];
      return typeof choice === 'object' && choice !== null && !Array.isArray(choice)
        ? Object.keys(choice)
        : [];
    });
  }
  if (field.type === 'nested_field') return Object.keys(choices);
  const isByCode = Object.values(choices).every((value) => Array.isArray(value));
  return isByCode ? Object.values(byCode(choices)) : Object.keys(choices);
}

const CHOICE_TYPES: ReadonlySet<string> = new Set([
  'custom_dropdown',
  'custom_multi_select_dropdown',
  'nested_field',
]);

/** Reads the names out of the ticket form's fields. What the form leaves out falls back to Freshdesk's own names. */
export function fieldNames(fields: readonly TicketField[]): FieldNames {
  const choicesOf = (type: string): Choices =>
    fields.find((field) => field.type === type)?.choices ?? null;
  const types = fields.find((field) => field.type === 'default_ticket_type');
  const withChoices = fields.filter((field) => CHOICE_TYPES.has(field.type));
  return {
    statuses: { ...DEFAULT_NAMES.statuses, ...byCode(choicesOf('default_status')) },
    priorities: { ...DEFAULT_NAMES.priorities, ...byId(choicesOf('default_priority')) },
    types: types === undefined ? [] : labelsOf(types),
    groups: byId(choicesOf('default_group')),
    agents: byId(choicesOf('default_agent')),
    choices: Object.fromEntries(withChoices.map((field) => [field.name, labelsOf(field)])),
    labels: Object.fromEntries(
      fields.flatMap((field) => [
        [field.name, field.label],
        ...field.nested_ticket_fields.map((level) => [level.name, level.label || level.name]),
      ]),
    ),
  };
}
