import { describe, expect, it } from 'vitest';
import { atWork, errorOf, from, OUTAGE, TAB, valueOf, wake, type World } from './harness';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

type Ask = Awaited<ReturnType<typeof atWork>>['ask'];

const start = async (ask: Ask) =>
  valueOf(await ask('ticket.startTimebox', { ref: OUTAGE, running: true }));
const word = async (ask: Ask, sender: Parameters<Ask>[2] = from.sidebar) =>
  valueOf(await ask('ticket.active', { ref: OUTAGE }, sender));

/** A steward on the ticket: a word every 20 seconds, for so many minutes. */
async function stay(world: World, ask: Ask, minutes: number): Promise<void> {
  for (let turn = 0; turn < minutes * 3; turn += 1) {
    world.pass(20 * SECOND_MS);
    await word(ask);
  }
}

const activeMs = async (ask: Ask) =>
  valueOf(await ask('ticket.view', { ref: OUTAGE })).progress.timeboxActiveMs;

describe('a running timebox', () => {
  it('counts the time on the ticket to the second, over ten deaths of the worker', async () => {
    const { world, ask } = await atWork();
    await start(ask);
    for (let death = 0; death < 10; death += 1) await stay(world, wake(world).ask, 3);
    const { progress, counted } = await word(ask);
    expect(counted).toBe(true);
    expect(Math.abs((progress.timeboxActiveMs ?? 0) - 30 * MINUTE_MS)).toBeLessThanOrEqual(
      SECOND_MS,
    );
    expect(progress.timeboxActiveAt).toBe(world.now().toISOString());
  });

  it('stands still while nobody says a word, and goes on from the next one', async () => {
    const { world, ask } = await atWork();
    await start(ask);
    await stay(world, ask, 5);
    world.pass(40 * MINUTE_MS);
    expect((await word(ask)).counted).toBe(false);
    await stay(world, ask, 2);
    expect(await activeMs(ask)).toBe(7 * MINUTE_MS);
  });

  it('counts a minute between two words, and not a second more', async () => {
    const { world, ask } = await atWork();
    await start(ask);
    world.pass(60 * SECOND_MS);
    expect(await word(ask)).toMatchObject({ counted: true });
    world.pass(60 * SECOND_MS + 1);
    expect(await word(ask)).toMatchObject({
      counted: false,
      progress: { timeboxActiveMs: MINUTE_MS },
    });
  });

  it('counts the same time once for two tabs', async () => {
    const { world, ask, raw } = await atWork();
    const report = { steward: 1, command: 'tab.report', input: { ticket: OUTAGE, theme: 'light' } };
    await raw(report, { ...from.content, tab: { id: TAB + 1 } });
    const second = { ...from.sidebar, tab: { id: TAB + 1 } };
    await start(ask);
    for (let turn = 0; turn < 30; turn += 1) {
      world.pass(7 * SECOND_MS);
      await word(ask);
      world.pass(13 * SECOND_MS);
      await Promise.all([word(ask, second), word(ask)]);
    }
    expect(await activeMs(ask)).toBe(10 * MINUTE_MS);
  });

  it('does not count while the machine is left alone', async () => {
    const { world, ask } = await atWork();
    await start(ask);
    await stay(world, ask, 1);
    world.inUse = false;
    await stay(world, ask, 9);
    expect(await activeMs(ask)).toBe(MINUTE_MS);
    world.inUse = true;
    await stay(world, ask, 2);
    // The first word of whoever came back only begins anew.
    expect(await activeMs(ask)).toBe(MINUTE_MS + 2 * MINUTE_MS - 20 * SECOND_MS);
  });

  it('survives a machine clock that is set back', async () => {
    const { world, ask } = await atWork();
    await start(ask);
    await stay(world, ask, 2);
    world.pass(-60 * MINUTE_MS);
    expect((await word(ask)).counted).toBe(false);
    await stay(world, ask, 1);
    expect(await activeMs(ask)).toBe(3 * MINUTE_MS);
  });

  it('begins from nothing when it is started anew, and not when start is pressed twice', async () => {
    const { world, ask } = await atWork();
    await start(ask);
    await stay(world, ask, 3);
    await start(ask);
    expect(await activeMs(ask)).toBe(3 * MINUTE_MS);
    const stopped = await ask('ticket.startTimebox', { ref: OUTAGE, running: false });
    expect(valueOf(stopped)).not.toHaveProperty('timeboxActiveMs');
    world.pass(20 * SECOND_MS);
    expect(await start(ask)).toMatchObject({
      timeboxStartedAt: world.now().toISOString(),
      timeboxActiveMs: 0,
    });
  });
});

describe('a word', () => {
  it('without a timebox counts nothing', async () => {
    const { ask } = await atWork();
    const { counted, progress } = await word(ask);
    expect(counted).toBe(false);
    expect(progress).not.toHaveProperty('timeboxActiveAt');
  });

  it('asks Freshdesk for nothing and makes no page read again', async () => {
    const { world, ask } = await atWork();
    await start(ask);
    world.requests();
    const before = [world.notices.length, world.tabNotices.length];
    await stay(world, ask, 5);
    expect(world.requests()).toEqual([]);
    expect([world.notices.length, world.tabNotices.length]).toEqual(before);
  });

  it('is taken from the sidebar of the ticket’s own tab only', async () => {
    const { ask } = await atWork();
    const other = { host: OUTAGE.host, id: 4207 };
    expect(errorOf(await ask('ticket.active', { ref: other })).code).toBe('conflict');
    expect(errorOf(await ask('ticket.active', { ref: OUTAGE }, from.list)).code).toBe(
      'not-authorised',
    );
  });
});
