import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CLOSE_WRITE,
  closingsOf,
  later,
  press,
  readyToClose,
  soon,
  TEN_SECONDS,
  undo,
  writes,
} from './closing-support';
import { errorOf, from, OUTAGE, valueOf, wake } from './harness';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('closing a ticket', () => {
  it('sends nothing for ten seconds, then closes it once and shows that everywhere', async () => {
    const { world, ask } = await readyToClose();
    valueOf(await ask('list.sync', {}, from.list));
    world.asked.length = 0;
    const closing = valueOf(await press(ask));
    expect(closing).toMatchObject({
      ref: OUTAGE,
      state: 'waiting',
      issueUrl: null,
      closesAt: new Date(world.now().getTime() + TEN_SECONDS).toISOString(),
    });
    await later(world, TEN_SECONDS - 1);
    expect(writes(world)).toEqual([]);
    expect(await closingsOf(ask)).toMatchObject([{ state: 'waiting' }]);
    await later(world, 1);
    expect(writes(world)).toEqual([CLOSE_WRITE]);
    expect(await closingsOf(ask)).toMatchObject([{ id: closing.id, state: 'done', problem: null }]);
    const { tickets } = valueOf(await ask('list.view', {}, from.list));
    expect(tickets.map(({ facts }) => facts.ref.id)).not.toContain(OUTAGE.id);
    expect(world.asked.map(({ message }) => message.request)).toContain('page.refreshTicket');
    expect(world.notices).toContainEqual({ steward: 1, changed: 'list' });
    const view = valueOf(await ask('ticket.view', { ref: OUTAGE }, from.alone));
    expect(view.facts.status.phase).toBe('closed');
    expect(world.alarms.has('closing')).toBe(false);
  });

  it('is one closing however often it is pressed', async () => {
    const { world, ask } = await readyToClose();
    const [first, second] = await Promise.all([press(ask), press(ask)]);
    const third = await press(ask);
    expect(new Set([first, second, third].map((one) => valueOf(one).id)).size).toBe(1);
    await later(world, TEN_SECONDS);
    expect(writes(world)).toEqual([CLOSE_WRITE]);
    expect(errorOf(await press(ask)).message).toMatch(/closed already/);
  });

  it('asks for the ticket anew, writes, and reads once more what an open sidebar shows', async () => {
    const { world, ask } = await readyToClose();
    valueOf(await press(ask));
    world.requests();
    await later(world, TEN_SECONDS);
    expect(world.requests().map((line) => line.replace(/\?.*/, ''))).toEqual([
      'GET /tickets/4242',
      'PUT /tickets/4242',
      'GET /tickets/4242',
    ]);
  });
});

describe('taking it back', () => {
  it('leaves the ticket alone, also after a restart', async () => {
    const { world, ask } = await readyToClose();
    const { id } = valueOf(await press(ask));
    await later(world, 9_999);
    expect(valueOf(await undo(ask, id)).state).toBe('undone');
    expect(world.alarms.has('closing')).toBe(false);
    await later(world, 60_000);
    const next = wake(world);
    await soon();
    expect(writes(world)).toEqual([]);
    expect(await closingsOf(next.ask)).toMatchObject([{ state: 'undone' }]);
    // Pressed twice, it is still taken back.
    expect(valueOf(await undo(next.ask, id)).state).toBe('undone');
    // And it can be pressed anew.
    expect(valueOf(await press(next.ask)).id).not.toBe(id);
  });

  it('wins over a closing that is still reading the ticket', async () => {
    const { world, ask } = await readyToClose();
    const { id } = valueOf(await press(ask));
    let taken: Promise<unknown> = Promise.resolve();
    world.hooks.answer = (request) => {
      if (request.method === 'GET') taken = undo(ask, id);
      return null;
    };
    await later(world, TEN_SECONDS);
    await taken;
    expect(writes(world)).toEqual([]);
    expect(await closingsOf(ask)).toMatchObject([{ state: 'undone' }]);
  });

  it('comes too late once the ticket is being closed, and says how to open it again', async () => {
    const { world, ask } = await readyToClose();
    const { id } = valueOf(await press(ask));
    let taken: ReturnType<typeof undo> | undefined;
    world.hooks.answer = (request) => {
      if (request.method === 'PUT') taken = undo(ask, id);
      return null;
    };
    await later(world, TEN_SECONDS);
    for (const answer of [await taken, await undo(ask, id)]) {
      const error = errorOf(answer ?? { ok: true, value: null });
      expect(error.code).toBe('conflict');
      expect(error.message).toMatch(/set its status to Open/);
    }
    expect(await closingsOf(ask)).toMatchObject([{ state: 'done' }]);
    expect(errorOf(await undo(ask, 'another')).code).toBe('not-found');
  });
});

describe('what came in between', () => {
  const inBetween = async (change: (ready: Awaited<ReturnType<typeof readyToClose>>) => void) => {
    const ready = await readyToClose();
    valueOf(await press(ready.ask));
    await later(ready.world, 5_000);
    change(ready);
    await later(ready.world, 5_000);
    const [closing] = await closingsOf(ready.ask);
    return { writes: writes(ready.world), closing };
  };

  it('an answer of the requester stops it', async () => {
    const { writes, closing } = await inBetween(({ world }) => {
      const email = world.freshdesk.store.contacts.get(world.ticket(4242).requester_id)?.email;
      world.freshdesk.receive({ from: email ?? '', body: 'It is back!', ticketId: 4242 });
    });
    expect(writes).toEqual([]);
    expect(closing).toMatchObject({
      state: 'failed',
      problem: 'Not closed. Ana answered at 15:00.',
    });
  });

  it('a colleague who opened it again stops it', async () => {
    const { writes, closing } = await inBetween(({ world }) => {
      world.ticket(4242).status = 2;
      world.ticket(4242).stats.reopened_at = '2026-03-04T15:00:04Z';
    });
    expect(writes).toEqual([]);
    expect(closing).toMatchObject({
      state: 'failed',
      problem: 'Not closed. The ticket is Open again.',
    });
  });

  it('a colleague who closed it has done the work', async () => {
    const { writes, closing } = await inBetween(({ world }) => {
      world.ticket(4242).status = 5;
    });
    expect(writes).toEqual([]);
    expect(closing).toMatchObject({ state: 'done', problem: expect.stringMatching(/^Somebody/) });
  });

  it('a ticket deleted meanwhile is left alone', async () => {
    const { writes, closing } = await inBetween(({ world }) => {
      world.ticket(4242).deleted = true;
    });
    expect(writes).toEqual([]);
    expect(closing).toMatchObject({ state: 'failed', problem: expect.stringMatching(/deleted/) });
  });
});
