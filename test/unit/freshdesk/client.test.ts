import { createFreshdeskClient } from '@/lib/background/freshdesk/client';
import type { FreshdeskResponse } from '@/lib/background/freshdesk/transport';
import { fail } from '@/lib/platform/result';
import { describe, expect, it } from 'vitest';
import {
  answer,
  NOW,
  rawConversation,
  rawTicket2022,
  rawTicket2026,
  rawTimeEntry,
  scripted,
} from './fixtures';
import type { Scripted } from './fixtures';

const host = 'acme.freshdesk.com';

function clientOver(transport: Scripted) {
  return createFreshdeskClient({ host, transport, clock: () => NOW });
}

/** Serves `rows` by page, with `Link` as given. */
function paging(rows: readonly unknown[], link: (next: number) => string | null) {
  return scripted(({ query }): FreshdeskResponse => {
    const page = Number(query?.['page']);
    const size = Number(query?.['per_page']);
    const shown = rows.slice((page - 1) * size, page * size);
    const next = rows.length > page * size ? link(page + 1) : null;
    return answer(shown, 200, next === null ? {} : { link: next });
  });
}

const ids = (count: number, first = 1) => Array.from({ length: count }, (_, i) => first + i);

describe('tickets', () => {
  it('reads a ticket with stats, requester and company in one call', async () => {
    const transport = scripted(() => answer(rawTicket2026));
    const result = await clientOver(transport).ticket(412);
    expect(result).toMatchObject({ ok: true, value: { id: 412, stats: { resolved_at: null } } });
    expect(transport.requests).toEqual([
      {
        method: 'GET',
        path: '/api/v2/tickets/412',
        query: { include: 'stats,requester,company' },
      },
    ]);
  });

  it('sends only what changes, under the names of the API', async () => {
    const transport = scripted(() => answer(rawTicket2022));
    const client = clientOver(transport);
    await client.updateTicket(14, { type: 'Incident', priority: 4, tags: ['hub', 'incident'] });
    await client.updateTicket(14, { type: null, customFields: { cf_severity: 'SEV2' } });
    expect(transport.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['PUT', '/api/v2/tickets/14', { type: 'Incident', priority: 4, tags: ['hub', 'incident'] }],
      ['PUT', '/api/v2/tickets/14', { type: null, custom_fields: { cf_severity: 'SEV2' } }],
    ]);
  });

  it('asks nothing when there is nothing to change', async () => {
    const transport = scripted(() => answer(rawTicket2026));
    expect(await clientOver(transport).updateTicket(412, {})).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    expect(transport.requests).toEqual([]);
  });

  it('repeats no write, whatever comes back', async () => {
    for (const response of [answer('', 500), answer('', 429), answer('{"id"')]) {
      const transport = scripted(() => response);
      const client = clientOver(transport);
      expect((await client.updateTicket(1, { priority: 1 })).ok).toBe(false);
      expect((await client.addNote(1, { bodyHtml: 'x' })).ok).toBe(false);
      expect(transport.requests).toHaveLength(2);
    }
  });

  it('uses the labels of the form in messages about fields', async () => {
    const body = { errors: [{ field: 'custom_fields.cf_x', code: 'missing_field', message: 'm' }] };
    const client = createFreshdeskClient({
      host,
      transport: scripted(() => answer(body, 400)),
      clock: () => NOW,
      labels: () => ({ cf_x: 'Cause' }),
    });
    const result = await client.updateTicket(1, { priority: 1 });
    expect(result.ok ? '' : result.error.message).toContain('“Cause”');
  });

  it("reads a company's tickets by page, oldest change first, each once", async () => {
    const rows = [...ids(100), 100, ...ids(20, 101)].map((id) => ({ ...rawTicket2022, id }));
    const transport = paging(rows, (next) => `<https://${host}/x?page=${next}>; rel="next"`);
    const result = await clientOver(transport).ticketsOfCompany(777, '2026-03-01T00:00:00Z');
    expect(result).toMatchObject({ ok: true, value: { complete: true } });
    expect(result.ok && result.value.tickets.map(({ id }) => id)).toEqual(ids(120));
    expect(transport.requests[0]?.query).toEqual({
      company_id: 777,
      updated_since: '2026-03-01T00:00:00Z',
      order_by: 'updated_at',
      order_type: 'asc',
      page: 1,
      per_page: 100,
    });
  });
});

