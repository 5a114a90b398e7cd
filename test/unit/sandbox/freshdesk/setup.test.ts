import { expect, test } from 'vitest';
import { createBench } from './client.ts';

const asAdmin = { role: 'admin' } as const;

test('ticket fields have the shape of their type', async () => {
  const { api } = createBench();
  const fields = (await api('GET', '/ticket_fields')).rows;
  const choices = (name: string) => fields.find((field) => field.name === name)?.choices;
  expect(choices('status')).toMatchObject({
    2: ['Open', 'Being processed'],
    8: ['With engineering', 'Being processed'],
    9000: ['Assigned to AI Agent', 'Being processed'],
  });
  expect(choices('priority')).toEqual({ Low: 1, Medium: 2, High: 3, Urgent: 4 });
  expect(choices('agent')).toMatchObject({ Bo: 90_000_003_002, Cleo: 90_000_003_003 });
  expect(choices('group')).toMatchObject({ Engineering: 90_000_000_202 });
  expect(choices('ticket_type')).toContain('Guidance Request');
  expect(choices('cf_area')).toMatchObject({ Cloud: { Cost: ['Alert', 'Report'], Credits: [] } });
  expect(choices('cf_hub_url')).toBeUndefined();
  const nested = fields.find((field) => field.name === 'cf_area');
  expect(nested).toMatchObject({
    type: 'nested_field',
    description: null,
    nested_ticket_fields: [
      { name: 'cf_topic', level: 2, ticket_field_id: nested?.id },
      { name: 'cf_detail', level: 3 },
    ],
  });
  expect(fields.filter((field) => 'required_for_closure' in field)).toHaveLength(fields.length);
  const only = (await api('GET', '/ticket_fields?type=default_status')).rows;
  expect(only.map(({ name }) => name)).toEqual(['status']);
});

test('nested choices come in both shapes', async () => {
  const { api } = createBench({ nestedChoices: 'array' });
  const fields = (await api('GET', '/ticket_fields')).rows;
  expect(fields.find(({ name }) => name === 'cf_area')?.choices).toContainEqual({
    Cloud: [{ Cost: ['Alert', 'Report'] }, { Credits: [] }],
  });
});

test('an account of 2022: four statuses, numeric ids, clocks without seconds, fewer keys', async () => {
  const { api, freshdesk } = createBench({ age: '2022', ...asAdmin });
  const status = (await api('GET', '/ticket_fields?type=default_status')).rows[0];
  expect(Object.keys(status.choices)).toEqual(['2', '3', '4', '5']);
  expect((await api('GET', '/tickets/4230')).json.status).toBe(3);
  const hours = (await api('GET', '/business_hours')).rows[0];
  expect(hours.id).toBeTypeOf('number');
  expect(hours.business_hours['monday']).toEqual({ start_time: '9:00 am', end_time: '5:00 pm' });
  expect('source_business_hours' in hours).toBe(false);
  const [policy] = (await api('GET', '/sla_policies')).rows;
  expect(policy.id).toBeTypeOf('number');
  expect(policy.sla_target['priority_4']?.['next_respond_within']).toBeNull();
  const company = (await api('GET', '/companies')).rows[0];
  expect('org_company_id' in company).toBe(false);
  expect('sentiment_score' in (await api('GET', '/tickets/4242')).json).toBe(false);
  freshdesk.account.age = '2026';
  const now = (await api('GET', '/business_hours')).rows[0];
  expect(now.id).toBe('90000000301');
  expect(now.business_hours['monday']?.start_time).toBe('09:00:00 am');
  expect(
    (await api('GET', '/sla_policies')).rows[0].sla_target['priority_4']?.['next_respond_within'],
  ).toBe(0);
  expect((await api('GET', '/groups')).rows[0]).toMatchObject({ business_hour_id: 90_000_000_301 });
});

test('canned responses come in folders with their placeholders unrendered', async () => {
  const { api } = createBench(asAdmin);
  const folders = (await api('GET', '/canned_response_folders')).rows;
  expect(folders.map(({ name }) => name)).toContain('Incidents');
  const folder = folders.find(({ name }) => name === 'Incidents');
  const responses = (await api('GET', `/canned_response_folders/${folder?.id}/responses`)).rows;
  expect(responses[0].content_html).toContain('{{ticket.requester.firstname}}');
  const one = (await api('GET', `/canned_responses/${responses[0].id}`)).json;
  expect(one).toEqual(responses[0]);
  const short = (await api('GET', `/canned_response_folders/${folder?.id}`)).json;
  expect(short).toMatchObject({ canned_responses: [{ id: responses[0].id }, {}] });
});

test('people: views, lists, autocomplete by the start of a word, search', async () => {
  const { api } = createBench();
  const names = (rows: { name: string }[]) => rows.map(({ name }) => name);
  const contacts = (await api('GET', '/contacts?per_page=100')).rows;
  expect(names(contacts)).toEqual(names(contacts).toSorted((a, b) => a.localeCompare(b)));
  expect(names((await api('GET', '/contacts/autocomplete?term=rui')).rows)).toEqual(['Ana Ruiz']);
  expect((await api('GET', '/contacts/autocomplete?term=uiz')).rows).toEqual([]);
  const ana = contacts.find(({ name }) => name === 'Ana Ruiz');
  const view = (await api('GET', `/contacts/${ana?.id}`)).json;
  expect(view).toMatchObject({
    email: 'ana.ruiz@tidepool.example',
    other_companies: [],
    view_all_tickets: false,
  });
  const found = await api(
    'GET',
    `/search/contacts?query=${encodeURIComponent('"email:\'ana.ruiz@tidepool.example\'"')}`,
  );
  expect(found.json).toMatchObject({ total: 1, results: [{ name: 'Ana Ruiz' }] });
  const company = (await api('GET', `/companies/${view.company_id}`)).json;
  expect(company.custom_fields).toMatchObject({
    community_representatives:
      'Ana Ruiz <ana.ruiz@tidepool.example>\nJonas Weber <jonas.weber@tidepool.example>',
    support_hours_per_month: 10,
  });
  expect((await api('GET', '/companies/autocomplete?name=tide')).json).toEqual({
    companies: [{ id: company.id, name: 'Tidepool University' }],
  });
});

test('a company update merges custom fields and keeps names unique', async () => {
  const { api } = createBench();
  const changed = await api('PUT', '/companies/90000000701', {
    custom_fields: { support_hours_per_month: 12 },
  });
  expect(changed.json.custom_fields).toMatchObject({
    support_hours_per_month: 12,
    membership_tier: 'Advanced',
  });
  const twin = await api('PUT', '/companies/90000000701', { name: 'Harbour Marine Lab' });
  expect([twin.status, twin.json.errors[0].code]).toEqual([409, 'duplicate_value']);
});
