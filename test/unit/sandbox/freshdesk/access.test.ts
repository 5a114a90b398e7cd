import { expect, test } from 'vitest';
import { basic, createBench } from './client.ts';

const NOT_LOGGED_IN = {
  code: 'invalid_credentials',
  message: 'You have to be logged in to perform this action.',
};

test('a key opens the API, a wrong key and no key do not', async () => {
  const { api, raw } = createBench();
  expect((await api('GET', '/agents/me')).json.contact.name).toBe('Bo');
  const wrong = await raw('GET', '/api/v2/agents/me', basic('nobody'));
  expect([wrong.status, wrong.json]).toEqual([401, NOT_LOGGED_IN]);
  expect((await raw('GET', '/api/v2/agents/me', {})).status).toBe(401);
});

test('the session cookie reads API v2 and is refused when it writes', async () => {
  const { raw, freshdesk } = createBench();
  const headers = { cookie: `other=1; ${freshdesk.sessionCookie}` };
  expect((await raw('GET', '/api/v2/tickets/4242', headers)).status).toBe(200);
  const json = { ...headers, 'content-type': 'application/json' };
  const write = await raw('PUT', '/api/v2/tickets/4242', json, '{"priority":4}');
  expect([write.status, write.json]).toEqual([401, NOT_LOGGED_IN]);
  expect(freshdesk.store.tickets.get(4242)?.priority).toBe(1);
});

test('the log tells how a request was signed and never holds the key', async () => {
  const { api, page, raw, freshdesk } = createBench();
  await api('PUT', '/tickets/4242', { priority: 4 });
  await page('GET', '/tickets/4242');
  await raw('GET', '/api/v2/tickets', basic('nobody'));
  await raw('GET', '/api/v2/tickets', {});
  expect(freshdesk.requests.map(({ auth, status }) => [auth, status])).toEqual([
    ['key', 200],
    ['session', 200],
    ['bad', 401],
    ['none', 401],
  ]);
  expect(freshdesk.requests[0]).toMatchObject({
    method: 'PUT',
    host: 'acme.freshdesk.com',
    path: '/api/v2/tickets/4242',
    body: { priority: 4 },
  });
  expect(JSON.stringify(freshdesk.requests)).not.toContain(freshdesk.keys.agent);
});

test('rate headers are decimal text, includes cost more, the budget ends in 429', async () => {
  const { api, page, advance, freshdesk } = createBench({ rateLimitPerMinute: 10 });
  const costOf = async (path: string) =>
    (await api('GET', path)).headers.get('x-ratelimit-used-currentrequest');
  const first = await api('GET', '/tickets/4242');
  expect(first.headers.get('x-ratelimit-total')).toBe('10.0');
  expect(first.headers.get('x-ratelimit-remaining')).toBe('9.0');
  expect(await costOf('/tickets/4242?include=stats,requester,company')).toBe('4');
  expect(await costOf('/tickets/4242?include=conversations')).toBe('3');
  advance(20_000);
  expect(await costOf('/tickets?include=stats')).toBe('3');
  const late = await api('GET', '/tickets/4242');
  expect(late.status).toBe(429);
  expect(late.headers.get('retry-after')).toBe('40');
  expect((await page('GET', '/tickets/4242')).status).toBe(200);
  advance(40_000);
  expect((await api('GET', '/tickets/4242')).status).toBe(200);
  freshdesk.account.rateLimitPerMinute = 1;
  expect((await api('GET', '/tickets/4242')).status).toBe(429);
});

