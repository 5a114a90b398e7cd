import { expect, test } from 'vitest';
import { basic, createBench } from './client.ts';

test('writes need the token and the mark of a script; a key opens nothing here', async () => {
  const { page, raw, freshdesk } = createBench();
  const cookie = { cookie: freshdesk.sessionCookie, 'content-type': 'application/json' };
  const body = JSON.stringify({ priority: 4 });
  expect((await raw('PUT', '/api/_/tickets/4242', cookie, body)).status).toBe(401);
  const token = (await page('GET', '/bootstrap/me')).json.meta.csrf_token;
  expect(
    (await raw('PUT', '/api/_/tickets/4242', { ...cookie, 'x-csrf-token': token }, body)).status,
  ).toBe(401);
  const wrong = { ...cookie, 'x-csrf-token': 'x', 'x-requested-with': 'XMLHttpRequest' };
  expect((await raw('PUT', '/api/_/tickets/4242', wrong, body)).status).toBe(401);
  expect((await raw('GET', '/api/_/bootstrap/me', basic(freshdesk.keys.agent))).status).toBe(401);
  expect((await raw('GET', '/api/_/bootstrap/me', {})).status).toBe(401);
  expect(freshdesk.store.tickets.get(4242)?.priority).toBe(1);
  const done = await page('PUT', '/tickets/4242', { priority: 4 });
  expect(done.json.ticket.priority).toBe(4);
});

test('the page reads tickets, views, threads newest first, fields and names', async () => {
  const { page } = createBench();
  const { ticket } = (await page('GET', '/tickets/4242?include=requester,stats,company')).json;
  expect([ticket.requester.name, ticket.company.name]).toEqual(['Ana Ruiz', 'Tidepool University']);
  const thread = (await page('GET', '/tickets/4205/conversations?per_page=10&order_type=desc'))
    .json;
  expect(thread.meta.count).toBe(60);
  expect(thread.conversations).toHaveLength(10);
  const times = thread.conversations.map(({ created_at }) => created_at);
  expect(times).toEqual(times.toSorted().toReversed());
  const view = await page('GET', '/tickets?filter=spam&include=requester,stats');
  expect(view.json).toMatchObject({ tickets: [{ id: 4241 }], meta: { count: 1 } });
  const fields = await page('GET', '/ticket_fields');
  expect(JSON.stringify(fields.json)).toContain('"required_for_closure":true');
  expect((await page('GET', '/bootstrap/agents_groups')).text).toContain('"name":"Cleo"');
});

test('one draft per ticket and agent; sending the reply drops it and mails', async () => {
  const { page, freshdesk } = createBench();
  const none = await page('GET', '/tickets/4242/draft');
  expect([none.status, none.json.draft]).toEqual([200, null]);
  await page('PUT', '/tickets/4242/draft', { body: '<p>Dear Ana</p>' });
  await page('POST', '/tickets/4242/draft', { body: '<p>Dear Ana,</p>' });
  expect((await page('GET', '/tickets/4242/draft')).json.draft).toMatchObject({
    body: '<p>Dear Ana,</p>',
    saved_at: '2026-03-11T15:00:00Z',
  });
  expect(freshdesk.store.drafts.size).toBe(1);
  const sent = await page('POST', '/tickets/4242/reply', {
    body: '<p>Dear Ana, …</p>',
    cc_emails: ['x@y.example'],
  });
  expect(sent.status).toBe(201);
  expect(freshdesk.store.drafts.size).toBe(0);
  expect(freshdesk.outbox).toHaveLength(1);
  expect(freshdesk.outbox[0]).toMatchObject({ html: '<p>Dear Ana, …</p>', cc: ['x@y.example'] });
  await page('PUT', '/tickets/4242/draft', { body: 'more' });
  expect((await page('DELETE', '/tickets/4242/draft')).status).toBe(204);
  expect(freshdesk.store.drafts.size).toBe(0);
});

test('send and set as: the status follows the reply, or nothing is sent', async () => {
  const { page, freshdesk } = createBench();
  const refused = await page('POST', '/tickets/4242/reply', { body: 'Done', status: 4 });
  expect(refused.json.errors.map(({ field }) => field)).toEqual([
    'type',
    'custom_fields.cf_outcome',
  ]);
  expect(freshdesk.outbox).toEqual([]);
  await page('PUT', '/tickets/4242', { type: 'Incident', custom_fields: { cf_outcome: 'Fixed' } });
  await page('POST', '/tickets/4242/reply', { body: 'Done', status: 4 });
  expect(freshdesk.store.tickets.get(4242)?.status).toBe(4);
  expect(freshdesk.outbox.map(({ cause }) => cause)).toEqual(['reply', 'survey']);
});

test('notes of the page are private unless said otherwise and can be edited', async () => {
  const { page, freshdesk } = createBench();
  await page('POST', '/tickets/4242/notes', { body: 'for us' });
  const note = [...freshdesk.store.conversations.values()].at(-1);
  expect(note).toMatchObject({ private: true, body: '<div>for us</div>' });
  await page('PUT', `/conversations/${note?.id}`, { body: 'for all of us' });
  expect(freshdesk.store.conversations.get(note?.id ?? 0)?.body).toBe('<div>for all of us</div>');
  expect(freshdesk.outbox).toEqual([]);
});

async function nextEvent(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const { value } = await reader.read();
  return new TextDecoder().decode(value);
}

test('the stream tells a page of changes through the API, not of its own', async () => {
  const { api, page, freshdesk } = createBench();
  const open = (headers: Record<string, string>) =>
    freshdesk.handler(
      new Request('https://acme.freshdesk.com/notifications/stream?ticket=4242', { headers }),
    );
  expect((await open({})).status).toBe(401);
  const response = await open({ cookie: freshdesk.sessionCookie });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.getReader();
  if (!reader) throw new Error('no stream');
  expect(await nextEvent(reader)).toBe(': connected\n\n');
  await page('PUT', '/tickets/4242', { priority: 2 });
  await api('PUT', '/tickets/4243', { priority: 2 });
  await api('PUT', '/tickets/4242', { priority: 2 });
  await api('PUT', '/tickets/4242', { priority: 3 });
  expect(await nextEvent(reader)).toBe('data: {"type":"ticket_updated","id":4242,"by":"Bo"}\n\n');
  await api('POST', '/tickets/4242/notes', { body: 'x' }, freshdesk.keys.cleo);
  expect(await nextEvent(reader)).toContain('"by":"Cleo"');
  freshdesk.close();
  expect((await reader.read()).done).toBe(true);
});
