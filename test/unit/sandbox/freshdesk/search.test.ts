import { expect, test } from 'vitest';
import { parseQuery } from '../../../sandbox/freshdesk/search/parse.ts';
import { createBench } from './client.ts';

const path = (query: string, more = '') =>
  `/search/tickets?query=${encodeURIComponent(`"${query}"`)}${more}`;

test.each([
  ['status:5', [4207]],
  ['(status:4 OR status:5) AND agent_id:90000003003', [4214, 4211]],
  ["type:'Guidance Request' AND status:2", [4232, 4231]],
  ["tag:'billing'", [4237]],
  ["cf_hub_url:'https://mosaic.hubs.example'", [4230]],
  ["custom_string:'https://mosaic.hubs.example'", [4230]],
  ['cf_teaching:true', [4230]],
  // Greater or equal, in spite of its looks.
  ['priority:>2', [4236, 4223, 4211, 4205]],
  ['priority:<1 AND status:8', [4230]],
  ["created_at:>'2026-03-11' AND priority:1", [4243, 4242]],
  ['agent_id:null AND status:2 AND priority:2', [4223]],
  ['status:5 OR status:8 AND priority:4', [4207]],
])('search %s', async (query, ids) => {
  const { api } = createBench();
  const { status, json } = await api('GET', path(query));
  expect(status).toBe(200);
  expect(json.results.map(({ id }) => id)).toEqual(ids);
  expect(json.total).toBe(ids.length);
});

test.each(['company_id:1', 'requester_id:1', "subject:'x'", 'responder_id:1'])(
  '%s cannot be searched',
  async (query) => {
    const { api } = createBench();
    const { status, json } = await api('GET', path(query));
    expect([status, json.errors[0].code]).toEqual([400, 'invalid_field']);
  },
);

test.each([
  'status:2 AND',
  '(status:2',
  'status=2',
  "tag:'x",
  'AND status:2',
  '',
  'status:2 status:3',
])('%j is no query', async (query) => {
  const { api } = createBench();
  expect((await api('GET', path(query))).status).toBe(400);
});

test('the query needs its double quotes and has at most 512 characters', async () => {
  const { api } = createBench();
  expect((await api('GET', '/search/tickets?query=status:2')).status).toBe(400);
  const long = Array.from({ length: 60 }, () => 'status:2').join(' OR ');
  expect(long.length).toBeGreaterThan(512);
  expect((await api('GET', path(long))).status).toBe(400);
});

test('thirty a page, ten pages, no per_page', async () => {
  const { api, freshdesk } = createBench();
  freshdesk.store.seedMany(310);
  const first = (await api('GET', path('status:2'))).json;
  expect(first.results).toHaveLength(30);
  expect(first.total).toBeGreaterThan(300);
  const tenth = (await api('GET', path('status:2', '&page=10'))).json;
  expect(tenth.results).toHaveLength(30);
  expect(tenth.results[0].id).not.toBe(first.results[0].id);
  expect((await api('GET', path('status:2', '&page=11'))).status).toBe(400);
  expect((await api('GET', path('status:2', '&per_page=50'))).status).toBe(400);
});

test('the index lags: own writes are found later, old values until then', async () => {
  const { api, advance } = createBench({ searchLagMs: 120_000 });
  await api('PUT', '/tickets/4242', { tags: ['fresh'] });
  const total = async (query: string) => (await api('GET', path(query))).json.total;
  expect(await total("tag:'fresh'")).toBe(0);
  advance(120_000);
  expect(await total("tag:'fresh'")).toBe(1);
});

test('AND binds tighter than OR, parentheses win', () => {
  expect(parseQuery('status:1 OR status:2 AND status:3')).toMatchObject({
    kind: 'or',
    right: { kind: 'and' },
  });
  expect(parseQuery('(status:1 OR status:2) AND status:3')).toMatchObject({
    kind: 'and',
    left: { kind: 'or' },
  });
});