test('lists have a limit of their own while the budget is far from used', async () => {
  const { api } = createBench({ rateLimitPerMinute: 200 });
  for (let call = 0; call < 20; call += 1) await api('GET', '/tickets');
  const over = await api('GET', '/tickets');
  expect(over.status).toBe(429);
  expect(Number(over.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(100);
  expect((await api('GET', '/tickets/4242')).status).toBe(200);
});

test.each(['/canned_response_folders', '/agents', '/groups', '/business_hours', '/sla_policies'])(
  '%s is for administrators',
  async (path) => {
    const { api, freshdesk } = createBench();
    const refused = await api('GET', path);
    expect([refused.status, refused.json.code]).toEqual([403, 'access_denied']);
    expect((await api('GET', path, undefined, freshdesk.keys.admin)).status).toBe(200);
    freshdesk.account.role = 'admin';
    expect((await api('GET', path)).status).toBe(200);
  },
);

test('error shapes: empty 404, 405 that names the verbs, 406, 415, bad JSON, unknown query', async () => {
  const { api, raw, freshdesk } = createBench();
  const missing = await api('GET', '/tickets/999999');
  expect([missing.status, missing.text]).toEqual([404, '']);
  expect((await api('GET', '/no/such/thing')).status).toBe(404);
  const verb = await api('DELETE', '/ticket_fields');
  expect(verb.status).toBe(405);
  expect(verb.json.message).toBe(
    'DELETE method is not allowed. It should be one of these method(s): GET',
  );
  const key = basic(freshdesk.keys.agent);
  expect((await raw('GET', '/api/v2/tickets', { ...key, accept: 'text/html' })).status).toBe(406);
  const xml = { ...key, 'content-type': 'application/xml' };
  expect((await raw('POST', '/api/v2/tickets', xml, '<ticket/>')).status).toBe(415);
  const json = { ...key, 'content-type': 'application/json' };
  const broken = await raw('PUT', '/api/v2/tickets/4242', json, '{"priority":');
  expect([broken.status, broken.json.code]).toEqual([400, 'invalid_json']);
  expect((await api('GET', '/tickets?status=2')).json.errors[0].code).toBe('invalid_field');
  const doubled = await raw('POST', '//api/v2/tickets', json, '{}');
  expect(doubled.json.errors[0].field).toBe('ticket');
});

test('ticket scope: group sees its groups, restricted sees its own, foreign tickets are 403', async () => {
  const { api, freshdesk } = createBench({ ticketScope: 2 });
  const idsOf = async () => {
    const rows = (await api('GET', '/tickets?per_page=100&updated_since=2020-01-01')).rows;
    return rows.map((row: { id: number }) => row.id);
  };
  expect(await idsOf()).toContain(4228);
  expect(await idsOf()).not.toContain(4242);
  freshdesk.account.ticketScope = 3;
  expect(await idsOf()).not.toContain(4228);
  expect(await idsOf()).toContain(4230);
  const foreign = await api('GET', '/tickets/4242');
  expect([foreign.status, foreign.json.code]).toEqual([403, 'access_denied']);
  expect((await api('POST', '/tickets/4242/notes', { body: 'x' })).status).toBe(403);
});

test('faults: status, delay, cut before and after, spoiled JSON', async () => {
  const { api, freshdesk } = createBench();
  const { faults, store } = freshdesk;
  const remove = faults.add({
    path: /tickets\/4242/,
    status: 502,
    body: '<html>Bad gateway</html>',
    headers: { 'content-type': 'text/html' },
  });
  const edge = await api('GET', '/tickets/4242');
  expect([edge.status, edge.text]).toEqual([502, '<html>Bad gateway</html>']);
  expect((await api('GET', '/tickets/4243')).status).toBe(200);
  remove();
  faults.add({ path: /notes$/, method: 'POST', cutAfter: true, times: 1 });
  const cut = await api('POST', '/tickets/4242/notes', { body: 'kept' });
  expect(cut.headers.get('x-sandbox-cut')).toBe('1');
  expect([...store.conversations.values()].at(-1)?.body).toBe('<div>kept</div>');
  faults.add({ path: /notes$/, cut: true, times: 1 });
  const before = store.conversations.size;
  await api('POST', '/tickets/4242/notes', { body: 'lost' });
  expect(store.conversations.size).toBe(before);
  faults.add({ path: /agents\/me/, malformed: true });
  const spoiled = await api('GET', '/agents/me');
  expect([spoiled.status, spoiled.json]).toEqual([200, undefined]);
  faults.clear();
  expect((await api('GET', '/agents/me')).json.contact.name).toBe('Bo');
});
