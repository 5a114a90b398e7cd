import { expect, test } from 'vitest';
import { createBench } from './client.ts';

const MINUTE = 60_000;

test('a manual entry is what it says; nothing said starts a timer', async () => {
  const { api, advance } = createBench();
  const manual = await api('POST', '/tickets/4242/time_entries', {
    time_spent: '01:15',
    note: 'Logs',
  });
  expect(manual.status).toBe(201);
  expect(manual.json).toMatchObject({
    time_spent: '01:15',
    time_spent_in_seconds: 4500,
    timer_running: false,
    billable: true,
    agent_id: 90_000_003_002,
    company_id: 90_000_000_701,
  });
  const timer = (await api('POST', '/tickets/4242/time_entries', {})).json;
  expect(timer).toMatchObject({ timer_running: true, time_spent: '00:00' });
  advance(103_000);
  expect((await api('GET', '/tickets/4242/time_entries')).rows.at(-1)).toMatchObject({
    time_spent_in_seconds: 0,
  });
  const stopped = (await api('PUT', `/time_entries/${timer.id}/toggle_timer`)).json;
  expect(stopped).toMatchObject({
    timer_running: false,
    time_spent: '00:01',
    time_spent_in_seconds: 103,
  });
});

test('an agent has one timer: starting one stops the other, whatever the ticket', async () => {
  const { api, advance, freshdesk } = createBench();
  const first = (await api('POST', '/tickets/4242/time_entries', {})).json;
  advance(5 * MINUTE);
  await api('POST', '/tickets/4243/time_entries', {});
  const running = [...freshdesk.store.timeEntries.values()].filter((entry) => entry.timer_running);
  expect(running.map(({ agent_id, ticket_id }) => [agent_id, ticket_id])).toEqual([
    [90_000_003_003, 4231],
    [90_000_003_002, 4243],
  ]);
  expect(freshdesk.store.timeEntries.get(first.id)?.seconds).toBe(300);
});

test.each([
  [{ time_spent: '1h' }, 'time_spent'],
  [{ time_spent: 90 }, 'time_spent'],
  [{ start_time: '2026-03-11T16:00:00Z' }, 'start_time'],
  [{ start_time: '2026-03-11T14:00:00Z', timer_running: false }, 'start_time'],
  [{ agent_id: 1 }, 'agent_id'],
  [{ duration: 5 }, 'duration'],
])('entry %j is refused', async (body, field) => {
  const { api } = createBench();
  const { status, json } = await api('POST', '/tickets/4242/time_entries', body);
  expect([status, json.errors[0].field]).toEqual([400, field]);
});

test('while a timer runs its start and agent stay; its present state cannot be set again', async () => {
  const { api } = createBench();
  const { id } = (
    await api('POST', '/tickets/4242/time_entries', { start_time: '2026-03-11T14:30:00Z' })
  ).json;
  const put = async (body: unknown) => api('PUT', `/time_entries/${id}`, body);
  expect((await put({ agent_id: 90_000_003_003 })).json.errors[0].field).toBe('agent_id');
  expect((await put({ timer_running: true })).json.errors[0].field).toBe('timer_running');
  const stopped = (await put({ timer_running: false, note: 'done' })).json;
  expect(stopped).toMatchObject({ time_spent: '00:30', timer_running: false, note: 'done' });
  expect((await api('DELETE', `/time_entries/${id}`)).status).toBe(204);
  expect((await api('DELETE', `/time_entries/${id}`)).status).toBe(404);
});

test("the list filters by company, agent and day; seeded days begin at the account's midnight", async () => {
  const { api } = createBench();
  const rows = async (query: string) =>
    (await api('GET', `/time_entries?per_page=100&${query}`)).rows;
  const tidepool = await rows('company_id=90000000701&executed_after=2026-03-01T00:00:00Z');
  expect(tidepool).not.toHaveLength(0);
  const minutes = tidepool.reduce((sum, entry) => sum + entry.time_spent_in_seconds / 60, 0);
  expect(minutes).toBe(510);
  for (const entry of tidepool) expect(entry.executed_at).toMatch(/T0[45]:00:00Z$/);
  expect(await rows('company_id=90000000701&executed_before=2026-03-01T00:00:00Z')).toHaveLength(1);
  const ofFay = await rows('agent_id=90000003006');
  expect(new Set(ofFay.map(({ agent_id }) => agent_id))).toEqual(new Set([90_000_003_006]));
});

test('a plan without time tracking says so on every call', async () => {
  const { api } = createBench({ featuresOff: ['time-tracking'] });
  for (const path of ['/time_entries', '/tickets/4242/time_entries']) {
    const refused = await api('GET', path);
    expect([refused.status, refused.json.code]).toEqual([403, 'require_feature']);
    expect(refused.json.message).toContain('Timesheets feature(s)');
  }
});
