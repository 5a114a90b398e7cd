import type { Answer, Problem } from './answer.ts';
import { invalid, ok } from './answer.ts';

/** A page of a list; both count from 1. */
export type Page = { page: number; perPage: number };

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

function positive(text: string | null, fallback: number): number | undefined {
  if (text === null) return fallback;
  return /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

/**
 * Reads `page` and `per_page`: 0, negative, text or more than 100 a page are errors (API reference, pagination).
 * `lastPage` is the ticket list's 300th page.
 */
export function readPage(query: URLSearchParams, lastPage?: number): Page | Problem[] {
  const page = positive(query.get('page'), 1);
  const perPage = positive(query.get('per_page'), DEFAULT_PER_PAGE);
  const problems: Problem[] = [];
  if (page === undefined) {
    problems.push({
      field: 'page',
      message: 'It should be a Positive Integer',
      code: 'invalid_value',
    });
  } else if (lastPage !== undefined && page > lastPage) {
    problems.push({
      field: 'page',
      message: `You cannot access tickets beyond the ${lastPage}th page. Please provide a smaller page number.`,
      code: 'invalid_value',
    });
  }
  if (perPage === undefined || perPage > MAX_PER_PAGE) {
    problems.push({
      field: 'per_page',
      message: `It should be a Positive Integer less than or equal to ${MAX_PER_PAGE}`,
      code: 'invalid_value',
    });
  }
  if (page === undefined || perPage === undefined || problems.length > 0) return problems;
  return { page, perPage };
}

/** Answers one page of `rows`. `Link` names the next page and is absent on the last; there is no total. */
export function paged<Row>(
  rows: readonly Row[],
  request: { query: URLSearchParams; host: string; path: string; lastPage?: number },
  present: (row: Row) => unknown,
): Answer {
  const page = readPage(request.query, request.lastPage);
  if (Array.isArray(page)) return invalid(page);
  const from = (page.page - 1) * page.perPage;
  const shown = rows.slice(from, from + page.perPage).map(present);
  if (rows.length <= from + page.perPage) return ok(shown);
  const next = new URLSearchParams(request.query);
  next.set('page', String(page.page + 1));
  next.set('per_page', String(page.perPage));
  const link = `<https://${request.host}${request.path}?${next}>; rel="next"`;
  return ok(shown, { headers: { link } });
}