describe('shapes and damage', () => {
  it('names the place where an answer does not fit, and no value', async () => {
    const secret = 'private words of a requester';
    const raw = { ...rawTicket2026, custom_fields: secret };
    const result = await clientOver(scripted(() => answer(raw))).ticket(412);
    expect(result).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(JSON.stringify(result)).toContain('/api/v2/tickets/412');
    expect(JSON.stringify(result)).toContain('custom_fields');
    expect(JSON.stringify(result)).not.toContain(secret);
  });

  it.each(['', '{"id":41', 'null', '[]', '"text"', '<html></html>'])(
    'survives the body %j',
    async (body) => {
      const client = clientOver(scripted(() => answer(body)));
      expect((await client.ticket(412)).ok).toBe(false);
      expect((await client.me()).ok).toBe(false);
    },
  );

  it('says that a change whose answer has an unknown shape was made', async () => {
    const client = clientOver(scripted(() => answer({ id: 1 })));
    const result = await client.updateTicket(1, { priority: 1 });
    expect(result.ok ? '' : result.error.message).toContain('The change was made');
  });

  it("passes on the transport's failure", async () => {
    const failing = {
      ...scripted(() => answer({})),
      send: async () => fail('page-changed', 'Gone.'),
    };
    expect(await clientOver(failing).company(1)).toEqual(fail('page-changed', 'Gone.'));
  });
});

describe('rate', () => {
  it('reports the budget after each answer that states it, errors included', async () => {
    const seen: unknown[] = [];
    const responses = [
      answer(rawTicket2026, 200, {
        'x-ratelimit-total': '200.0',
        'x-ratelimit-remaining': '187.0',
      }),
      answer('', 404, { 'x-ratelimit-total': '700', 'x-ratelimit-remaining': '0.0' }),
      answer('', 404, { 'x-ratelimit-total': 'many', 'x-ratelimit-remaining': '0' }),
      answer(rawTicket2026),
    ];
    const client = createFreshdeskClient({
      host,
      transport: scripted(() => responses.shift() ?? answer('', 500)),
      clock: () => NOW,
      onRate: (rate) => seen.push(rate),
    });
    for (let calls = 0; calls < 4; calls += 1) await client.ticket(412);
    expect(seen).toEqual([
      { total: 200, remaining: 187, at: '2026-03-04T12:00:00.000Z' },
      { total: 700, remaining: 0, at: '2026-03-04T12:00:00.000Z' },
    ]);
  });
});

describe('conversations', () => {
  const thread = (count: number) => ids(count).map((id) => rawConversation(id));
  const links = (next: number) => `< https://${host}/c?page=${next}>;rel="next"`;

  it('reads one page and knows whether there is more', async () => {
    const client = clientOver(paging(thread(35), links));
    const first = await client.conversations(412);
    expect(first).toMatchObject({ ok: true, value: { hasMore: true } });
    expect(first.ok && first.value.conversations).toHaveLength(30);
    const second = await client.conversations(412, { page: 2 });
    expect(second).toMatchObject({ ok: true, value: { hasMore: false } });
  });

  it('goes on after a full page when no Link header comes through', async () => {
    const transport = paging(thread(230), () => null);
    const result = await clientOver(transport).lastConversations(412);
    expect(result.ok && result.value.map(({ id }) => id)).toEqual(ids(100, 131));
    expect(transport.requests).toHaveLength(3);
  });

  it('starts near the end with a hint, and at the front when the hint lies beyond it', async () => {
    const near = paging(thread(205), links);
    const result = await clientOver(near).lastConversations(412, 204);
    expect(result.ok && result.value.map(({ id }) => id)).toEqual(ids(5, 201));
    expect(near.requests.map(({ query }) => query?.['page'])).toEqual([3]);

    const beyond = paging(thread(10), links);
    const whole = await clientOver(beyond).lastConversations(412, 450);
    expect(whole.ok && whole.value).toHaveLength(10);
    expect(beyond.requests.map(({ query }) => query?.['page'])).toEqual([5, 1]);
  });

  it('stops on an empty thread and on an endless one', async () => {
    const empty = paging([], links);
    expect(await clientOver(empty).lastConversations(412)).toEqual({ ok: true, value: [] });
    expect(empty.requests).toHaveLength(1);
    const endless = scripted(() => answer([rawConversation(1)], 200, { link: links(2) }));
    expect((await clientOver(endless).lastConversations(412)).ok).toBe(true);
    expect(endless.requests.length).toBeLessThanOrEqual(20);
  });

  it('adds notes that are private, with nobody notified', async () => {
    const transport = scripted(() => answer(rawConversation(7, { private: true, source: 2 }), 201));
    const result = await clientOver(transport).addNote(412, { bodyHtml: '<div>Issue 5</div>' });
    expect(result).toMatchObject({ ok: true, value: { id: 7, private: true } });
    expect(transport.requests).toEqual([
      {
        method: 'POST',
        path: '/api/v2/tickets/412/notes',
        body: { body: '<div>Issue 5</div>', private: true },
      },
    ]);
  });
});

