import type { Result } from '@/lib/contract/result';
import { ok } from '@/lib/platform/result';
import * as z from 'zod';
import type { Call } from './call';

/** Freshdesk's most rows a page. */
export const MAX_PER_PAGE = 100;

export type PageOf<T> = { readonly rows: readonly T[]; readonly hasMore: boolean };

/** Rows of all pages. `complete` is false when there were more pages than Steward reads. */
export type AllPages<T> = { readonly rows: readonly T[]; readonly complete: boolean };

export type ListRequest = {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
};

/**
 * True when a `Link` header names a next page. Read leniently: the reference's own example has a stray space after `<`
 * and none before `rel`.
 */
function hasNextLink(link: string | undefined): boolean {
  return /<[^>]*>\s*;\s*rel\s*=\s*"?next\b/i.test(link ?? '');
}

/**
 * Reads one page, counted from 1. There is a next page when `Link` says so; without that header (the session's reads may
 * not pass it on) when the page is full.
 */
export async function readPage<S extends z.ZodType>(
  call: Call,
  request: ListRequest,
  row: S,
  { page, perPage }: { readonly page: number; readonly perPage: number },
): Promise<Result<PageOf<z.infer<S>>>> {
  const answer = await call(
    {
      method: 'GET',
      path: request.path,
      query: { ...request.query, page, per_page: perPage },
    },
    z.array(row),
  );
  if (!answer.ok) return answer;
  const { value: rows, headers } = answer.value;
  const hasMore = hasNextLink(headers['link']) || rows.length >= perPage;
  return ok({ rows, hasMore });
}

/** Reads page after page, at most `maxPages`; a failure on any page fails the whole, because half a sum misleads. */
export async function readAllPages<S extends z.ZodType>(
  call: Call,
  request: ListRequest,
  row: S,
  maxPages: number,
): Promise<Result<AllPages<z.infer<S>>>> {
  const rows: z.infer<S>[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const answer = await readPage(call, request, row, { page, perPage: MAX_PER_PAGE });
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    if (!answer.value.hasMore) return ok({ rows, complete: true });
  }
  return ok({ rows, complete: false });
}

/** Keeps the last of rows with the same id: pages shift while records change. */
export function uniqueById<T extends { readonly id: number }>(rows: readonly T[]): readonly T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
