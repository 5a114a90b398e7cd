import type { Context } from '../context.ts';
import { invalid, invalidField, ok, unknownField, type Answer } from '../http/answer.ts';
import type { Call, Route } from '../http/call.ts';
import { readPage } from '../http/paging.ts';
import { indexedTickets, matches, searchFields } from '../search/match.ts';
import { fieldsOf, parseQuery } from '../search/parse.ts';
import { presentHit } from '../tickets/present.ts';
import { inScope } from '../tickets/scope.ts';

/** Hits a page, pages and characters of a query: all fixed (API reference, filter tickets). */
const PER_PAGE = 30;
const LAST_PAGE = 10;
const MOST_CHARACTERS = 512;

function search(context: Context, call: Call): Answer {
  const { store, account, now } = context;
  const quoted = call.query.get('query') ?? '';
  const text = /^"([\s\S]*)"$/.exec(quoted)?.[1];
  const query = text === undefined ? undefined : parseQuery(text);
  if (text === undefined || !query) return invalidField('query', 'The given query is not valid');
  if (text.length > MOST_CHARACTERS) {
    return invalidField('query', `It should have at most ${MOST_CHARACTERS} characters`);
  }
  const known = searchFields(store);
  const unknown = fieldsOf(query).filter((field) => !known.includes(field));
  if (unknown.length > 0) return invalid(unknown.map(unknownField));
  const page = readPage(call.query);
  if (Array.isArray(page)) return invalid(page);
  if (page.page > LAST_PAGE) {
    return invalidField(
      'page',
      `It should be a Positive Integer less than or equal to ${LAST_PAGE}`,
    );
  }
  const hits = indexedTickets(store, now().getTime(), account.searchLagMs).filter(
    (ticket) => inScope(call, ticket) && matches(ticket, query),
  );
  const from = (page.page - 1) * PER_PAGE;
  const results = hits.slice(from, from + PER_PAGE).map((ticket) => presentHit(context, ticket));
  return ok({ results, total: hits.length });
}

/** Ticket search of API v2. */
export function searchRoutes(context: Context): Route[] {
  return [
    {
      method: 'GET',
      path: '/search/tickets',
      query: ['query', 'page'],
      run: (call) => search(context, call),
    },
  ];
}
