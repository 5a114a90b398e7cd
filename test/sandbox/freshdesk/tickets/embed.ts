import type { Context } from '../context.ts';
import type { Problem } from '../http/answer.ts';
import type { Ticket } from '../model/ticket.ts';
import { threadOf } from '../store.ts';
import { presentConversation } from './present-conversation.ts';

/** Reads `include=`; an unknown name is an error. */
export function readIncludes<Name extends string>(
  query: URLSearchParams,
  allowed: readonly Name[],
): readonly Name[] | Problem[] {
  const names = (query.get('include') ?? '').split(',').filter((name) => name !== '');
  const known = allowed.filter((name) => names.includes(name));
  if (names.every((name) => known.some((other) => other === name))) return known;
  return [
    {
      field: 'include',
      message: `It should be one of these values: '${allowed.join(',')}'`,
      code: 'invalid_value',
    },
  ];
}

/** Tells problems from the list of includes. */
export function areProblems(value: readonly string[] | Problem[]): value is Problem[] {
  return typeof value[0] === 'object';
}

export const VIEW_INCLUDES = ['conversations', 'requester', 'company', 'stats'] as const;
export const LIST_INCLUDES = ['stats', 'requester', 'description'] as const;

/** Records embedded in a ticket; conversations are the oldest ten, ascending (API reference, view). */
export function embedded(
  { store, account }: Context,
  ticket: Ticket,
  names: readonly string[],
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  if (names.includes('conversations')) {
    found['conversations'] = threadOf(store, ticket.id).slice(0, 10).map(presentConversation);
  }
  if (names.includes('requester')) {
    const { id, name, email, mobile, phone } = store.contacts.get(ticket.requester_id) ?? {};
    found['requester'] = { id, name, email, mobile, phone };
  }
  if (names.includes('company')) {
    const company = ticket.company_id === null ? undefined : store.companies.get(ticket.company_id);
    if (company) found['company'] = { id: company.id, name: company.name };
    // Without a company the key has been seen empty and has been seen absent.
    else if (account.age === '2022') found['company'] = {};
  }
  if (names.includes('stats')) found['stats'] = { ...ticket.stats };
  return found;
}

/** Calls that a view costs: one more per record, two more for conversations (API reference, rate limits). */
export function viewCost(query: URLSearchParams): number {
  const names = (query.get('include') ?? '').split(',').filter((name) => name !== '');
  return 1 + names.length + (names.includes('conversations') ? 1 : 0);
}

/** Calls that a list costs: two more per include. */
export function listCost(query: URLSearchParams): number {
  const names = (query.get('include') ?? '').split(',').filter((name) => name !== '');
  return 1 + 2 * names.length;
}