describe('time entries', () => {
  it('reads all pages for a company and month', async () => {
    const rows = ids(150).map((id) => rawTimeEntry(id));
    const transport = paging(rows, (next) => `<https://${host}/x?page=${next}>; rel="next"`);
    const result = await clientOver(transport).timeEntries({
      companyId: 777,
      executedAfter: '2026-02-28T00:00:00Z',
      executedBefore: '2026-04-01T00:00:00Z',
    });
    expect(result).toMatchObject({ ok: true, value: { complete: true } });
    expect(result.ok && result.value.entries).toHaveLength(150);
    expect(transport.requests[1]).toEqual({
      method: 'GET',
      path: '/api/v2/time_entries',
      query: {
        company_id: 777,
        executed_after: '2026-02-28T00:00:00Z',
        executed_before: '2026-04-01T00:00:00Z',
        page: 2,
        per_page: 100,
      },
    });
  });

  it("filters one ticket's entries itself, bounds included", async () => {
    const rows = [
      rawTimeEntry(1, { executed_at: '2026-02-28T23:59:59Z' }),
      rawTimeEntry(2, { executed_at: '2026-03-01T00:00:00Z' }),
      rawTimeEntry(3, { executed_at: '2026-03-31T00:00:00Z' }),
      rawTimeEntry(4, { executed_at: '2026-03-31T00:00:01Z' }),
      rawTimeEntry(5, { company_id: null }),
    ];
    const transport = paging(rows, () => null);
    const result = await clientOver(transport).timeEntries({
      ticketId: 412,
      companyId: 90000000777,
      executedAfter: '2026-03-01T00:00:00Z',
      executedBefore: '2026-03-31T00:00:00Z',
    });
    expect(result.ok && result.value.entries.map(({ id }) => id)).toEqual([2, 3]);
    expect(transport.requests[0]?.path).toBe('/api/v2/tickets/412/time_entries');
  });

  it('says so when there is more than it reads', async () => {
    let id = 0;
    const page = () => ids(100).map(() => rawTimeEntry((id += 1)));
    const endless = scripted(() => answer(page()));
    const result = await clientOver(endless).timeEntries({ companyId: 777 });
    expect(result).toMatchObject({ ok: true, value: { complete: false } });
  });

  it('fails as a whole when a later page fails', async () => {
    const transport = scripted(({ query }) =>
      query?.['page'] === 1
        ? answer(ids(100).map((id) => rawTimeEntry(id)))
        : answer('', 429, { 'retry-after': '9' }),
    );
    expect(await clientOver(transport).timeEntries({})).toMatchObject({
      ok: false,
      error: { code: 'rate-limited', retryAt: '2026-03-04T12:00:09.000Z' },
    });
    expect(transport.requests).toHaveLength(2);
  });
});
