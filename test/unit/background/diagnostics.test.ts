import { createCalls } from '@/lib/background/services/calls';
import { createStorageAreas } from '@/lib/background/storage/area';
import { createDocuments } from '@/lib/background/storage/documents';
import { describe, expect, it } from 'vitest';
import { atWork, createWorld, errorOf, from, HOST, OUTAGE, TAB, valueOf, wake } from './harness';
import { openIds, quiet, upToDate } from './sync-support';

const HOUR_MS = 3_600_000;

describe('diagnostics.view', () => {
  it('says what is kept, when comes next, and what the account has left', async () => {
    const { world, background } = await upToDate();
    const { page } = world;
    world.page = async (message) =>
      message.request === 'page.health'
        ? { ok: true, value: { anchors: { reply: 'a.reply', note: null } } }
        : await page(message);
    const view = valueOf(await background.ask('diagnostics.view', {}, from.diagnostics));
    expect(view).toMatchObject({
      version: '0.1.0',
      host: HOST,
      ticketsKept: openIds(world).length,
      sync: { stage: 'complete', problem: null },
      rate: { total: 700 },
      tabs: [{ tabId: TAB, host: HOST, anchors: { reply: 'a.reply', note: null } }],
    });
    expect(view.alarms.map(({ name }) => name)).toContain('sync');
    expect(view.rate?.remaining).toBeLessThan(700);
  });

  it('does not wait for a tab that does not answer', async () => {
    const { world, background } = await upToDate();
    world.page = async () => await new Promise(() => undefined);
    const begun = performance.now();
    const view = valueOf(await background.ask('diagnostics.view', {}, from.diagnostics));
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(view.tabs).toEqual([{ tabId: TAB, host: HOST, anchors: null }]);
  });

  it('answers where there is no account, and nobody but its page', async () => {
    const { ask } = wake(createWorld());
    expect(valueOf(await ask('diagnostics.view', {}, from.diagnostics))).toMatchObject({
      host: null,
      hours: [],
      ticketsKept: 0,
      sync: { problem: { code: 'not-configured' } },
    });
    expect(errorOf(await ask('diagnostics.view', {}, from.list)).code).toBe('not-authorised');
  });

  it('holds no key, no name and no text of a ticket', async () => {
    const { world, background } = await upToDate();
    const view = await background.ask('diagnostics.view', {}, from.diagnostics);
    const text = JSON.stringify(view);
    expect(text).not.toContain(world.freshdesk.keys.agent);
    const { tickets, contacts } = world.freshdesk.store;
    const subjects = [...tickets.values()].map(({ subject }) => subject).filter(Boolean);
    const names = [...contacts.values()].map(({ name }) => name);
    expect([...subjects, ...names].filter((told) => text.includes(told))).toEqual([]);
  });
});

describe('calls', () => {
  it('are counted where they leave, with the cost Freshdesk names', async () => {
    const { world, ask } = await atWork();
    await quiet(world);
    const hoursNow = async () =>
      valueOf(await ask('diagnostics.view', {}, from.diagnostics)).hours.at(-1);
    // Connecting asked who the key belongs to.
    expect(await hoursNow()).toMatchObject({ list: 0, other: 1, cost: 1, refused: 0 });
    valueOf(await ask('ticket.view', { ref: OUTAGE }, from.alone));
    const view = world.freshdesk.requests.length;
    const before = await hoursNow();
    expect(before).toMatchObject({ list: 0, other: 1 + view });
    expect(before?.cost).toBe(1 + view + 3);
    // A connection that fails is tried once more.
    world.freshdesk.faults.add({ path: /4242/, cut: true });
    await ask('ticket.view', { ref: OUTAGE, refresh: true }, from.alone);
    expect((await hoursNow())?.other).toBe(3 + view);
  });

  it('are kept for two days by the hour, each account’s for itself', async () => {
    createWorld();
    let now = new Date('2026-03-04T15:20:00Z');
    const deps = {
      areas: createStorageAreas(),
      clock: () => now,
      logger: { info: () => {}, warn: () => {}, error: () => {} },
      machineTimeZone: 'UTC',
    };
    const calls = createCalls({ documents: createDocuments(deps), clock: () => now });
    const refused = { status: 429, headers: { 'x-ratelimit-used-currentrequest': '2' } };
    for (let hour = 0; hour < 60; hour += 1) {
      await calls.count(HOST, hour % 2 === 0 ? 'list' : 'other', refused);
      await calls.count('other.freshdesk.com', 'list', null);
      now = new Date(now.getTime() + HOUR_MS);
    }
    now = new Date(now.getTime() - HOUR_MS);
    await calls.count(HOST, 'list', { status: 200, headers: {} });
    const hours = await calls.hours(HOST);
    expect(hours).toHaveLength(48);
    expect(hours.at(-1)).toEqual({
      hour: '2026-03-07T02:00:00.000Z',
      list: 1,
      other: 1,
      cost: 3,
      refused: 1,
    });
    expect(hours[0]?.hour).toBe('2026-03-05T03:00:00.000Z');
    // A clock that was set back: hours that have not come are not kept.
    now = new Date('2026-03-06T10:00:00Z');
    await calls.count(HOST, 'list', null);
    expect((await calls.hours(HOST)).at(-1)?.hour).toBe('2026-03-06T10:00:00.000Z');
  });
});
