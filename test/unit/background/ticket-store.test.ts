import { createStorageAreas, type StorageArea } from '@/lib/background/storage/area';
import { createTicketStore } from '@/lib/background/storage/ticket-store';
import type { TicketFacts } from '@/lib/contract/ticket';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { errorOf, HOST, valueOf } from './harness';

const OTHER = 'other.freshdesk.com';

function facts(id: number, change: Partial<TicketFacts> = {}): TicketFacts {
  return {
    ref: { host: HOST, id },
    url: `https://${HOST}/a/tickets/${id}`,
    subject: `Ticket ${id}`,
    descriptionText: 'A long story.',
    status: { code: 2, label: 'Open', phase: 'open' },
    type: null,
    priority: 1,
    tags: [],
    customFields: {},
    groupName: null,
    agentName: null,
    requester: { id: 1, name: 'Ana', email: 'ana@tidepool.example' },
    company: { id: 7, name: 'Tidepool' },
    ccEmails: [],
    createdAt: '2026-03-04T10:00:00Z',
    updatedAt: '2026-03-04T10:00:00Z',
    freshdeskFirstResponseDueAt: null,
    freshdeskResolutionDueAt: null,
    ...change,
  };
}

const CLOSED = { status: { code: 5, label: 'Closed', phase: 'closed' as const } };
const local = () => createStorageAreas().local;
const open = (area: StorageArea = local()) => createTicketStore({ area });

