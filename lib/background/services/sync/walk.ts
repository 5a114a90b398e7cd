import type { Instant } from '@/lib/contract/result';
import type { ChangedRow } from '../../freshdesk/client';
import { MAX_PER_PAGE } from '../../freshdesk/pages';
import type { Position, SyncRecord } from '../../storage/sync-record';

/* How all changes are read, page after page, when nothing but the time of change orders them. */

const EPOCH: Instant = '1970-01-01T00:00:00Z';
/** A change may show in the list a little later than it is dated. */
const OVERLAP_MS = 120_000;
/** Freshdesk dates changes to the second. */
const SECOND_MS = 1_000;
/** A moment whose pages keep shifting is left after that many tries: a later reading sees what moved. */
const MOST_RESTARTS = 3;
const LEAST_PER_PAGE = 50;

/** An instant that much later, as Freshdesk writes them: to the second. */
export function shift(at: Instant, ms: number): Instant {
  return `${new Date(Date.parse(at) + ms).toISOString().slice(0, 19)}Z`;
}

/** The later of two instants. */
export function later(a: Instant | null, b: Instant): Instant {
  return a !== null && Date.parse(a) >= Date.parse(b) ? a : b;
}

/**
 * Where the next reading begins: at the last change known, with some overlap until two readings have found nothing new.
 * Only when more than a page lies in that very second, and all of it is known, does it begin after it.
 */
export function beginning({ cursor, quiet, crowded }: SyncRecord): Position {
  const start = { page: 1, before: [], restarts: 0 };
  if (cursor === null) return { ...start, since: EPOCH };
  if (quiet < 2) return { ...start, since: shift(cursor, -OVERLAP_MS) };
  return { ...start, since: crowded ? shift(cursor, SECOND_MS) : cursor };
}

/**
 * Rows to ask for on a page. Within one moment pages are counted, and each is made to overlap the one before by
 * `page - 1` rows: of pages that get smaller by one row, number p begins at row (p - 1)(101 - p).
 */
export function perPageOf({ page }: Position): number {
  return page === 1 ? MAX_PER_PAGE : Math.max(LEAST_PER_PAGE, MAX_PER_PAGE + 1 - page);
}

/** True when rows before this page have gone, so that a row may have slipped into the page that was read already. */
function isShifted({ page, before }: Position, rows: readonly ChangedRow[]): boolean {
  const overlaps = page > 1 && MAX_PER_PAGE + 1 - page >= LEAST_PER_PAGE;
  return overlaps && rows[page - 2]?.id !== before.at(-1);
}

/** Change time of the latest of the rows; null when there are none. */
export function latest(rows: readonly ChangedRow[]): Instant | null {
  return rows.reduce<Instant | null>((last, { updatedAt }) => later(last, updatedAt), null);
}

/**
 * Where to go on after a page; null at the end. Pages are not counted as long as time goes on: a list that changes while
 * it is read shifts its pages, but not its times. The last second is read again, as it may go on on the next page.
 */
export function following(
  position: Position,
  rows: readonly ChangedRow[],
  hasMore: boolean,
): Position | null {
  const { since, page, restarts } = position;
  const before = rows.map(({ id }) => id);
  if (isShifted(position, rows) && restarts < MOST_RESTARTS)
    return { since, page: 1, before: [], restarts: restarts + 1 };
  const last = latest(rows);
  if (!hasMore || last === null) return null;
  const next = shift(last, -SECOND_MS);
  if (Date.parse(next) > Date.parse(since)) return { since: next, page: 1, before, restarts: 0 };
  return { since, page: page + 1, before, restarts };
}
