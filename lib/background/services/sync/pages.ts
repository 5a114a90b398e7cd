import type { Result } from '@/lib/contract/result';
import type { TicketFacts } from '@/lib/contract/ticket';
import { ok } from '@/lib/platform/result';
import type { ChangedRow, ChangesRequest, FreshdeskClient } from '../../freshdesk/client';
import type { Ticket } from '../../freshdesk/schema';
import { phaseOf } from '../../freshdesk/to-facts';
import type { SyncRecord } from '../../storage/sync-record';
import type { TicketStore } from '../../storage/ticket-store';
import { type ToKeep, withDueTimes } from './keep';
import { beginning, following, later, latest, perPageOf } from './walk';

/** What reading one page leaves behind; stored before the next is read. */
export type PageOutcome = {
  /** How the record goes on. */
  readonly next: Partial<SyncRecord>;
  /** Whether the end has been reached. */
  readonly done: boolean;
};

const ticketsOf = (rows: readonly ChangedRow[]): readonly Ticket[] =>
  rows.flatMap(({ ticket }) => (ticket === null ? [] : [ticket]));

/** Statistics come with every page of a first load, and with the later pages of a long absence: five calls a page. */
export function wantsStats({ stage, position }: SyncRecord): boolean {
  return stage !== 'complete' || (position !== null && position.before.length > 0);
}

/** Reads one page of changes and keeps what it says. */
export type ReadPage = (
  client: FreshdeskClient,
  record: SyncRecord,
) => Promise<Result<PageOutcome>>;

/** Reads changes page by page. Tickets are stored first, then how far that is: a death in between costs a page, no ticket. */
export function createReadPage(deps: {
  readonly store: TicketStore;
  readonly toKeep: ToKeep;
}): ReadPage {
  const { store, toKeep } = deps;

  /** Tickets of a plain page that are new or have changed, with what a list of rows does not say. */
  async function withStats(
    client: FreshdeskClient,
    request: ChangesRequest,
    changed: readonly Ticket[],
  ): Promise<Result<readonly Ticket[]>> {
    // Closed tickets only leave the list.
    const closed = changed.filter(({ status }) => phaseOf(status) === 'closed');
    const open = changed.filter((ticket) => !closed.includes(ticket));
    const [only] = open;
    if (only === undefined) return ok(closed);
    if (open.length === 1) {
      const read = await client.ticket(only.id);
      if (read.ok) return ok([...closed, read.value]);
      const { code } = read.error;
      if (code !== 'not-found' && code !== 'not-authorised') return read;
      await store.remove({ host: client.host, id: only.id });
      return ok(closed);
    }
    const again = await client.ticketsChangedSince({ ...request, stats: true });
    return again.ok ? ok([...closed, ...ticketsOf(again.value.rows)]) : again;
  }

  /**
   * What a plain page says: most of its rows are known, and of those only the due times may be new. Answers whether any
   * ticket is new or has changed.
   */
  async function ofPlainRows(
    client: FreshdeskClient,
    request: ChangesRequest,
    rows: readonly ChangedRow[],
  ): Promise<Result<boolean>> {
    const { host } = client;
    const known = new Map((await store.all(host)).tickets.map((one) => [one.ref.id, one]));
    const same = (ticket: Ticket) => known.get(ticket.id)?.updatedAt === ticket.updated_at;
    const tickets = ticketsOf(rows);
    const isNews = (ticket: Ticket) =>
      !same(ticket) && (known.has(ticket.id) || phaseOf(ticket.status) !== 'closed');
    const dated = tickets.flatMap((ticket) => {
      const facts = same(ticket) ? known.get(ticket.id) : undefined;
      return facts === undefined ? [] : [withDueTimes(facts, ticket)];
    });
    const news = tickets.filter(isNews);
    const read = await withStats(client, request, news);
    if (!read.ok) return read;
    const put = await keep(client, read.value, true, dated);
    return put.ok ? ok(news.length > 0) : put;
  }

  /** Answers whether anything is different now. */
  async function keep(
    client: FreshdeskClient,
    tickets: readonly Ticket[],
    threads: boolean,
    others: readonly TicketFacts[] = [],
  ): Promise<Result<boolean>> {
    const facts = await toKeep(client, tickets, { threads });
    return await store.put(client.host, [...others, ...facts]);
  }

  return async (client, record) => {
    const position = record.position ?? beginning(record);
    const stats = wantsStats(record);
    const { since, page } = position;
    const request = { since, page, perPage: perPageOf(position), stats };
    const answer = await client.ticketsChangedSince(request);
    if (!answer.ok) return answer;
    const { rows, hasMore } = answer.value;
    const kept = stats
      ? await keep(client, ticketsOf(rows), false)
      : await ofPlainRows(client, request, rows);
    if (!kept.ok) return kept;
    const news = kept.value;

    const last = latest(rows);
    const cursor = last === null ? record.cursor : later(record.cursor, last);
    const moved = cursor !== record.cursor || news;
    const goesOn = following(position, rows, hasMore);
    const before = new Set(position.before);
    const unread = rows.filter(({ ticket }) => ticket === null).map(({ id }) => id);
    const readable = new Set(ticketsOf(rows).map(({ id }) => id));
    const next: Partial<SyncRecord> = {
      cursor,
      position: goesOn,
      from: record.from ?? rows[0]?.updatedAt ?? null,
      crowded:
        (page > 1 && since === cursor && goesOn === null) ||
        (record.crowded && cursor === record.cursor),
      unreadable: [
        ...new Set([...record.unreadable.filter((id) => !readable.has(id)), ...unread]),
      ].slice(-100),
      ...(record.stage === 'complete'
        ? { quiet: moved ? 0 : goesOn === null ? record.quiet + 1 : record.quiet }
        : { read: record.read + rows.filter(({ id }) => !before.has(id)).length }),
    };
    return ok({ next, done: goesOn === null });
  };
}
