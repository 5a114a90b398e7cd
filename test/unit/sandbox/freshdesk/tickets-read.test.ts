import { expect, test } from 'vitest';
import { createBench } from './client.ts';

test('a view embeds what is asked for, conversations being the oldest ten', async () => {
  const { api } = createBench();
  const { json } = await api('GET', '/tickets/4205?include=stats,requester,company,conversations');
  expect(json.requester).toMatchObject({
    name: 'Tomasz Zielinski',
    email: 'tomasz@northwind-climate.example',
  });
  expect(json.company).toEqual({ id: json.company_id, name: 'Northwind Climate Consortium' });
  expect(json.stats.first_responded_at).not.toBeNull();
  expect(json.conversations).toHaveLength(10);
  const times = json.conversations.map((entry: { created_at: string }) => entry.created_at);
  expect(times).toEqual(times.toSorted());
  const wrong = await api('GET', '/tickets/4205?include=sla_policy');
  expect([wrong.status, wrong.json.errors[0].field]).toEqual([400, 'include']);
});

test('a ticket without company: null, and no company record', async () => {
  const { api, freshdesk } = createBench();
  const modern = await api('GET', '/tickets/4240?include=company');
  expect(modern.json.company_id).toBeNull();
  expect('company' in modern.json).toBe(false);
  freshdesk.account.age = '2022';
  expect((await api('GET', '/tickets/4240?include=company')).json.company).toEqual({});
});

test('the conversations list is ascending, paged, and without the description', async () => {
  const { api } = createBench();
  const first = await api('GET', '/tickets/4205/conversations');
  expect(first.rows).toHaveLength(30);
  expect(first.headers.get('link')).toBe(
    '<https://acme.freshdesk.com/api/v2/tickets/4205/conversations?page=2&per_page=30>; rel="next"',
  );
  const last = await api('GET', '/tickets/4205/conversations?page=2');
  expect(last.rows).toHaveLength(30);
  expect(last.headers.get('link')).toBeNull();
  expect(first.rows[0].created_at < last.rows[0].created_at).toBe(true);
});

test('lists: a month by default, older ones with updated_since, no spam, no deleted, no description', async () => {
  const { api, freshdesk } = createBench();
  const old = freshdesk.store.tickets.get(4223);
  if (old) old.created_at = '2025-12-01T10:00:00Z';
  const ids = async (query: string) =>
    (await api('GET', `/tickets?per_page=100${query}`)).rows.map((row: { id: number }) => row.id);
  expect(await ids('')).not.toContain(4223);
  expect(await ids('&updated_since=2025-01-01T00:00:00Z')).toContain(4223);
  expect(await ids('')).not.toContain(4241);
  expect(await ids('&filter=spam')).toEqual([4241]);
  expect(await ids('&filter=deleted')).toEqual([4218]);
  const rows = (await api('GET', '/tickets?include=requester,stats&per_page=100')).rows;
  expect('description' in rows[0]).toBe(false);
  expect('attachments' in rows[0]).toBe(false);
  expect(rows[0].requester.name).toBeDefined();
  expect((await api('GET', '/tickets?include=description')).rows[0].description_text).toBeTypeOf(
    'string',
  );
  expect((await api('GET', '/tickets?include=company')).status).toBe(400);
});

test('lists: order, requester by e-mail, company, own open work', async () => {
  const { api, freshdesk } = createBench();
  const rows = async (query: string) => (await api('GET', `/tickets?per_page=100&${query}`)).rows;
  const byUpdate = await rows('order_by=updated_at&order_type=asc&updated_since=2020-01-01');
  const times = byUpdate.map((row: { updated_at: string }) => row.updated_at);
  expect(times).toEqual(times.toSorted());
  expect(
    (await rows('email=ana.ruiz%40tidepool.example')).map((row: { id: number }) => row.id),
  ).toEqual([4242]);
  const tidepool = freshdesk.store.tickets.get(4242)?.company_id;
  for (const row of await rows(`company_id=${tidepool}`)) expect(row.company_id).toBe(tidepool);
  const mine = await rows('filter=new_and_my_open');
  expect(mine.length).toBeGreaterThan(3);
  for (const row of mine) expect([4, 5]).not.toContain(row.status);
  expect((await api('GET', '/tickets?order_by=priority')).status).toBe(400);
});

test('paging: limits, pages without a gap, the 300th page', async () => {
  const { api, freshdesk } = createBench();
  freshdesk.store.seedMany(130);
  const seen: number[] = [];
  for (let page = 1; page <= 3; page += 1) {
    const answer = await api('GET', `/tickets?per_page=60&page=${page}`);
    seen.push(...answer.rows.map((row: { id: number }) => row.id));
    expect(answer.headers.has('link')).toBe(page < 3);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(140);
  for (const query of ['per_page=101', 'per_page=0', 'page=0', 'page=-1', 'page=two']) {
    expect((await api('GET', `/tickets?${query}`)).status).toBe(400);
  }
  const far = await api('GET', '/tickets?page=301&per_page=100');
  expect(far.json.errors[0]).toEqual({
    field: 'page',
    message:
      'You cannot access tickets beyond the 300th page. Please provide a smaller page number.',
    code: 'invalid_value',
  });
});

test('an empty account shows nothing and comes back', async () => {
  const { api, freshdesk } = createBench({ empty: true });
  const counts = async () =>
    Promise.all(
      ['/tickets', '/companies', '/contacts', '/time_entries'].map(
        async (path) => (await api('GET', path)).rows.length,
      ),
    );
  expect(await counts()).toEqual([0, 0, 0, 0]);
  expect((await api('GET', '/ticket_fields')).rows.length).toBeGreaterThan(10);
  freshdesk.account.empty = false;
  expect((await counts()).every((count) => count > 5)).toBe(true);
});