async function idsIn(store = open(), host = HOST): Promise<number[]> {
  return (await store.all(host)).tickets.map(({ ref }) => ref.id).sort((a, b) => a - b);
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('kept tickets', () => {
  it('are there for the next worker, account by account', async () => {
    const store = open();
    expect(valueOf(await store.put(HOST, [facts(1), facts(15), facts(16), facts(4_000_000)]))).toBe(
      true,
    );
    valueOf(await store.put(OTHER, [facts(2, { ref: { host: OTHER, id: 2 } })]));
    expect(await idsIn()).toEqual([1, 15, 16, 4_000_000]);
    expect(await idsIn(open(), OTHER)).toEqual([2]);
    expect(await open().get({ host: HOST, id: 15 })).toMatchObject({ subject: 'Ticket 15' });
    expect(await open().get({ host: OTHER, id: 15 })).toBeNull();
    await open().clear(HOST);
    expect(await idsIn()).toEqual([]);
    expect(await idsIn(open(), OTHER)).toEqual([2]);
  });

  it('have no message, and nothing else that is long', async () => {
    const long = 'x'.repeat(100_000);
    const hostile = facts(1, {
      subject: long,
      customFields: { cf_note: long },
      tags: Array.from({ length: 1_000 }, (_, at) => `t${at}`),
      ccEmails: Array.from({ length: 1_000 }, (_, at) => `c${at}@tidepool.example`),
    });
    valueOf(await open().put(HOST, [hostile]));
    const [kept] = (await open().all(HOST)).tickets;
    expect(kept?.descriptionText).toBe('');
    expect(JSON.stringify(kept).length).toBeLessThan(5_000);
  });

  it.each([
    ['closed', CLOSED],
    ['deleted', { discarded: 'deleted' as const }],
    ['spam', { discarded: 'spam' as const }],
  ])('leave when they are %s', async (_, change) => {
    valueOf(await open().put(HOST, [facts(1), facts(2)]));
    expect(valueOf(await open().put(HOST, [facts(1, change), facts(3, change)]))).toBe(true);
    expect(await idsIn()).toEqual([2]);
    expect(valueOf(await open().put(HOST, [facts(1, change)]))).toBe(false);
  });

  it('take no older state, and say when nothing is new', async () => {
    const store = open();
    const later = facts(1, { updatedAt: '2026-03-04T11:00:00Z', tags: ['new'] });
    valueOf(await store.put(HOST, [later]));
    expect(valueOf(await store.put(HOST, [facts(1)]))).toBe(false);
    expect(valueOf(await open().put(HOST, [later]))).toBe(false);
    expect(valueOf(await store.put(HOST, [facts(1, CLOSED)]))).toBe(false);
    expect(await store.get(later.ref)).toMatchObject({ tags: ['new'] });
  });

  it('keep what a thread told until the ticket changes', async () => {
    const store = open();
    const at = '2026-03-04T09:00:00Z';
    const exchange = [{ by: 'agent' as const, at }];
    const told = facts(1, { exchange, firstRespondedAt: at });
    valueOf(await store.put(HOST, [told]));
    const stats = facts(1, { firstRespondedAt: '2026-03-04T08:00:00Z', tags: ['x'] });
    valueOf(await store.put(HOST, [stats]));
    expect(await store.get(told.ref)).toMatchObject({
      exchange,
      firstRespondedAt: at,
      tags: ['x'],
    });
    valueOf(await store.put(HOST, [{ ...stats, updatedAt: '2026-03-04T11:00:00Z' }]));
    expect(await store.get(told.ref)).not.toHaveProperty('exchange');
  });

  it('that cannot be read are said to be damaged until all are read again', async () => {
    valueOf(await open().put(HOST, [facts(1), facts(2), facts(40)]));
    const area = local();
    const [key = ''] = (await area.keys()).filter((name) => name.endsWith(':0'));
    await area.set(key, { version: 1, value: [{ ...facts(1), priority: 77 }] });
    const store = open();
    expect(await store.all(HOST)).toMatchObject({ damaged: true, tickets: [{ ref: { id: 40 } }] });
    // Also when a ticket of the same place is written over it, and a worker dies.
    valueOf(await store.put(HOST, [facts(2)]));
    expect((await open().all(HOST)).damaged).toBe(true);
    const mended = open();
    await mended.mend(HOST);
    expect((await mended.all(HOST)).damaged).toBe(false);
    expect((await open().all(HOST)).damaged).toBe(false);
    expect(await idsIn()).toEqual([2, 40]);
  });

  it('stay as they were when there is no room for more', async () => {
    const area = local();
    const store = open({
      ...area,
      setMany: async () => await Promise.reject(new Error('QUOTA_BYTES quota exceeded')),
    });
    valueOf(await open(area).put(HOST, [facts(1)]));
    expect(errorOf(await store.put(HOST, [facts(1, { tags: ['new'] }), facts(2)]))).toMatchObject({
      message: expect.stringContaining('no room'),
    });
    expect(await idsIn(store)).toEqual([1]);
    expect(await store.get({ host: HOST, id: 1 })).toMatchObject({ tags: [] });
  });
});

describe('any course of puts and removals', () => {
  it('leaves what a plain map would, for this worker and the next', async () => {
    const id = fc.integer({ min: 1, max: 60 });
    const minute = fc.integer({ min: 10, max: 59 });
    const put = fc.array(
      fc.record({ id, minute, closed: fc.boolean(), tag: fc.constantFrom('a', 'b') }),
      { maxLength: 8 },
    );
    const step = fc.oneof(put, id, fc.constant('new worker' as const));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        fakeBrowser.reset();
        let store = open();
        const model = new Map<number, TicketFacts>();
        const removals: [boolean, boolean][] = [];
        for (const one of steps) {
          if (one === 'new worker') store = open();
          else if (typeof one === 'number') {
            const ref = { host: HOST, id: one };
            removals.push([await store.remove(ref), model.delete(one)]);
          } else {
            const tickets = one.map((ticket) =>
              facts(ticket.id, {
                updatedAt: `2026-03-04T10:${ticket.minute}:00Z`,
                tags: [ticket.tag],
                descriptionText: '',
                ...(ticket.closed && CLOSED),
              }),
            );
            for (const ticket of tickets) {
              const known = model.get(ticket.ref.id);
              if (known !== undefined && known.updatedAt > ticket.updatedAt) continue;
              if (ticket.status.phase === 'closed') model.delete(ticket.ref.id);
              else model.set(ticket.ref.id, ticket);
            }
            // One after another, as the store's users do; a page names a ticket once.
            for (const ticket of tickets) valueOf(await store.put(HOST, [ticket]));
          }
        }
        expect(removals.filter(([said, was]) => said !== was)).toEqual([]);
        for (const reader of [store, open()]) {
          const { tickets, damaged } = await reader.all(HOST);
          expect(damaged).toBe(false);
          const byId = (a: TicketFacts, b: TicketFacts) => a.ref.id - b.ref.id;
          expect(tickets.toSorted(byId)).toEqual([...model.values()].sort(byId));
        }
      }),
      { numRuns: 100 },
    );
  });
});
