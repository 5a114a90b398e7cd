import { createFreshdeskClient } from '@/lib/background/freshdesk/client';
import type { FreshdeskRequest } from '@/lib/background/freshdesk/transport';
import { describe, expect, it } from 'vitest';
import { answer, NOW, rawTicket2022, rawTicket2026, scripted } from './fixtures';

const SINCE = '2026-03-04T10:30:02Z';

function clientOf(body: (request: FreshdeskRequest) => unknown) {
  const transport = scripted((request) => answer(body(request)));
  const client = createFreshdeskClient({ host: 'acme.freshdesk.com', transport, clock: () => NOW });
  return { client, transport };
}

const request = { since: SINCE, page: 1, perPage: 100, stats: false };

describe('tickets changed since', () => {
  it('are asked for in the order of change, with statistics only when wanted', async () => {
    const { client, transport } = clientOf(() => [rawTicket2026]);
    const plain = await client.ticketsChangedSince(request);
    expect(plain).toMatchObject({ ok: true, value: { rows: [{ id: 412 }], hasMore: false } });
    await client.ticketsChangedSince({ ...request, page: 3, perPage: 98, stats: true });
    const query = { updated_since: SINCE, order_by: 'updated_at', order_type: 'asc' };
    expect(transport.requests.map((one) => one.query)).toEqual([
      { ...query, page: 1, per_page: 100 },
      { ...query, include: 'stats,requester', page: 3, per_page: 98 },
    ]);
  });

  it('come also when one of them has a form nobody knows', async () => {
    const odd = { ...rawTicket2022, id: 77, priority: 'highest' };
    const { client } = clientOf(() => [rawTicket2026, odd]);
    const page = await client.ticketsChangedSince(request);
    expect(page).toMatchObject({
      ok: true,
      value: {
        rows: [
          { id: 412, ticket: { id: 412 } },
          { id: 77, ticket: null },
        ],
      },
    });
  });

  it('are not believed when they are no tickets at all', async () => {
    for (const body of [{ tickets: [] }, [{ id: 1 }], [null]]) {
      const { client } = clientOf(() => body);
      expect(await client.ticketsChangedSince(request)).toMatchObject({ ok: false });
    }
  });
});

describe('tickets that are gone', () => {
  it('count by their own mark, whatever list came back', async () => {
    const rows = [
      { ...rawTicket2026, id: 1, deleted: true },
      { ...rawTicket2026, id: 2 },
    ];
    const { client, transport } = clientOf(() => rows);
    expect(await client.goneTickets('deleted', SINCE)).toEqual({ ok: true, value: [1] });
    expect(await client.goneTickets('spam', SINCE)).toEqual({ ok: true, value: [] });
    expect(transport.requests[0]?.query).toMatchObject({ filter: 'deleted', per_page: 100 });
  });
});

describe('names of companies', () => {
  it('are read page by page; one of an unknown form only lacks its name', async () => {
    const all = Array.from({ length: 150 }, (_, at) => ({ id: at + 1, name: `Company ${at}` }));
    const { client, transport } = clientOf(({ query }) => {
      const from = (Number(query?.['page']) - 1) * 100;
      return [...all, { id: 'odd' }].slice(from, from + 100);
    });
    const names = await client.companyNames(null);
    expect(names.ok && Object.keys(names.value)).toHaveLength(150);
    expect(names.ok && names.value['150']).toBe('Company 149');
    expect(transport.requests).toHaveLength(2);
    await client.companyNames(SINCE);
    expect(transport.requests.at(-1)?.query).toMatchObject({ updated_since: SINCE });
  });
});
