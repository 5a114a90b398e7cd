import { createFreshdeskClient } from '@/lib/background/freshdesk/client';
import { fieldNames } from '@/lib/background/freshdesk/fields';
import { createKeyTransport } from '@/lib/background/freshdesk/key-transport';
import { missingForUpdate } from '@/lib/background/freshdesk/missing-for-update';
import type { RateState } from '@/lib/background/freshdesk/rate';
import * as schemas from '@/lib/background/freshdesk/schema';
import { createSessionTransport } from '@/lib/background/freshdesk/session-transport';
import { toFacts } from '@/lib/background/freshdesk/to-facts';
import type { Result } from '@/lib/contract/result';
import { ok } from '@/lib/platform/result';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createFreshdesk } from '../../sandbox/freshdesk/index';
import { isCut } from '../../sandbox/proxy/cut';
import type { Account } from '../../sandbox/types';

/* The client against the stand-in account, without a network in between. */

// Seeding many tickets takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const NOW = new Date('2026-03-04T15:00:00Z');
const HOST = 'acme.freshdesk.com';
const OUTAGE = 4242;

function start(account: Partial<Account> = {}) {
  const sandbox = createFreshdesk({ account, now: () => NOW, host: HOST });
  const rates: RateState[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await sandbox.handler(new Request(input, init));
    if (isCut(response)) throw new TypeError('connection lost');
    return response;
  };
  const withKey = (key: string) =>
    createFreshdeskClient({
      host: HOST,
      transport: createKeyTransport({ host: HOST, key, fetch }),
      clock: () => NOW,
      onRate: (rate) => rates.push(rate),
    });
  const session = createFreshdeskClient({
    host: HOST,
    transport: createSessionTransport({
      read: async (path) => {
        const headers = { cookie: sandbox.sessionCookie };
        const response = await fetch(`https://${HOST}${path}`, { headers });
        return ok({
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: await response.text(),
        });
      },
    }),
    clock: () => NOW,
  });
  return { sandbox, key: withKey(sandbox.keys.agent), session, withKey, rates };
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

function errorOf(result: Result<unknown>) {
  if (result.ok) throw new Error('expected a failure');
  return result.error;
}

describe.each([
  ['key', '2026', 'object'],
  ['key', '2022', 'array'],
  ['session', '2026', 'array'],
  ['session', '2022', 'object'],
] as const)('reads with the %s of a %s account', (way, age, nestedChoices) => {
  it('a ticket with everything the facts need', async () => {
    const client = start({ age, nestedChoices })[way];
    const names = fieldNames(valueOf(await client.ticketFields()));
    expect(names.types).toContain('Incident');
    expect(names.statuses[2]).toBe('Open');
    expect(names.priorities).toEqual({ 1: 'Low', 2: 'Medium', 3: 'High', 4: 'Urgent' });
    expect(names.choices['cf_area']).toContain('User servers');
    expect(names.labels).toMatchObject({ cf_hub_url: 'Hub URL', cf_topic: 'Topic' });
    expect(Object.values(names.agents).length).toBeGreaterThan(3);

    const facts = toFacts(HOST, valueOf(await client.ticket(OUTAGE)), names);
    expect(facts).toMatchObject({
      ref: { host: HOST, id: OUTAGE },
      status: { code: 2, label: 'Open', phase: 'open' },
      type: null,
      requester: { name: 'Ana Ruiz' },
      company: { name: 'Tidepool University' },
      firstRespondedAt: null,
      resolvedAt: null,
    });
    expect(facts.ccEmails).toHaveLength(2);
    expect(facts.descriptionText.length).toBeGreaterThan(50);

    const company = valueOf(await client.company(facts.company?.id ?? 0));
    expect(company.custom_fields).toHaveProperty('support_hours_per_month');
    expect(valueOf(await client.contact(facts.requester?.id ?? 0)).name).toBe('Ana Ruiz');
    expect(valueOf(await client.me()).contact.email).toContain('@');
  });

  it('every ticket, thread and time entry of the account', async () => {
    const { sandbox, ...clients } = start({ age, nestedChoices, rateLimitPerMinute: 2000 });
    const client = clients[way];
    for (const [id, stored] of sandbox.store.tickets) {
      const thread = [...sandbox.store.conversations.values()].filter(
        (entry) => entry.ticket_id === id,
      );
      if (stored.deleted || stored.spam) continue;
      expect(valueOf(await client.ticket(id)).subject).toBe(stored.subject);
      expect(valueOf(await client.lastConversations(id))).toHaveLength(thread.length);
      const ofTicket = valueOf(await client.timeEntries({ ticketId: id }));
      const logged = [...sandbox.store.timeEntries.values()].filter(
        (entry) => entry.ticket_id === id,
      );
      expect(ofTicket.entries).toHaveLength(logged.length);
    }
    const all = valueOf(await client.timeEntries({}));
    expect(all.entries).toHaveLength(sandbox.store.timeEntries.size);
    expect(all.entries.length).toBeGreaterThan(0);
  });
});

it.each(['key', 'session'] as const)('reads beyond one page with the %s', async (way) => {
  const { sandbox, ...clients } = start();
  const client = clients[way];
  const entries = [...sandbox.store.conversations.values()];
  const long = entries.find(
    ({ ticket_id: id }) => entries.filter((entry) => entry.ticket_id === id).length > 30,
  );
  const page = valueOf(await client.conversations(long?.ticket_id ?? 0));
  expect(page).toMatchObject({ hasMore: true });
  expect(page.conversations).toHaveLength(30);

  sandbox.store.seedMany(110);
  const company = sandbox.store.tickets.get(OUTAGE)?.company_id ?? 0;
  for (const ticket of sandbox.store.tickets.values()) ticket.company_id = company;
  const wanted = [...sandbox.store.tickets.values()].filter(
    (ticket) => ticket.company_id === company && !ticket.deleted && !ticket.spam,
  );
  const list = valueOf(await client.ticketsOfCompany(company, '2020-01-01T00:00:00Z'));
  expect(list.complete).toBe(true);
  expect(list.tickets).toHaveLength(wanted.length);
  expect(wanted.length).toBeGreaterThan(100);
});

it.each(['2026', '2022'] as const)(
  "parses an administrator's lists of a %s account",
  async (age) => {
    const { sandbox } = start({ age });
    const authorization = `Basic ${btoa(`${sandbox.keys.admin}:X`)}`;
    const read = async (path: string, schema: z.ZodType) => {
      const request = new Request(`https://${HOST}/api/v2/${path}`, { headers: { authorization } });
      return schema.parse(await (await sandbox.handler(request)).json());
    };
    const lists = {
      agents: schemas.agentSchema,
      groups: schemas.groupSchema,
      business_hours: schemas.businessHoursSchema,
      contacts: schemas.contactSchema,
      companies: schemas.companySchema,
      canned_response_folders: schemas.cannedResponseFolderSchema,
    };
    for (const [path, schema] of Object.entries(lists)) {
      expect(await read(path, z.array(schema).min(1))).toBeDefined();
    }
    const [canned = 0] = sandbox.store.cannedResponses.keys();
    expect(await read(`canned_responses/${canned}`, schemas.cannedResponseSchema)).toBeDefined();
    const search = `search/tickets?query=${encodeURIComponent('"status:2"')}`;
    expect(await read(search, schemas.ticketSearchPageSchema)).toBeDefined();
  },
);

describe('writes with the key', () => {
  it('change type, tags and priority, and mail nobody', async () => {
    const { key, sandbox } = start();
    const changes = { type: 'Incident', priority: 4, tags: ['hub', 'incident'] } as const;
    expect(valueOf(await key.updateTicket(OUTAGE, changes))).toMatchObject(changes);
    expect(sandbox.store.tickets.get(OUTAGE)).toMatchObject(changes);
    expect(valueOf(await key.updateTicket(OUTAGE, { type: null })).type).toBeNull();
    expect(sandbox.outbox).toEqual([]);
    expect(sandbox.requests.at(0)).toMatchObject({ auth: 'key', method: 'PUT', body: changes });
  });

  it('add a private note, and mail nobody', async () => {
    const { key, sandbox } = start();
    const note = valueOf(await key.addNote(OUTAGE, { bodyHtml: '<div>Issue 5</div>' }));
    expect(note).toMatchObject({ private: true, ticket_id: OUTAGE, incoming: false });
    expect(valueOf(await key.lastConversations(OUTAGE)).at(-1)?.id).toBe(note.id);
    expect(sandbox.outbox).toEqual([]);
  });

  it('name the fields that must be filled first, as the form foretells', async () => {
    const { key } = start();
    const fields = valueOf(await key.ticketFields());
    const ticket = valueOf(await key.ticket(OUTAGE));
    const foretold = missingForUpdate(fields, ticket, { status: 4 });
    expect(foretold.map(({ label }) => label)).toEqual(['Type', 'Outcome']);
    const error = errorOf(await key.updateTicket(OUTAGE, { status: 4 }));
    expect(error.code).toBe('invalid-input');
    for (const { label } of foretold) expect(error.message).toContain(`“${label}”`);
    expect(missingForUpdate(fields, ticket, { priority: 4 })).toEqual([]);
  });

  it('say which types there are', async () => {
    const error = errorOf(await start().key.updateTicket(OUTAGE, { type: 'Nonsense' }));
    expect(error.code).toBe('invalid-input');
    expect(error.message).toMatch(/“Type” \(allowed: .*Incident/);
  });

  it('are refused for deleted and spam tickets', async () => {
    const { key, sandbox } = start();
    const gone = [...sandbox.store.tickets.values()].filter((t) => t.deleted || t.spam);
    expect(gone.length).toBeGreaterThan(1);
    for (const { id } of gone) {
      expect(errorOf(await key.updateTicket(id, { priority: 1 })).code).toBe('conflict');
    }
  });

  it('happen at most once when the answer is lost, and say so', async () => {
    const { key, sandbox } = start();
    sandbox.faults.add({ method: 'POST', path: /notes/, cutAfter: true, times: 1 });
    const before = sandbox.store.conversations.size;
    const error = errorOf(await key.addNote(OUTAGE, { bodyHtml: 'x' }));
    expect(error.code).toBe('unavailable');
    expect(error.message).toContain('may have been made');
    expect(sandbox.store.conversations.size).toBe(before + 1);
    sandbox.faults.add({ method: 'PUT', path: /tickets/, malformed: true });
    expect(errorOf(await key.updateTicket(OUTAGE, { priority: 4 })).code).toBe('unexpected');
    expect(sandbox.requests.filter(({ method }) => method !== 'GET')).toHaveLength(2);
  });
});

it('does not write with the session', async () => {
  const { session, sandbox } = start();
  expect(errorOf(await session.updateTicket(OUTAGE, { priority: 4 })).code).toBe('not-configured');
  expect(errorOf(await session.addNote(OUTAGE, { bodyHtml: 'x' })).code).toBe('not-configured');
  expect(sandbox.requests).toEqual([]);
});

describe('refusals', () => {
  it('tells a wrong key, a missing record and a foreign ticket apart', async () => {
    const { key, withKey } = start();
    expect(errorOf(await withKey('wrong').me()).code).toBe('not-authorised');
    expect(errorOf(await key.ticket(999_999)).code).toBe('not-found');
    const restricted = start({ ticketScope: 3 });
    const error = errorOf(await restricted.key.ticket(OUTAGE));
    expect(error.code).toBe('not-authorised');
    expect(error.message).toContain('another group');
  });

  it('says when the plan has no time tracking', async () => {
    const error = errorOf(await start({ featuresOff: ['time-tracking'] }).key.timeEntries({}));
    expect(error.code).toBe('not-authorised');
    expect(error.message).toContain('does not include');
  });

  it('reports the budget, and waits as told when it is used up', async () => {
    const { key, rates, sandbox } = start({ rateLimitPerMinute: 5 });
    valueOf(await key.ticket(OUTAGE));
    valueOf(await key.me());
    expect(rates.map(({ remaining, total }) => [remaining, total])).toEqual([
      [1, 5],
      [0, 5],
    ]);
    const error = errorOf(await key.me());
    expect(error).toMatchObject({ code: 'rate-limited', retryAt: '2026-03-04T15:01:00.000Z' });
    expect(sandbox.requests).toHaveLength(3);
  });

  it('survives error pages, damaged answers and one lost connection', async () => {
    const { key, sandbox } = start();
    const page = { 'content-type': 'text/html' };
    const remove = sandbox.faults.add({
      path: /tickets/,
      status: 502,
      headers: page,
      body: '<html>',
    });
    expect(errorOf(await key.ticket(OUTAGE)).code).toBe('unavailable');
    remove();
    sandbox.faults.add({ path: /tickets/, malformed: true, times: 1 });
    expect(errorOf(await key.ticket(OUTAGE)).code).toBe('unexpected');
    sandbox.faults.add({ path: /tickets/, cut: true, times: 1 });
    expect(valueOf(await key.ticket(OUTAGE)).id).toBe(OUTAGE);
  });
});
