import { describe, expect, it } from 'vitest';
import { atWork, createWorld, from, HOST, settled, TAB, valueOf, wake } from './harness';
import {
  callsOf,
  idsOf,
  live,
  loaded,
  look,
  openIds,
  quiet,
  ring,
  upToDate,
  viewOf,
} from './sync-support';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

describe('an hour in which nothing changes and nobody looks', () => {
  it('costs twelve calls at most, as the diagnostics say, too', async () => {
    const { world, background } = await upToDate();
    expect(openIds(world).length).toBeGreaterThanOrEqual(20);
    // From one full hour to the next.
    await live(world, background, HOUR_MS - (world.now().getTime() % HOUR_MS) - 1);
    world.pass(1);
    for (let hour = 0; hour < 5; hour += 1) {
      world.requests();
      const begin = world.now();
      await live(world, background, HOUR_MS - 1);
      const made = world.freshdesk.requests.length;
      expect(made).toBeGreaterThanOrEqual(10);
      expect(made).toBeLessThanOrEqual(12);
      const { hours } = valueOf(await background.ask('diagnostics.view', {}, from.diagnostics));
      const counted = hours.find((one) => one.hour === begin.toISOString());
      expect(counted).toMatchObject({ list: made, other: 0, refused: 0 });
      world.pass(1);
    }
  });

  it('costs as little when alarms ring late', async () => {
    const { world, background } = await upToDate();
    const made: number[] = [];
    for (let at = 0; at < HOUR_MS;) {
      const due = (world.alarms.get('sync')?.getTime() ?? 0) - world.now().getTime() + 29_000;
      world.pass(due);
      at += due;
      await ring(world, background);
      made.push(world.requests().length);
    }
    expect(made.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(12);
  });

  it('is not changed by the same alarm ringing twice', async () => {
    const { world, background } = await upToDate();
    await live(world, background, 7 * MINUTE_MS);
    world.requests();
    for (let times = 0; times < 5; times += 1) await ring(world, background);
    expect(world.requests()).toEqual([]);
  });
});

describe('a steward who looks', () => {
  it('makes one call in 15 seconds at most, however many pages ask', async () => {
    const { world, background } = await upToDate();
    const ask = async () => valueOf(await background.ask('list.sync', {}, from.popup));
    world.pass(MINUTE_MS);
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    world.pass(14_000);
    await ask();
    expect(callsOf(world).filter((call) => call === 'list')).toHaveLength(1);
    world.pass(1_000);
    await ask();
    expect(callsOf(world).filter((call) => call === 'list')).toHaveLength(1);
  });
});

describe('an account that asks to be left alone', () => {
  it('is, until the time it names', async () => {
    const { world, background } = await upToDate();
    world.freshdesk.faults.add({
      path: /tickets\?/,
      status: 429,
      headers: { 'retry-after': '600' },
      times: 1,
    });
    const refused = await look(world, background);
    expect(refused.problem?.code).toBe('rate-limited');
    expect(refused.nextAt).toBe(new Date(world.now().getTime() + 600_000).toISOString());
    world.requests();
    for (let minute = 0; minute < 9; minute += 1)
      expect((await look(world, background)).problem?.code).toBe('rate-limited');
    await live(world, background, 59_000);
    expect(world.requests()).toEqual([]);
    await live(world, background, 2_000);
    expect(callsOf(world)).toContain('list');
    expect((await viewOf(background)).sync.problem).toBeNull();
    const { hours } = valueOf(await background.ask('diagnostics.view', {}, from.diagnostics));
    expect(hours.reduce((sum, { refused: times }) => sum + times, 0)).toBe(1);
  });

  it('is left alone as well when a sidebar was refused', async () => {
    const { world, background } = await upToDate();
    const { pass } = world;
    world.freshdesk.faults.add({ path: /4242/, status: 429, times: 1 });
    await background.ask('ticket.view', { ref: { host: HOST, id: 4242 } }, from.alone);
    world.requests();
    pass(58_000);
    await ring(world, background);
    const sync = valueOf(await background.ask('list.sync', {}, from.list));
    expect(world.requests()).toEqual([]);
    expect(sync.problem?.code).toBe('rate-limited');
  });

  it('keeps a quarter of its calls to itself', async () => {
    const { world, background } = await upToDate({ rateLimitPerMinute: 100 });
    world.pass(MINUTE_MS);
    const read = async () =>
      await background.ask(
        'ticket.view',
        { ref: { host: HOST, id: 4242 }, refresh: true },
        from.alone,
      );
    for (let times = 0; times < 20; times += 1) await read();
    world.requests();
    const sync = valueOf(await background.ask('list.sync', {}, from.list));
    expect(callsOf(world)).toEqual([]);
    expect(sync.problem).toBeNull();
    await live(world, background, MINUTE_MS);
    expect(callsOf(world)).toContain('list');
  });
});

describe('trouble', () => {
  it('is asked about less and less often, and at once when a steward looks', async () => {
    const { world, background } = await upToDate();
    world.freshdesk.faults.add({ path: /tickets\?/, status: 503, body: '<html>' });
    const waits: number[] = [];
    for (let times = 0; times < 6; times += 1) {
      const due = world.alarms.get('sync') ?? new Date(0);
      world.pass(due.getTime() - world.now().getTime());
      await ring(world, background);
      const next = world.alarms.get('sync') ?? new Date(0);
      waits.push((next.getTime() - world.now().getTime()) / MINUTE_MS);
    }
    expect(waits).toEqual([6, 12, 24, 48, 60, 60]);
    world.freshdesk.faults.clear();
    expect((await look(world, background)).problem).toBeNull();
    expect(world.alarms.get('sync')?.getTime()).toBe(world.now().getTime() + 6 * MINUTE_MS);
  });

  it('leaves the list as it was, dated', async () => {
    const { world, background } = await upToDate();
    const before = await viewOf(background);
    world.freshdesk.faults.add({ path: /tickets\?/, cut: true });
    await look(world, background);
    const after = await viewOf(background);
    expect(after.tickets).toEqual(before.tickets);
    expect(after.sync.lastAt).toBe(before.sync.lastAt);
    expect(after.sync.problem?.code).toBe('unavailable');
  });

  it('with the key stops everything until there is another one', async () => {
    const { world, background } = await upToDate();
    const body = JSON.stringify({ code: 'invalid_credentials', message: 'No.' });
    const mend = world.freshdesk.faults.add({ path: /tickets\?/, status: 401, body });
    expect((await look(world, background)).problem?.code).toBe('not-authorised');
    world.requests();
    await live(world, background, 24 * HOUR_MS);
    wake(world);
    await settled();
    expect(world.requests()).toEqual([]);
    mend();
    const again = { host: HOST, key: world.freshdesk.keys.agent };
    valueOf(await background.ask('settings.connectFreshdesk', again, from.options));
    await quiet(world);
    await live(world, background, MINUTE_MS);
    expect((await viewOf(background)).sync.problem).toBeNull();
  });
});

describe('a machine', () => {
  it('that slept for twelve hours catches up with its first alarm', async () => {
    const { world, background } = await upToDate();
    for (let hour = 0; hour < 12; hour += 1) {
      world.pass(HOUR_MS);
      world.freshdesk.receive({ from: `n${hour}@tidepool.example`, subject: 'x', body: 'y' });
    }
    await ring(world, background);
    expect(await idsOf(background)).toEqual(openIds(world));
    expect(world.alarms.get('sync')?.getTime()).toBe(world.now().getTime() + 6 * MINUTE_MS);
  });

  it('that was away for weeks reads pages, not ticket after ticket', async () => {
    const { world, background } = await upToDate({}, 100);
    world.pass(30 * 24 * HOUR_MS);
    world.freshdesk.store.seedMany(700);
    callsOf(world);
    await ring(world, background);
    await live(world, background, 10 * MINUTE_MS);
    expect(await idsOf(background)).toEqual(openIds(world));
    expect(callsOf(world).filter((call) => call.includes('list')).length).toBeLessThan(15);
  });

  it.each([-24, -1, 1, 24])('whose clock jumps by %i hours goes on', async (by) => {
    const { world, background } = await upToDate();
    // Freshdesk's own clock does not jump along: what changes there is dated as before.
    const through = (await viewOf(background)).sync.through ?? '';
    world.pass(by * HOUR_MS);
    const [one = 0] = openIds(world);
    const at = new Date(Date.parse(through) + 10 * MINUTE_MS).toISOString().slice(0, 19);
    Object.assign(world.ticket(one), { tags: ['jumped'], updated_at: `${at}Z` });
    const next = wake(world);
    await settled();
    const left = (world.alarms.get('sync')?.getTime() ?? 0) - world.now().getTime();
    expect(left).toBeLessThanOrEqual(6 * MINUTE_MS);
    await live(world, next, 7 * MINUTE_MS);
    const { tickets } = await viewOf(next);
    expect(tickets.find(({ facts }) => facts.ref.id === one)?.facts.tags).toEqual(['jumped']);
    world.requests();
    await live(world, next, HOUR_MS);
    expect(world.requests().length).toBeLessThanOrEqual(14);
    expect(background).toBeDefined();
  });

  it('whose alarms are lost sets one at the next start of the worker', async () => {
    const { world } = await upToDate();
    world.alarms.clear();
    wake(world);
    await settled();
    expect(world.alarms.has('sync')).toBe(true);
  });
});

describe('without a key', () => {
  it('tickets are read through an open tab', async () => {
    const { world, ...background } = await atWork({ key: false });
    await loaded(world, background);
    expect(await idsOf(background)).toEqual(openIds(world));
    expect(world.freshdesk.requests.every(({ auth }) => auth === 'session')).toBe(true);
    expect(await viewOf(background)).toMatchObject({ canWrite: false });
  });

  it('and without a tab nothing is asked, and it says what to do', async () => {
    const { world, ...background } = await atWork({ key: false });
    await loaded(world, background);
    world.requests();
    background.listeners.removed(TAB);
    await settled();
    // The account is known from its tab only: without one there is none.
    const view = await background.ask('list.view', {}, from.list);
    expect(view).toMatchObject({ ok: false, error: { code: 'not-configured' } });
    const sync = valueOf(await background.ask('list.sync', {}, from.list));
    expect(sync.problem?.message).toMatch(/API key|open a ticket/);
    await live(world, background, HOUR_MS);
    expect(world.requests()).toEqual([]);
    expect(world.alarms.has('sync')).toBe(true);
  });

  it('a key that was taken away leaves the list as it was', async () => {
    const { world, background } = await upToDate();
    valueOf(await background.ask('settings.forgetFreshdeskKey', {}, from.options));
    background.listeners.removed(TAB);
    await settled();
    world.requests();
    await live(world, background, HOUR_MS);
    expect(world.requests()).toEqual([]);
    const view = await viewOf(background);
    expect(view.sync.problem?.code).toBe('not-configured');
    expect(view.tickets).toHaveLength(openIds(world).length);
  });

  it('a fresh installation asks for nothing', async () => {
    const world = createWorld();
    const background = wake(world);
    await live(world, background, HOUR_MS);
    await quiet(world);
    expect(world.requests()).toEqual([]);
    expect(await background.ask('list.view', {}, from.list)).toMatchObject({
      ok: false,
      error: { code: 'not-configured' },
    });
  });
});

describe('another account', () => {
  it('has a list of its own', async () => {
    const { world, background } = await upToDate();
    const before = (await viewOf(background)).tickets.length;
    const settings = await world.areas.local.get('settings');
    const { version, value } = settings as { version: number; value: object };
    const other = { ...value, freshdeskHost: 'other.freshdesk.com' };
    await world.areas.local.set('settings', { version, value: other });
    const view = await viewOf(background);
    expect(view).toMatchObject({ host: 'other.freshdesk.com', sync: { stage: 'never' } });
    expect(view.tickets).toEqual([]);
    await world.areas.local.set('settings', { version, value });
    expect((await viewOf(background)).tickets).toHaveLength(before);
  });
});
