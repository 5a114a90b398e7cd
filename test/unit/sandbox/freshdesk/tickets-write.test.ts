import { expect, test } from 'vitest';
import { createBench } from './client.ts';

const DONE = { type: 'Incident', custom_fields: { cf_outcome: 'Fixed' } };

test('an update sets what it names: custom fields merge, tags replace, null clears', async () => {
  const { api } = createBench();
  const answer = await api('PUT', '/tickets/4223', {
    type: 'Incident',
    tags: ['disk', 'disk', 'shared'],
    custom_fields: { cf_impact: 'Whole hub' },
    responder_id: 90_000_003_002,
  });
  expect(answer.status).toBe(200);
  expect(answer.json.tags).toEqual(['disk', 'shared']);
  expect(answer.json.custom_fields).toMatchObject({
    cf_impact: 'Whole hub',
    cf_hub_url: 'https://harbourlab.hubs.example',
  });
  const cleared = await api('PUT', '/tickets/4223', {
    type: null,
    responder_id: null,
    tags: ['one'],
  });
  expect(cleared.json).toMatchObject({ type: null, responder_id: null, tags: ['one'] });
  expect('association_type' in cleared.json).toBe(false);
});

test('an update that changes nothing leaves updated_at alone', async () => {
  const { api, advance } = createBench();
  const before = (await api('GET', '/tickets/4223')).json.updated_at;
  advance(60_000);
  expect((await api('PUT', '/tickets/4223', { priority: 2 })).json.updated_at).toBe(before);
  expect((await api('PUT', '/tickets/4223', { priority: 3 })).json.updated_at).not.toBe(before);
});

test.each([
  [
    { status: '4' },
    'status',
    'datatype_mismatch',
    "Value set is of type String.It should be one of these values: '2,3,4,5,6,7,8,9,9000'",
  ],
  [
    { status: 99 },
    'status',
    'invalid_value',
    "It should be one of these values: '2,3,4,5,6,7,8,9,9000'",
  ],
  [{ priority: 5 }, 'priority', 'invalid_value', "It should be one of these values: '1,2,3,4'"],
  [
    { type: 'Outage' },
    'type',
    'invalid_value',
    /^It should be one of these values: 'Incident,Change Request,/,
  ],
  [
    { ticket_type: 'Incident' },
    'ticket_type',
    'invalid_field',
    'Unexpected/invalid field in request',
  ],
  [{ id: 4242 }, 'id', 'invalid_field', 'Unexpected/invalid field in request'],
  [{ tags: 'a,b' }, 'tags', 'datatype_mismatch', /type String/],
  [{ responder_id: 7 }, 'responder_id', 'invalid_value', /no agent/],
  [
    { custom_fields: { cf_nope: 1 } },
    'custom_fields.cf_nope',
    'invalid_field',
    'Unexpected/invalid field in request',
  ],
  [
    { custom_fields: { cf_impact: 'Huge' } },
    'custom_fields.cf_impact',
    'invalid_value',
    "It should be one of these values: 'One person,Several people,Whole hub,Several hubs'",
  ],
  [
    { custom_fields: { cf_teaching: 'yes' } },
    'custom_fields.cf_teaching',
    'datatype_mismatch',
    /type String/,
  ],
  [
    { custom_fields: { cf_area: 'Cloud', cf_topic: 'Dask' } },
    'custom_fields.cf_topic',
    'invalid_value',
    "It should be one of these values: 'Cost,Credits'",
  ],
])('update %j is refused', async (body, field, code, message) => {
  const { api } = createBench();
  const { status, json } = await api('PUT', '/tickets/4242', body);
  expect(status).toBe(400);
  expect(json.description).toBe('Validation failed');
  expect(json.errors[0]).toMatchObject({ field, code });
  // A text has to be in the message whole.
  expect(json.errors[0].message).toMatch(message);
});

test('moving to Resolved asks for the fields that closing needs, one entry each', async () => {
  const { api, freshdesk } = createBench();
  const refused = await api('PUT', '/tickets/4242', { status: 4 });
  expect(refused.status).toBe(400);
  expect(
    refused.json.errors.map((entry: { field: string; code: string }) => [entry.field, entry.code]),
  ).toEqual([
    ['type', 'missing_field'],
    ['custom_fields.cf_outcome', 'missing_field'],
  ]);
  expect(refused.json.errors.at(1)?.message).toContain("It should be one of these values: 'Fixed,");
  expect(freshdesk.store.tickets.get(4242)?.status).toBe(2);
  expect((await api('PUT', '/tickets/4242', { status: 4, ...DONE })).status).toBe(200);
});

