import { expect, test } from 'vitest';
import { createFreshdesk } from '../../../sandbox/freshdesk/index.ts';
import { addOpenSeconds, openSecondsBetween } from '../../../sandbox/freshdesk/sla/open-time.ts';
import { START } from './client.ts';

/** Working day, night, weekend, first day of a month, clock change. */
const STARTS = [
  START,
  new Date('2026-03-11T06:20:00Z'),
  new Date('2026-03-14T12:00:00Z'),
  new Date('2026-06-01T14:00:00Z'),
  new Date('2026-11-01T08:30:00Z'),
];

test.each(STARTS)('clocks are interesting when the sandbox starts at %s', (start) => {
  const { store } = createFreshdesk({ now: () => start });
  const [hours] = store.businessHours;
  if (!hours) throw new Error('no business hours');
  const ticket = (id: number) => {
    const found = store.tickets.get(id);
    if (!found) throw new Error(`no ticket ${id}`);
    return found;
  };
  const outage = ticket(4242);
  expect(start.getTime() - Date.parse(outage.created_at)).toBe(65 * 60_000);
  expect(outage).toMatchObject({ type: null, status: 2, responder_id: null });
  expect(outage.cc_emails).toHaveLength(2);
  expect(outage.stats.first_responded_at).toBeNull();
  const late = ticket(4223);
  expect(Date.parse(late.fr_due_by ?? '')).toBeLessThan(start.getTime());
  expect(late.fr_escalated).toBe(true);
  // Three quarters of a working hour are left for the first reply.
  const soon = ticket(4226);
  const due = addOpenSeconds(hours, start, 45 * 60);
  expect(Math.abs(Date.parse(soon.fr_due_by ?? '') - due.getTime())).toBeLessThanOrEqual(1000);
  const old = ticket(4211);
  expect(old.status).toBe(4);
  expect(openSecondsBetween(hours, new Date(old.stats.resolved_at ?? ''), start)).toBeGreaterThan(
    48 * 3600,
  );
  const yesterday = start.getTime() - Date.parse(ticket(4221).stats.resolved_at ?? '');
  expect(yesterday).toBeGreaterThan(20 * 3_600_000);
  expect(yesterday).toBeLessThan(30 * 3_600_000);
  for (const { created_at, updated_at } of store.tickets.values()) {
    expect(Date.parse(created_at)).toBeLessThan(start.getTime());
    expect(Date.parse(updated_at)).toBeLessThanOrEqual(start.getTime());
  }
  for (const entry of store.timeEntries.values()) {
    expect(Date.parse(entry.executed_at)).toBeLessThanOrEqual(start.getTime());
  }
});

test('the desk has what a research-hub support desk has', () => {
  const { store, outbox } = createFreshdesk({ now: () => START });
  expect(store.companies.size).toBe(10);
  expect([...store.agents.values()].map(({ name }) => name)).toEqual([
    'Ada',
    'Bo',
    'Cleo',
    'Dee',
    'Eli',
    'Fay',
    'Gus',
  ]);
  const tickets = [...store.tickets.values()];
  expect(tickets.length).toBeGreaterThanOrEqual(16);
  expect(tickets.filter(({ company_id }) => company_id === null).length).toBeGreaterThan(0);
  expect(tickets.some(({ spam }) => spam)).toBe(true);
  expect(tickets.some(({ deleted }) => deleted)).toBe(true);
  const messages = [...store.conversations.values()].filter(({ ticket_id }) => ticket_id === 4205);
  expect(messages).toHaveLength(60);
  const representatives = String(
    store.companies.get(90_000_000_704)?.custom_fields['community_representatives'],
  );
  const student = store.contacts.get(store.tickets.get(4239)?.requester_id ?? 0);
  expect(representatives).not.toContain(student?.email);
  const worked = new Set([...store.timeEntries.values()].map(({ company_id }) => company_id));
  expect(worked.size).toBeGreaterThanOrEqual(5);
  // The past has been mailed already.
  expect(outbox).toEqual([]);
});

test.each(STARTS)('numbers rise with the time of arrival, starting at %s', (start) => {
  const { store } = createFreshdesk({ now: () => start });
  const byId = [...store.tickets.values()].toSorted((a, b) => a.id - b.id);
  const times = byId.map(({ created_at }) => created_at);
  expect(times).toEqual(times.toSorted());
});
