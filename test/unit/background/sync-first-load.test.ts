import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atWork, createWorld, from, HOST, settled, valueOf, wake, type World } from './harness';
import {
  callsOf,
  idsOf,
  live,
  loaded,
  mortal,
  openIds,
  quiet,
  ring,
  second,
  through,
  viewOf,
} from './sync-support';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Makes every `nth` ticket one that nobody has touched for 200 days, and closes some. */
function age(world: World, nth: number): void {
  const old = new Date(world.now().getTime() - 200 * DAY_MS);
  for (const ticket of world.freshdesk.store.tickets.values()) {
    if (ticket.id % nth === 0) {
      const at = new Date(old.getTime() + ticket.id * 1_000).toISOString().slice(0, 19) + 'Z';
      Object.assign(ticket, { created_at: at, updated_at: at });
    }
    if (ticket.id % (nth + 2) === 0) ticket.status = 5;
  }
}

async function withKey(world: World) {
  const { ask } = wake(world);
  const key = world.freshdesk.keys.agent;
  valueOf(await ask('settings.connectFreshdesk', { host: 'acme', key }, from.options));
  world.requests();
}

describe('the first load', () => {
  it('brings every open and resolved ticket once, also those untouched for 200 days', async () => {
    const { world, ...background } = await atWork();
    world.freshdesk.store.seedMany(1_500);
    age(world, 5);
    const sync = await loaded(world, background);
    const all = [...world.freshdesk.store.tickets.values()];
    const there = all.filter(({ deleted, spam }) => !deleted && !spam);
    expect(sync).toMatchObject({ stage: 'complete', problem: null, read: there.length });
    expect(openIds(world).length).toBeLessThan(there.length);
    expect(await idsOf(background)).toEqual(openIds(world));
    const newest = there
      .map(({ updated_at }) => updated_at)
      .toSorted()
      .at(-1);
    expect(sync.through).toBe(newest);
    const calls = callsOf(world);
    expect(calls.filter((call) => call === 'full list')).toHaveLength(16);
    expect(calls.filter((call) => call === 'companies')).toHaveLength(1);
    expect(calls.filter((call) => call === 'ticket_fields')).toHaveLength(1);
  });

  it('names community, requester and agent, and keeps no message', async () => {
    const { world, ...background } = await atWork();
    await loaded(world, background);
    const { tickets } = await viewOf(background);
    const outage = tickets.find(({ facts }) => facts.ref.id === 4242);
    const { company_id: company, requester_id: requester } = world.ticket(4242);
    const { companies, contacts } = world.freshdesk.store;
    expect(outage?.facts.company?.name).toBe(companies.get(company ?? 0)?.name);
    expect(outage?.facts.requester?.name).toBe(contacts.get(requester)?.name);
    expect(outage?.facts.firstRespondedAt).toBeDefined();
    expect(tickets.every(({ facts }) => facts.descriptionText === '')).toBe(true);
  });

  it('leaves at least half of the smallest plan’s calls to others, and says how far it is', async () => {
    const { world, ...background } = await atWork({ account: { rateLimitPerMinute: 200 } });
    world.freshdesk.store.seedMany(3_000);
    const byMinute = new Map<number, number>();
    const fractions: number[] = [];
    for (let minute = 0; minute < 30; minute += 1) {
      const sync = valueOf(await background.ask('list.sync', {}, from.list));
      const requests = world.freshdesk.requests.splice(0);
      const cost = requests.reduce((sum, { path }) => sum + (path.includes('include') ? 5 : 1), 0);
      byMinute.set(minute, cost);
      expect(requests.filter(({ path }) => path.includes('/tickets?')).length).toBeLessThan(11);
      expect(requests.every(({ status }) => status === 200)).toBe(true);
      if (sync.stage === 'complete') break;
      fractions.push(sync.fraction ?? -1);
      world.pass(MINUTE_MS);
    }
    // Besides the pages, the form and the companies are read once.
    expect(Math.max(...byMinute.values())).toBeLessThanOrEqual(52);
    expect(fractions.length).toBeGreaterThan(1);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.every((one) => one > 0 && one < 1)).toBe(true);
    expect(await idsOf(background)).toEqual(openIds(world));
  });

  it('goes on by its alarm alone while nobody looks', async () => {
    const { world, ...background } = await atWork({ account: { rateLimitPerMinute: 100 } });
    world.freshdesk.store.seedMany(900);
    valueOf(await background.ask('settings.view', {}, from.options));
    await live(world, background, 10 * MINUTE_MS);
    expect((await viewOf(background)).sync.stage).toBe('complete');
    expect(await idsOf(background)).toEqual(openIds(world));
  });

  it('waits while others need more than half of the calls', async () => {
    const { world, ask } = await atWork({ account: { rateLimitPerMinute: 200 } });
    world.freshdesk.store.seedMany(300);
    const read = async () =>
      await ask('ticket.view', { ref: { host: HOST, id: 4242 }, refresh: true }, from.alone);
    for (let times = 0; times < 30; times += 1) await read();
    world.requests();
    const sync = valueOf(await ask('list.sync', {}, from.list));
    expect(callsOf(world)).toEqual([]);
    expect(sync).toMatchObject({ stage: 'loading', problem: null });
    expect(sync.nextAt).toBe(new Date(world.now().getTime() + MINUTE_MS).toISOString());
  });

  it('of an empty account is an empty list', async () => {
    const { world, ...background } = await atWork({ account: { empty: true } });
    const sync = await loaded(world, background);
    expect(sync).toMatchObject({ stage: 'complete', read: 0, through: null, problem: null });
    expect((await viewOf(background)).tickets).toEqual([]);
    world.freshdesk.account.empty = false;
    await live(world, background, 7 * MINUTE_MS);
    expect(await idsOf(background)).toEqual(openIds(world));
  });

  it.each([
    ['429', { status: 429, headers: { 'retry-after': '90' } }, 'rate-limited'],
    [
      'a web page',
      { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' },
      'unavailable',
    ],
    ['a lost connection', { cut: true }, 'unavailable'],
    ['half an answer', { malformed: true }, 'unexpected'],
  ] as const)('that meets %s goes on where it was', async (_, fault, code) => {
    const { world, ...background } = await atWork();
    world.freshdesk.store.seedMany(600);
    world.freshdesk.faults.add({ path: /updated_since=2/, times: 2, ...fault });
    const stopped = valueOf(await background.ask('list.sync', {}, from.list));
    expect(stopped).toMatchObject({ stage: 'loading', problem: { code } });
    expect(stopped.read).toBeGreaterThan(0);
    world.freshdesk.faults.clear();
    world.requests();
    await live(world, background, 5 * MINUTE_MS);
    const calls = callsOf(world).filter((call) => call === 'full list');
    expect(calls.length).toBeLessThan(8);
    const { sync } = await viewOf(background);
    expect(sync).toMatchObject({ stage: 'complete', problem: null, read: openOrClosed(world) });
    expect(await idsOf(background)).toEqual(openIds(world));
  });

  it('reads on past a ticket in a form it does not know, and names it', async () => {
    const { world, ...background } = await atWork();
    world.freshdesk.store.seedMany(150);
    Object.assign(world.ticket(4242), { priority: 9 });
    const sync = await loaded(world, background);
    expect(sync).toMatchObject({ problem: null, unreadable: [4242] });
    expect(await idsOf(background)).toEqual(openIds(world).filter((id) => id !== 4242));
    world.pass(MINUTE_MS);
    const at = `${world.now().toISOString().slice(0, 19)}Z`;
    Object.assign(world.ticket(4242), { priority: 2, updated_at: at });
    await live(world, background, 10 * MINUTE_MS);
    expect((await viewOf(background)).sync.unreadable).toBeUndefined();
    expect(await idsOf(background)).toEqual(openIds(world));
  });

  it('misses none of a moment with many changes when some of them change again meanwhile', async () => {
    const { world, ...background } = await atWork();
    world.freshdesk.store.seedMany(500);
    const crowd = openIds(world).slice(0, 350);
    for (const id of crowd) world.ticket(id).updated_at = '2025-05-01T10:00:00Z';
    const left = [...crowd];
    world.hooks.answer = (request) => {
      const page = Number(new URL(request.url).searchParams.get('page'));
      // The first of those already read move to the end, and all others move up a place.
      const moves = request.url.includes('2025-05-01') && page > 1 && left.length > 340;
      for (const id of moves ? left.splice(0, 5) : [])
        world.ticket(id).updated_at = second(world.now());
      return null;
    };
    await loaded(world, background);
    expect(left).toHaveLength(340);
    expect(await idsOf(background)).toEqual(openIds(world));
  });

  it('keeps its place when the storage is full, and says so', async () => {
    const { world, ...background } = await atWork();
    world.freshdesk.store.seedMany(300);
    const { local } = world.areas;
    const full: World = {
      ...world,
      areas: {
        ...world.areas,
        local: {
          ...local,
          setMany: async (values) => {
            if (Object.keys(values).some((key) => key.startsWith('tickets:')))
              throw new Error('QUOTA_BYTES quota exceeded');
            await local.setMany(values);
          },
        },
      },
    };
    const sync = valueOf(await wake(full).ask('list.sync', {}, from.list));
    expect(sync).toMatchObject({ stage: 'loading', read: 0, through: null });
    expect(sync.problem?.message).toContain('no room');
    world.pass(2 * MINUTE_MS);
    const next = wake(world);
    await loaded(world, next);
    expect(await idsOf(next)).toEqual(openIds(world));
    await quiet(world);
    expect(background).toBeDefined();
  });
});

