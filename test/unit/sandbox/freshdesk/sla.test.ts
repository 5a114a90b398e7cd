import { expect, test } from 'vitest';
import {
  addOpenSeconds,
  openSecondsBetween,
  subtractOpenSeconds,
} from '../../../sandbox/freshdesk/sla/open-time.ts';
import type { BusinessHours } from '../../../sandbox/freshdesk/index.ts';
import { createBench } from './client.ts';

const HOUR = 3600;
const day = { openMinute: 540, closeMinute: 1020 };

const week = (time_zone: string): BusinessHours => ({
  id: 1,
  name: 'Weekdays',
  is_default: true,
  time_zone,
  days: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  created_at: '2024-01-01T00:00:00Z',
});

test.each([
  // Wednesday 16:30 plus two hours is Thursday 10:30.
  ['UTC', '2026-03-11T16:30:00Z', 2 * HOUR, '2026-03-12T10:30:00.000Z'],
  // Used up at closing: due at that closing.
  ['UTC', '2026-03-11T16:00:00Z', HOUR, '2026-03-11T17:00:00.000Z'],
  // Outside hours: from the next opening on, over a weekend.
  ['UTC', '2026-03-13T20:00:00Z', HOUR, '2026-03-16T10:00:00.000Z'],
  // New York moved to summer time on 8 March 2026.
  ['Eastern Time (US & Canada)', '2026-03-06T21:30:00Z', HOUR, '2026-03-09T13:30:00.000Z'],
  ['Chennai', '2026-03-11T11:00:00Z', HOUR, '2026-03-12T04:00:00.000Z'],
])('open time in %s from %s', (zone, from, seconds, due) => {
  const hours = week(zone);
  const end = addOpenSeconds(hours, new Date(from), seconds);
  expect(end.toISOString()).toBe(due);
  expect(openSecondsBetween(hours, new Date(from), end)).toBe(seconds);
});

test('walking back is the inverse of walking on', () => {
  const hours = week('Eastern Time (US & Canada)');
  const end = new Date('2026-03-11T15:20:00Z');
  for (const seconds of [HOUR, 9 * HOUR, 30 * HOUR]) {
    const start = subtractOpenSeconds(hours, end, seconds);
    expect(addOpenSeconds(hours, start, seconds).toISOString()).toBe(end.toISOString());
  }
});

test('hours that never open are an error, not an endless walk', () => {
  const closed = { ...week('UTC'), days: {} };
  expect(() => addOpenSeconds(closed, new Date(), HOUR)).toThrow(/never open/);
});

test('due dates come after a delay, and an update shows the old ones first', async () => {
  const { api, advance } = createBench({ dueDateDelayMs: 5000 });
  const body = { email: 'ana.ruiz@tidepool.example', subject: 'Hello', description: 'x' };
  const made = (await api('POST', '/tickets', body)).json;
  expect([made.due_by, made.fr_due_by]).toEqual([null, null]);
  advance(5000);
  const filled = (await api('GET', `/tickets/${made.id}`)).json;
  expect(filled.fr_due_by).toBe('2026-03-16T15:00:00Z');
  const changed = (await api('PUT', `/tickets/${made.id}`, { priority: 4 })).json;
  expect([changed.priority, changed.fr_due_by]).toEqual([4, filled.fr_due_by]);
  advance(5000);
  const later = (await api('GET', `/tickets/${made.id}`)).json;
  expect(later.fr_due_by).toBe('2026-03-11T19:00:00Z');
});

test('type Incident has a policy of its own; the first-reply date stays after a first reply', async () => {
  const { api } = createBench();
  const created = Date.parse((await api('GET', '/tickets/4242')).json.created_at);
  const incident = (await api('PUT', '/tickets/4242', { type: 'Incident', priority: 4 })).json;
  expect(Date.parse(incident.fr_due_by) - created).toBe(HOUR * 1000);
  expect(Date.parse(incident.due_by) - created).toBe(8 * HOUR * 1000);
  await api('POST', '/tickets/4242/reply', { body: 'We are on it' });
  const lower = (await api('PUT', '/tickets/4242', { priority: 2 })).json;
  expect(lower.fr_due_by).toBe(incident.fr_due_by);
  expect(Date.parse(lower.due_by) - created).toBe(24 * HOUR * 1000);
});

test('time spent Pending is added to the resolution date', async () => {
  const { api, advance } = createBench();
  const before = (await api('GET', '/tickets/4242')).json.due_by;
  await api('PUT', '/tickets/4242', { status: 3 });
  const pending = (await api('GET', '/tickets/4242?include=stats')).json;
  expect(pending.stats.pending_since).toBe('2026-03-11T15:00:00Z');
  advance(2 * HOUR * 1000);
  const resumed = (await api('PUT', '/tickets/4242', { status: 2 })).json;
  expect(Date.parse(resumed.due_by) - Date.parse(before)).toBe(2 * HOUR * 1000);
});

test('escalation flags are raised by a tick, not by reading', async () => {
  const { api, advance, freshdesk } = createBench();
  advance(60 * 60 * 1000);
  const flag = async () => (await api('GET', '/tickets/4226')).json.fr_escalated;
  expect(await flag()).toBe(false);
  freshdesk.tick();
  expect(await flag()).toBe(true);
});
