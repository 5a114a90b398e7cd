import type { Instant, Result } from '@/lib/contract/result';
import { ok } from '@/lib/platform/result';
import * as z from 'zod';
import type { Call } from './call';
import type { ChangedRow, ChangesPage, ChangesRequest, CompanyNames } from './client-types';
import { MAX_PER_PAGE, readAllPages, readPage } from './pages';
import { ticketSchema } from './schema';
import { idSchema, instantSchema } from './schema-common';

/** What every row must have, so that the reading can go on after it. */
const stubSchema = z.object({ id: idSchema, updated_at: instantSchema });

const rowSchema = z.union([
  ticketSchema.transform((ticket): ChangedRow => ({
    id: ticket.id,
    updatedAt: ticket.updated_at,
    ticket,
  })),
  stubSchema.transform(({ id, updated_at: updatedAt }): ChangedRow => ({
    id,
    updatedAt,
    ticket: null,
  })),
]);

/**
 * One page of `GET /tickets` in the order of change. `updated_since` also brings tickets older than the month that the
 * list covers without it (public reference, 2026-01).
 */
export async function ticketsChangedSince(
  call: Call,
  { since, page, perPage, stats }: ChangesRequest,
): Promise<Result<ChangesPage>> {
  const query = {
    updated_since: since,
    order_by: 'updated_at',
    order_type: 'asc',
    ...(stats && { include: 'stats,requester' }),
  };
  return await readPage(call, { path: '/api/v2/tickets', query }, rowSchema, { page, perPage });
}

/** What a row of the lists of deleted tickets and of spam must say of itself; what else it holds does not matter. */
const goneSchema = z.object({
  id: idSchema,
  deleted: z.boolean().nullish(),
  spam: z.boolean().nullish(),
});

/**
 * The newest page of `GET /tickets?filter=deleted` or `spam`. The reference leaves open whether a filter goes with other
 * parameters, so a row counts by its own mark alone: a list that was not filtered names none.
 */
export async function goneTickets(
  call: Call,
  how: 'deleted' | 'spam',
  updatedSince: Instant,
): Promise<Result<readonly number[]>> {
  const query = {
    filter: how,
    updated_since: updatedSince,
    order_by: 'updated_at',
    order_type: 'desc',
  };
  const page = await readPage(call, { path: '/api/v2/tickets', query }, goneSchema, {
    page: 1,
    perPage: MAX_PER_PAGE,
  });
  if (!page.ok) return page;
  return ok(page.value.rows.filter((row) => row[how] === true).map(({ id }) => id));
}

const companyNameSchema = z.object({ id: idSchema, name: z.string() });
/** Most pages of a hundred that are read; beyond, a community is shown by its number. */
const MAX_COMPANY_PAGES = 20;

/** Names by number; a company of an unknown form only lacks its name. */
export async function companyNames(
  call: Call,
  updatedSince: Instant | null,
): Promise<Result<CompanyNames>> {
  const query = updatedSince === null ? {} : { updated_since: updatedSince };
  const row = z.union([companyNameSchema, z.unknown().transform(() => null)]);
  const read = await readAllPages(
    call,
    { path: '/api/v2/companies', query },
    row,
    MAX_COMPANY_PAGES,
  );
  if (!read.ok) return read;
  const named = read.value.rows.filter((company) => company !== null);
  return ok(Object.fromEntries(named.map(({ id, name }) => [String(id), name])));
}