function openOrClosed(world: World): number {
  return [...world.freshdesk.store.tickets.values()].filter(
    ({ deleted, spam }) => !deleted && !spam,
  ).length;
}

describe('a first load whose workers die', () => {
  it('loses no ticket and shows none twice, wherever each of them dies', async () => {
    const death = fc.record({
      after: fc.integer({ min: 1, max: 260 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(death, { minLength: 1, maxLength: 6 }), async (deaths) => {
        const world = createWorld();
        world.freshdesk.store.seedMany(450);
        await withKey(world);
        for (const { after, when } of deaths) {
          const dying = through(world, mortal(after, when).step);
          const worker = wake(dying);
          worker.listeners.alarm('sync');
          await quiet(world);
          world.pass(3 * MINUTE_MS);
        }
        const last = wake(world);
        await settled(10);
        expect(world.alarms.has('sync')).toBe(true);
        await live(world, last, 20 * MINUTE_MS);
        const { sync } = await viewOf(last);
        expect(sync).toMatchObject({ stage: 'complete', problem: null });
        expect(sync.read).toBe(openOrClosed(world));
        expect(await idsOf(last)).toEqual(openIds(world));
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('begins anew when kept tickets were damaged, showing what can be read meanwhile', async () => {
    const { world, ...background } = await atWork();
    world.freshdesk.store.seedMany(200);
    await loaded(world, background);
    const keys = (await world.areas.local.keys()).filter((key) =>
      key.startsWith(`tickets:${HOST}`),
    );
    await world.areas.local.set(keys[0] ?? '', { version: 1, value: [{ ref: 'gone bad' }] });
    await world.areas.local.set(keys[1] ?? '', 'not ours');
    const next = wake(world);
    const seen = await idsOf(next);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan(openIds(world).length);
    world.pass(7 * MINUTE_MS);
    await ring(world, next);
    expect(await idsOf(next)).toEqual(openIds(world));
    expect((await viewOf(next)).sync.stage).toBe('complete');
  });
});
