import { initialNotices, initialWorkingTime } from '@/lib/background/storage/schemas-working-time';
import { describe, expect, it } from 'vitest';
import { createAttentionWorld, listTicket } from './attention-world';

const never = new Promise<void>(() => undefined);
const soon = async () => {
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
};

describe("outside the steward's hours", () => {
  it('says nothing, and tells what still stands in one notice when they begin', async () => {
    const { world, ready, wake } = createAttentionWorld();
    const { refresh } = await ready();
    world.at('2026-11-23T17:00:00Z');
    world.lastAt = '2026-11-23T16:59:00Z';
    world.put(listTicket(1, { createdAt: '2026-11-23T16:50:00Z' }));
    world.put(listTicket(2, { createdAt: '2026-11-23T16:55:00Z' }));
    await refresh();
    expect(world.shown).toEqual([]);
    expect(world.badge?.text).toBe('2');
    world.put(listTicket(3, { createdAt: '2026-11-23T20:00:00Z' }));
    world.take(2);
    world.at('2026-11-23T20:01:00Z');
    await wake().refresh();
    expect(world.shown).toEqual([]);
    // The first ticket turns due soon in the evening, which is no reason to wake anybody at night.
    while (world.now() < new Date('2026-11-24T09:00:00Z')) {
      world.at(world.alarm?.toISOString() ?? '');
      await wake().refresh();
    }
    expect(world.shown.map(({ at, content }) => [at, content.title])).toEqual([
      ['2026-11-24T09:00:00.000Z', '2 tickets need you'],
    ]);
    // The list was half a day old: it was brought up to date as a whole before.
    expect(world.runs).toBe(1);
  });

  it('keeps to hours across a change of the clocks, in a zone of the steward', async () => {
    const notices = { ...initialNotices, timeZone: 'Europe/Berlin' };
    const { world, ready } = createAttentionWorld({ notices });
    const { refresh } = await ready();
    // The Friday before the clocks go forward: 17:00 is 16:00 UTC; on Monday 09:00 is 07:00 UTC.
    world.at('2027-03-26T16:00:00Z');
    world.put(listTicket(1, { createdAt: '2027-03-26T15:59:00Z' }));
    await refresh();
    while (world.shown.length === 0) {
      world.at(world.alarm?.toISOString() ?? '');
      await refresh();
    }
    expect(world.shown[0]?.at).toBe('2027-03-29T07:00:00.000Z');
  });

  it('says nothing on a holiday of the team', async () => {
    const holidays = [{ date: '2026-11-23', name: 'Founding day' }];
    const { world, ready } = createAttentionWorld({
      workingTime: { ...initialWorkingTime, holidays },
    });
    const { refresh } = await ready();
    world.put(listTicket(1));
    await refresh();
    expect(world.shown).toEqual([]);
    world.at('2026-11-24T09:00:00Z');
    await refresh();
    expect(world.shown).toHaveLength(1);
  });

  it.each([
    ['overnight', { mon: [['22:00', '06:00']] as const }, '2026-11-24T05:59:00Z', 1],
    ['none at all', {}, '2026-11-24T10:00:00Z', 0],
  ])('understands hours: %s', async (_, hours, at, times) => {
    const { world, ready } = createAttentionWorld({ notices: { ...initialNotices, hours } });
    const { refresh } = await ready();
    world.put(listTicket(1));
    await refresh();
    expect(world.shown).toEqual([]);
    world.at(at);
    await refresh();
    expect(world.shown).toHaveLength(times);
  });
});