test('a field that agents must fill blocks every update until it is filled', async () => {
  const { api, freshdesk } = createBench();
  const impact = freshdesk.store.fields.find(({ name }) => name === 'cf_impact');
  if (impact) impact.required_for_agents = true;
  const refused = await api('PUT', '/tickets/4242', { priority: 4 });
  expect(refused.json.errors[0]).toMatchObject({
    field: 'custom_fields.cf_impact',
    code: 'missing_field',
  });
  const both = { priority: 4, custom_fields: { cf_impact: 'Whole hub' } };
  expect((await api('PUT', '/tickets/4242', both)).status).toBe(200);
});

test('Resolved sends a survey and keeps no due date, Closed sends none; reopening starts again', async () => {
  const { api, freshdesk } = createBench();
  await api('PUT', '/tickets/4242', { status: 4, ...DONE });
  let { json } = await api('GET', '/tickets/4242?include=stats');
  expect(json.due_by).toBeNull();
  expect(json.stats).toMatchObject({ resolved_at: '2026-03-11T15:00:00Z', closed_at: null });
  expect(freshdesk.outbox.map(({ cause, to }) => [cause, to])).toEqual([
    ['survey', ['ana.ruiz@tidepool.example']],
  ]);
  await api('PUT', '/tickets/4242', { status: 5 });
  expect(freshdesk.outbox).toHaveLength(1);
  json = (await api('GET', '/tickets/4242?include=stats')).json;
  expect(json.stats.closed_at).toBe('2026-03-11T15:00:00Z');
  await api('PUT', '/tickets/4242', { status: 2 });
  json = (await api('GET', '/tickets/4242?include=stats')).json;
  expect(json.stats).toMatchObject({
    resolved_at: null,
    closed_at: null,
    reopened_at: '2026-03-11T15:00:00Z',
  });
  expect(json.due_by).not.toBeNull();
});

test('closing at once sets both times and mails nobody', async () => {
  const { api, freshdesk } = createBench();
  await api('PUT', '/tickets/4242', { status: 5, ...DONE });
  const { stats } = (await api('GET', '/tickets/4242?include=stats')).json;
  expect(stats.resolved_at).toBe(stats.closed_at);
  expect(freshdesk.outbox).toEqual([]);
});

test('deleted and spam tickets answer 405 to changes and can still be read', async () => {
  const { api } = createBench();
  for (const id of [4218, 4241]) {
    expect((await api('GET', `/tickets/${id}`)).status).toBe(200);
    const refused = await api('PUT', `/tickets/${id}`, { priority: 4 });
    expect(refused.status).toBe(405);
    expect(refused.json).toEqual({
      message: 'PUT method is not allowed. It should be one of these method(s): GET',
    });
    expect((await api('POST', `/tickets/${id}/notes`, { body: 'x' })).status).toBe(405);
  }
  expect((await api('PUT', '/tickets/4218/restore')).status).toBe(204);
  expect((await api('PUT', '/tickets/4218', { priority: 4 })).status).toBe(200);
  expect((await api('DELETE', '/tickets/4218')).status).toBe(204);
  expect((await api('GET', '/tickets/4218')).json.deleted).toBe(true);
});

test('create: defaults, requester by address, company by mail domain, Location', async () => {
  const { api } = createBench();
  const body = {
    email: 'new.person@kestrel.example',
    name: 'New Person',
    subject: 'Hello',
    description: 'plain',
  };
  const { status, json, headers } = await api('POST', '/tickets', body);
  expect(status).toBe(201);
  expect(headers.get('location')).toBe(`https://acme.freshdesk.com/api/v2/tickets/${json.id}`);
  expect(json).toMatchObject({
    status: 2,
    priority: 1,
    source: 2,
    description: '<div>plain</div>',
    description_text: 'plain',
  });
  const company = (await api('GET', `/tickets/${json.id}?include=company,requester`)).json;
  expect([company.company.name, company.requester.name]).toEqual([
    'Kestrel Remote Sensing',
    'New Person',
  ]);
  const bare = await api('POST', '/tickets', {});
  expect(bare.json.errors.map((entry: { field: string }) => entry.field)).toEqual([
    'requester_id',
    'subject',
    'description',
  ]);
});

test('the company of a ticket can only be one of its requester', async () => {
  const { api } = createBench();
  const foreign = await api('PUT', '/tickets/4242', { company_id: 90_000_000_709 });
  expect([foreign.status, foreign.json.errors[0].field]).toEqual([400, 'company_id']);
});
