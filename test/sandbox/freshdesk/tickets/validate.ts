import type { Context } from '../context.ts';
import { checkCustomFields, missingFields } from '../fields/custom-values.ts';
import { knownSources, knownStatuses, PRIORITIES, ticketTypes } from '../fields/form.ts';
import { PRODUCT } from '../fields/present.ts';
import * as check from '../fields/values.ts';
import type { Problem } from '../http/answer.ts';
import type { FieldValue, Ticket } from '../model/ticket.ts';
import { iso, readDate } from '../model/time.ts';
import { sanitiseBody } from '../text/sanitise.ts';
import { isDone, type TicketChanges } from './change.ts';

type Body = Readonly<Record<string, unknown>>;

/** Checks of the keys that both create and update take (API reference, tickets). */
function checks(context: Context): Record<string, check.Check> {
  const { store, account } = context;
  const known = (records: ReadonlyMap<number, unknown>) => (id: number) => records.has(id);
  const never: check.Check = check.orNull(check.integer);
  return {
    name: check.text,
    requester_id: check.reference(known(store.contacts), 'contact'),
    email: check.text,
    phone: check.orNull(check.text),
    facebook_id: check.orNull(check.text),
    twitter_id: check.orNull(check.text),
    unique_external_id: check.orNull(check.text),
    subject: check.text,
    description: check.text,
    type: check.orNull(check.textIn(ticketTypes(store))),
    status: check.codeIn(knownStatuses(store, account).map(({ id }) => id)),
    priority: check.codeIn(Object.values(PRIORITIES)),
    source: check.codeIn(Object.values(knownSources(account))),
    responder_id: check.orNull(check.reference(known(store.agents), 'agent')),
    group_id: check.orNull(check.reference(known(store.groups), 'group')),
    company_id: check.orNull(check.reference(known(store.companies), 'company')),
    product_id: check.orNull(check.reference((id) => id === PRODUCT.id, 'product')),
    email_config_id: check.orNull(check.integer),
    parent_id: never,
    internal_agent_id: never,
    internal_group_id: never,
    lookup_parameter: check.text,
    due_by: check.date,
    fr_due_by: check.date,
    tags: check.texts,
    custom_fields: objectOnly,
    attachments: (field, value) =>
      Array.isArray(value) ? undefined : check.wrongType(field, value, 'a/an Array'),
  };
}

const objectOnly: check.Check = (field, value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? undefined
    : check.wrongType(field, value, 'a/an key/value pair');

/** The `custom_fields` of a body; an empty object when there are none. */
function customOf(body: Body): Body {
  const custom = body['custom_fields'];
  return typeof custom === 'object' && custom !== null ? { ...custom } : {};
}

/** Problems of an update against the ticket it changes, the form's required fields included. */
export function checkUpdate(context: Context, ticket: Ticket, body: Body): Problem[] {
  const problems = check.checkBody(body, checks(context));
  problems.push(...checkCustomFields(context.store, customOf(body), ticket.custom_fields));
  if (problems.length > 0) return problems;
  const changes = readChanges(body);
  if (changes.company_id !== undefined && changes.company_id !== null) {
    const requester = context.store.contacts.get(changes.requester_id ?? ticket.requester_id);
    if (requester?.company_id !== changes.company_id) {
      return [
        {
          field: 'company_id',
          message: 'It should be a company of the requester',
          code: 'invalid_value',
        },
      ];
    }
  }
  if (ticket.source === 10) {
    const fixed = ['subject', 'description'].filter((key) => key in body);
    if (fixed.length > 0) {
      return fixed.map((field) => ({
        field,
        message: 'It cannot be changed on an outbound ticket',
        code: 'inconsistent_state',
      }));
    }
  }
  const merged = {
    type: changes.type === undefined ? ticket.type : changes.type,
    custom_fields: { ...ticket.custom_fields, ...changes.custom_fields },
  };
  const closing = changes.status !== undefined && isDone(changes.status) && !isDone(ticket.status);
  return missingFields(context.store, merged, closing);
}

/** Problems of a new ticket: the same checks, plus a requester and, on the way to done, the closing fields. */
export function checkCreate(context: Context, body: Body): Problem[] {
  const table = { ...checks(context), cc_emails: check.emails };
  const problems = check.checkBody(body, table);
  problems.push(...checkCustomFields(context.store, customOf(body), {}));
  if (body['requester_id'] === undefined && body['email'] === undefined) {
    problems.push({
      field: 'requester_id',
      message:
        'One of these fields should be provided: requester_id, phone, email, twitter_id, facebook_id',
      code: 'missing_field',
    });
  }
  for (const field of ['subject', 'description']) {
    if (body[field] === undefined || body[field] === '') {
      problems.push({ field, message: 'It should be a/an String', code: 'missing_field' });
    }
  }
  if (problems.length > 0) return problems;
  const changes = readChanges(body);
  return missingFields(
    context.store,
    { type: changes.type ?? null, custom_fields: changes.custom_fields ?? {} },
    isDone(changes.status ?? 2),
  );
}

const PLAIN_KEYS = [
  'subject',
  'status',
  'priority',
  'type',
  'source',
  'requester_id',
  'responder_id',
  'group_id',
  'company_id',
  'product_id',
  'email_config_id',
] as const;

/** Changes of a body that passed its checks; call it only then. */
export function readChanges(body: Body): TicketChanges {
  // The checks above have tied every key to its type: this is the parse boundary.
  const changes: TicketChanges = {};
  Object.assign(
    changes,
    Object.fromEntries(
      PLAIN_KEYS.filter((key) => body[key] !== undefined).map((key) => [key, body[key]]),
    ),
  );
  if (typeof body['description'] === 'string')
    changes.description = sanitiseBody(body['description']);
  if (Array.isArray(body['tags'])) changes.tags = [...new Set(body['tags'].map(String))];
  if (body['custom_fields'] !== undefined) {
    changes.custom_fields = customOf(body) as Record<string, FieldValue>;
  }
  for (const key of ['due_by', 'fr_due_by'] as const) {
    const at = typeof body[key] === 'string' ? readDate(body[key]) : undefined;
    if (at) changes[key] = iso(at);
  }
  return changes;
}
