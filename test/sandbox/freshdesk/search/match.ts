import { customKeys } from '../fields/form.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Store } from '../store.ts';
import { holds, type Operand, type Query, type Term } from './parse.ts';

/** Fields that search knows besides custom ones; the assigned agent is `agent_id` here (API reference). */
const FIELDS: Readonly<Record<string, (ticket: Ticket) => Operand | readonly string[]>> = {
  agent_id: (ticket) => ticket.responder_id,
  group_id: (ticket) => ticket.group_id,
  priority: (ticket) => ticket.priority,
  status: (ticket) => ticket.status,
  tag: (ticket) => ticket.tags,
  type: (ticket) => ticket.type,
  due_by: (ticket) => ticket.due_by,
  fr_due_by: (ticket) => ticket.fr_due_by,
  created_at: (ticket) => ticket.created_at,
  updated_at: (ticket) => ticket.updated_at,
};

const SEARCHABLE = new Set([
  'custom_text',
  'custom_number',
  'custom_checkbox',
  'custom_dropdown',
  'custom_date',
]);

/** Names that a query may use in this account. */
export function searchFields(store: Store): readonly string[] {
  const custom = customKeys(store).filter(({ field }) => SEARCHABLE.has(field.type));
  return [...Object.keys(FIELDS), ...custom.map(({ name }) => name), 'custom_string'];
}

/** Whether a ticket, as the index knows it, fits the query. */
export function matches(ticket: Ticket, query: Query): boolean {
  return holds(query, (term) => fits(ticket, term));
}

function fits(ticket: Ticket, { field, operator, value }: Term): boolean {
  if (field === 'custom_string') {
    return Object.values(ticket.custom_fields).some((own) => compare(own, operator, value));
  }
  const read = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  const own = read ? read(ticket) : (ticket.custom_fields[field] ?? null);
  if (Array.isArray(own)) {
    return value === null ? own.length === 0 : own.some((item) => compare(item, operator, value));
  }
  return compare(own as Operand, operator, value);
}

function compare(own: Operand, operator: '=' | '>=' | '<=', value: Operand): boolean {
  if (value === null) return operator === '=' && (own === null || own === '');
  if (own === null) return false;
  if (typeof value === 'number') {
    const number = Number(own);
    if (operator === '=') return number === value;
    return operator === '>=' ? number >= value : number <= value;
  }
  if (typeof value === 'boolean') return own === value;
  const text = String(own);
  // Dates compare by UTC day: a query knows no time of day.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const left = isDay ? text.slice(0, 10) : text.toLowerCase();
  const right = isDay ? value : value.toLowerCase();
  if (operator === '=') return left === right;
  return operator === '>=' ? left >= right : left <= right;
}

/** Tickets as the index knows them: what was true `lagMs` ago. Spam and deleted tickets are left out. */
export function indexedTickets(store: Store, nowMs: number, lagMs: number): Ticket[] {
  const known =
    lagMs === 0
      ? [...store.tickets.values()]
      : [...store.searchIndex.values()].flatMap((versions) => {
          const version = versions.findLast(({ fromMs }) => fromMs <= nowMs - lagMs);
          return version ? [version.ticket] : [];
        });
  return known
    .filter((ticket) => !ticket.deleted && !ticket.spam)
    .toSorted((a, b) => b.created_at.localeCompare(a.created_at) || b.id - a.id);
}