describe('while Freshdesk does not answer', () => {
  it('holds what is new, tries every five minutes, and tells once it answers', async () => {
    const { world, ready, wake } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(1), listTicket(2));
    world.answers = false;
    await refresh();
    expect(world.shown).toEqual([]);
    expect(world.alarm?.toISOString()).toBe('2026-11-23T10:05:00.000Z');
    // Other reasons to look are none to ask again.
    world.pass(1);
    await wake().refresh();
    expect(world.reread).toEqual([1]);
    world.pass(4);
    world.answers = true;
    world.doneElsewhere(1);
    await wake().refresh();
    expect(world.shown.map(({ content }) => content.message)).toEqual(['#2 Question 2\nEarth Lab']);
  });

  it('tells after an hour what it knows, and as of when', async () => {
    const { world, ready, wake } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(1));
    world.answers = false;
    await refresh();
    for (let minutes = 5; minutes < 60; minutes += 5) {
      world.pass(5);
      await wake().refresh();
    }
    expect(world.shown).toEqual([]);
    world.pass(5);
    await wake().refresh();
    expect(world.shown[0]?.content.message).toBe(
      '#1 Question 1\nEarth Lab\nAs of today 09:59: Freshdesk has not answered since.',
    );
  });

  it('has patience anew after the laptop slept, and after the clock was set back', async () => {
    const { world, ready, wake } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(1));
    world.answers = false;
    await refresh();
    world.at('2026-11-24T10:00:00Z');
    await wake().refresh();
    expect(world.shown).toEqual([]);
    world.at('2026-11-23T10:00:00Z');
    world.answers = true;
    await wake().refresh();
    expect(world.shown).toHaveLength(1);
  });
});

describe('a worker that dies', () => {
  it('before the notice is shown: the next one shows it, once', async () => {
    const { world, ready, wake } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(1));
    world.beforeShow = async () => await never;
    void refresh();
    await soon();
    expect(world.shown).toEqual([]);
    world.beforeShow = async () => {};
    await wake().refresh();
    await wake().refresh();
    expect(world.shown).toHaveLength(1);
  });

  it('after it was shown: the next one shows the same notice again, never a second', async () => {
    const { world, ready, wake } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(1));
    world.afterShow = async () => await never;
    void refresh();
    await soon();
    world.afterShow = async () => {};
    world.put(listTicket(2));
    await wake().refresh();
    expect(world.onScreen.size).toBe(1);
    expect(new Set(world.shown.map(({ id }) => id)).size).toBe(1);
    await wake().refresh();
    expect(world.shown).toHaveLength(2);
  });

  it('after it was shown, and the steward presses: it is known what about, and it does not come back', async () => {
    const { world, ready, wake } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(1));
    world.afterShow = async () => await never;
    void refresh();
    await soon();
    world.afterShow = async () => {};
    const next = wake();
    await next.pressed(world.shown[0]?.id ?? '', null);
    await next.refresh();
    expect(world.created[0]).toContain('/a/tickets/1');
    expect(world.shown).toHaveLength(1);
  });

  it('and a ticket done meanwhile: its notice leaves the screen and is never shown again', async () => {
    const { world, ready, wake } = createAttentionWorld();
    const { refresh } = await ready();
    const ticket = listTicket(1);
    world.put(ticket);
    world.afterShow = async () => await never;
    void refresh();
    await soon();
    world.afterShow = async () => {};
    world.take(1);
    await wake().refresh();
    expect(world.onScreen.size).toBe(0);
    world.put(ticket);
    await wake().refresh();
    expect(world.shown).toHaveLength(1);
  });
});

describe('looking again', () => {
  it('happens once more for any number of reasons that come meanwhile', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    const first = refresh();
    world.put(listTicket(1));
    await Promise.all([first, refresh(), refresh(), refresh()]);
    expect(world.badge?.text).toBe('1');
    expect(world.shown).toHaveLength(1);
  });

  it('happens within a day, whatever is due', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    await refresh();
    expect(world.alarm?.toISOString()).toBe('2026-11-24T10:00:00.000Z');
  });

  it('happens soon after a look that failed', async () => {
    const { world, ready } = createAttentionWorld();
    const { refresh } = await ready();
    world.put(listTicket(1));
    world.beforeShow = async () => {
      throw new Error('no notifications here');
    };
    await expect(refresh()).rejects.toThrow('no notifications here');
    expect(world.alarm?.toISOString()).toBe('2026-11-23T10:05:00.000Z');
    world.beforeShow = async () => {};
    await refresh();
    expect(world.shown).toHaveLength(1);
  });
});
