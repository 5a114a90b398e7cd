import type { Problem } from '../http/answer.ts';
import { unknownField } from '../http/answer.ts';
import type { TicketField } from '../model/account.ts';
import type { FieldValue } from '../model/ticket.ts';
import type { Store } from '../store.ts';
import { customKeys, listChoices, nestedChoices, type CustomKey } from './form.ts';
import { boolean, date, integer, number, oneOf, text, textIn, type Check } from './values.ts';

type Values = Readonly<Record<string, unknown>>;

const CHECK_BY_TYPE: Readonly<Record<string, Check>> = {
  custom_text: text,
  custom_paragraph: text,
  custom_checkbox: boolean,
  custom_number: integer,
  custom_decimal: number,
  custom_date: date,
};

/**
 * Problems of the `custom_fields` of a request; keys are reported as `custom_fields.<name>`. A child of a nested
 * field is checked against the parent in the request, or else against the ticket's present one.
 */
export function checkCustomFields(store: Store, sent: Values, present: Values): Problem[] {
  const keys = customKeys(store);
  const merged: Values = { ...present, ...sent };
  return Object.entries(sent).flatMap(([name, value]): Problem[] => {
    const field = `custom_fields.${name}`;
    const key = keys.find((candidate) => candidate.name === name);
    if (!key) return [unknownField(field)];
    if (value === null) return [];
    const problem = checkFor(key, merged)(field, value);
    return problem ? [problem] : [];
  });
}

function checkFor({ field, level }: CustomKey, merged: Values): Check {
  if (field.type === 'custom_dropdown') return textIn(listChoices(field));
  const nested = nestedChoices(field);
  if (nested) return textIn(choicesAt(field, nested, level, merged));
  return CHECK_BY_TYPE[field.type] ?? text;
}

function choicesAt(
  field: TicketField,
  nested: NonNullable<ReturnType<typeof nestedChoices>>,
  level: 1 | 2 | 3,
  merged: Values,
): readonly string[] {
  if (level === 1) return Object.keys(nested);
  const below = nested[String(merged[field.name])] ?? {};
  if (level === 2) return Object.keys(below);
  const second = field.levels?.find((entry) => entry.level === 2)?.name ?? '';
  return below[String(merged[second])] ?? [];
}

/**
 * Required fields that a ticket lacks: those of the agent's form always, those for closure when the ticket is on
 * its way to Resolved or Closed. A blank required dropdown is `missing_field` with the text of an invalid value.
 */
export function missingFields(
  store: Store,
  ticket: { type: string | null; custom_fields: Readonly<Record<string, FieldValue>> },
  closing: boolean,
): Problem[] {
  return store.fields.flatMap((field): Problem[] => {
    if (!field.required_for_agents && !(closing && field.required_for_closure)) return [];
    if (field.name === 'ticket_type') {
      return ticket.type === null
        ? [missing('type', `It should be ${oneOf(listChoices(field))}`)]
        : [];
    }
    if (!field.name.startsWith('cf_')) return [];
    const value = ticket.custom_fields[field.name];
    if (value !== undefined && value !== null && value !== '') return [];
    return [missing(`custom_fields.${field.name}`, missingMessage(field))];
  });
}

function missing(field: string, message: string): Problem {
  return { field, message, code: 'missing_field' };
}

function missingMessage(field: TicketField): string {
  if (field.type === 'custom_dropdown') return `It should be ${oneOf(listChoices(field))}`;
  const nested = nestedChoices(field);
  if (nested) return `It should be ${oneOf(Object.keys(nested))}`;
  return field.type === 'custom_number' ? 'It should be a/an Integer' : 'It should be a/an String';
}
