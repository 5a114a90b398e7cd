import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BusinessHours } from '../../../sandbox/freshdesk/index.ts';
import { iso } from '../../../sandbox/freshdesk/model/time.ts';
import { addOpenSeconds } from '../../../sandbox/freshdesk/sla/open-time.ts';
import type { Account } from '../../../sandbox/types.ts';
import { createBench, type Reply } from './client.ts';

/** Folder of answers recorded from live accounts: other people's data, kept outside the project. */
const RECORDED = process.env['STEWARD_RECORDED'] ?? '';
const available = existsSync(RECORDED);
if (!available)
  process.stdout.write(
    `Shape checks left out: STEWARD_RECORDED names no folder of recorded answers.\n`,
  );

type Shape = Record<string, unknown>;

/** First record of a recording: of a list its first row, of a search its first result. */
function recorded(file: string): Shape {
  const value: unknown = JSON.parse(readFileSync(join(RECORDED, file), 'utf8'));
  return firstRecord(value);
}

function firstRecord(value: unknown): Shape {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'object' || first === null) throw new Error('not a record');
  return { ...first };
}

/** Keys in neither or both, apart from those that depend on what an account has switched on. */
function difference(own: Shape, real: Shape, accountDependent: readonly string[]) {
  const keys = (record: Shape) =>
    Object.keys(record).filter((key) => !accountDependent.includes(key));
  return {
    missing: keys(real).filter((key) => !(key in own)),
    invented: keys(own).filter((key) => !(key in real)),
  };
}

type Case = [
  file: string,
  account: Partial<Account>,
  ask: (api: (method: string, path: string, body?: unknown) => Promise<Reply>) => Promise<unknown>,
  accountDependent?: readonly string[],
];

type DueCase = {
  created_at: string;
  respond_within?: number;
  resolve_within: number;
  fr_due_by: string;
  due_by: string;
};

const day = { openMinute: 8 * 60, closeMinute: 17 * 60 };

/** Hours of the account in which the due dates were recorded: Monday to Friday, 08:00 to 17:00 UTC. */
const RECORDED_HOURS: BusinessHours = {
  id: 1,
  name: 'Recorded',
  is_default: true,
  time_zone: 'UTC',
  days: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  created_at: '2026-08-14T05:51:03Z',
};

const admin2026 = { role: 'admin', age: '2026' } as const;
const admin2022 = { role: 'admin', age: '2022' } as const;
const get = (path: string) => async (api: (method: string, path: string) => Promise<Reply>) =>
  (await api('GET', path)).json;

const CASES: readonly Case[] = [
  ['tickets/get-ticket-1.json', admin2026, get('/tickets/4242')],
  // Shared ownership was switched on in that account.
  [
    'tickets/get-ticket-2022-internal-agent.json',
    admin2022,
    get('/tickets/4242'),
    ['internal_agent_id', 'internal_group_id'],
  ],
  [
    'tickets/patch-ticket-1-priority.json',
    admin2026,
    async (api) => (await api('PATCH', '/tickets/4242', { priority: 2 })).json,
  ],
  [
    'tickets/search-page-2025.json',
    admin2026,
    get(`/search/tickets?query=${encodeURIComponent('"status:2"')}`),
  ],
  ['conversations/list-ticket-22.json', admin2022, get('/tickets/4205/conversations')],
  [
    'conversations/create-note.json',
    admin2026,
    async (api) => (await api('POST', '/tickets/4242/notes', { body: 'x' })).json,
  ],
  ['agents/list-agents-2026.json', admin2026, get('/agents')],
  ['contacts/list-2024.json', admin2026, get('/contacts')],
  ['companies/list-2022.json', admin2022, get('/companies')],
  ['companies/get-2026.json', admin2026, get('/companies/90000000701')],
  ['canned_responses/folders-2026.json', admin2026, get('/canned_response_folders')],
  ['canned_responses/get-2026.json', admin2026, get('/canned_responses/90000000601')],
  ['groups_roles/groups-2026.json', admin2026, get('/groups')],
  ['sla_business_hours/sla-policies-2026.json', admin2026, get('/sla_policies')],
  ['ticket_fields/list-2022.json', admin2022, get('/ticket_fields')],
  // Seconds have been there since about 2022, after this recording.
  ['time_entries/list-2020-semi.json', admin2022, get('/time_entries'), ['time_spent_in_seconds']],
  ['misc/settings-helpdesk-2022.json', admin2022, get('/settings/helpdesk')],
];

test.skipIf(!available).each(CASES)(
  'keys as in %s',
  async (file, account, ask, accountDependent = []) => {
    const { api } = createBench(account);
    const own = firstRecord(await ask(api));
    const real = recorded(file);
    expect(difference(own, real, accountDependent)).toEqual({ missing: [], invented: [] });
  },
);

test.skipIf(!available)('stats, nested fields and targets as recorded', async () => {
  const { api } = createBench(admin2026);
  const { stats } = (await api('GET', '/tickets/4242?include=stats')).json;
  expect(Object.keys(stats).toSorted()).toEqual(
    Object.keys(recorded('tickets/stats-object-2025.json')).toSorted(),
  );
  const policies = firstRecord(
    JSON.parse(readFileSync(join(RECORDED, 'sla_business_hours/sla-policies-2026.json'), 'utf8')),
  );
  const [own] = (await api('GET', '/sla_policies')).rows;
  const targets = firstRecord(policies['sla_target']);
  expect(Object.keys(own.sla_target).toSorted()).toEqual(Object.keys(targets).toSorted());
  expect(Object.keys(own.sla_target['priority_1'] ?? {}).toSorted()).toEqual(
    Object.keys(firstRecord(targets['priority_1'])).toSorted(),
  );
});

test.skipIf(!available)('due dates as recorded', () => {
  const { cases } = recorded('sla_business_hours/due-date-cases-derived.json') as {
    cases: DueCase[];
  };
  const dates = cases.flatMap((one) => [
    { ...one, seconds: one.resolve_within, due: one.due_by },
    // One case is about the resolution date alone.
    ...(one.respond_within === undefined
      ? []
      : [{ ...one, seconds: one.respond_within, due: one.fr_due_by }]),
  ]);
  expect(dates.length).toBeGreaterThan(10);
  expect(
    dates.map(({ created_at, seconds }) =>
      iso(addOpenSeconds(RECORDED_HOURS, new Date(created_at), seconds)),
    ),
  ).toEqual(dates.map(({ due }) => due));
});

test.skipIf(!available)('headers as recorded', async () => {
  const { api } = createBench(admin2026);
  const { headers } = await api('GET', '/agents/me');
  const real = recorded('headers/response-headers-200-2026.json');
  for (const name of ['content-type', 'x-freshdesk-api-version', 'cache-control']) {
    expect(headers.get(name)).toBe(real[name]);
  }
  for (const name of [
    'x-ratelimit-total',
    'x-ratelimit-remaining',
    'x-ratelimit-used-currentrequest',
  ]) {
    expect(headers.get(name)).toMatch(/^\d+(\.0)?$/);
    expect(headers.get(name)?.includes('.')).toBe(String(real[name]).includes('.'));
  }
});
