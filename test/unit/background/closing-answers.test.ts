import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  closingsOf,
  later,
  press,
  readyToClose,
  soon,
  TEN_SECONDS,
  writes,
} from './closing-support';
import { errorOf, from, OUTAGE, valueOf, wake } from './harness';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('refused at once', () => {
  type Ready = Awaited<ReturnType<typeof readyToClose>>;
  it.each<[string, (ready: Ready) => unknown, string, RegExp]>([
    [
      'without a key',
      async ({ ask }) => await ask('settings.forgetFreshdeskKey', {}, from.options),
      'not-configured',
      /API key/,
    ],
    [
      'while it is open',
      ({ world }) => {
        world.ticket(4242).status = 3;
      },
      'conflict',
      /The ticket is Pending: the process closes tickets that are resolved/,
    ],
    [
      'when it is closed',
      ({ world }) => {
        world.ticket(4242).status = 5;
      },
      'conflict',
      /closed already/,
    ],
    [
      'before the wait is over',
      ({ world }) => {
        world.ticket(4242).stats.resolved_at = '2026-03-04T14:30:00Z';
      },
      'conflict',
      /not over yet/,
    ],
    [
      'before what the category asks for is done',
      ({ world }) => {
        world.ticket(4242).type = 'Change Request';
      },
      'conflict',
      /First: Decide/,
    ],
    [
      'when the account cannot be reached and nothing is known of the ticket',
      ({ world }) => world.freshdesk.faults.add({ path: /tickets/, status: 500 }),
      'unavailable',
      /try again/,
    ],
    [
      'when there is no such ticket',
      ({ world }) => {
        world.freshdesk.store.tickets.delete(4242);
      },
      'not-found',
      /deleted/,
    ],
  ])('%s', async (_, change, code, words) => {
    const ready = await readyToClose();
    await change(ready);
    const error = errorOf(await press(ready.ask));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(words);
    await later(ready.world, 60_000);
    expect(writes(ready.world)).toEqual([]);
  });

  it('for anybody but the list and its short form', async () => {
    const { ask } = await readyToClose();
    const input = { ref: OUTAGE, issueUrl: null };
    for (const sender of [from.sidebar, from.alone, from.options, from.content, from.diagnostics])
      expect(errorOf(await ask('ticket.close', input, sender)).code).toBe('not-authorised');
    expect(valueOf(await ask('ticket.close', input, from.popup)).state).toBe('waiting');
  });
});

describe('answers of Freshdesk', () => {
  const answered = async (
    fault: Parameters<
      Awaited<ReturnType<typeof readyToClose>>['world']['freshdesk']['faults']['add']
    >[0],
  ) => {
    const ready = await readyToClose();
    valueOf(await press(ready.ask));
    ready.world.freshdesk.faults.add({ method: 'PUT', times: 1, ...fault });
    await later(ready.world, TEN_SECONDS);
    const [closing] = await closingsOf(ready.ask);
    return { ...ready, closing, isClosed: ready.world.ticket(4242).status === 5 };
  };
  const json = (body: unknown) => ({
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

  it.each([
    [403, { code: 'access_denied', message: 'x' }, /does not let you/],
    [404, {}, /no such record/],
    [409, { description: 'x', errors: [{ message: 'locked' }] }, /locked/],
    [429, {}, /used up its calls/],
    [500, {}, /did not take the change/],
  ])('%i is said, and the ticket stays as it is', async (status, body, words) => {
    const { closing, isClosed, world } = await answered({ path: /4242/, status, ...json(body) });
    expect(closing?.state).toBe('failed');
    expect(closing?.problem).toMatch(/^Not closed\. /);
    expect(closing?.problem).toMatch(words);
    expect(isClosed).toBe(false);
    expect(writes(world)).toHaveLength(1);
  });

  it('fields that must be filled are named by their labels', async () => {
    const { store } = (await readyToClose()).world.freshdesk;
    const blank = store.fields.find(({ required_for_closure }) => required_for_closure);
    const errors = [{ field: 'cf_outcome', message: 'x', code: 'missing_field' }];
    const body = { description: 'Validation failed', errors };
    const { closing } = await answered({ path: /4242/, status: 400, ...json(body) });
    expect(closing?.problem).toMatch(/^Not closed\. Freshdesk wants these filled in first: “/);
    expect(closing?.problem).toContain(blank?.label ?? 'no such field');
  });

  it('a lost answer is settled by looking, not by sending again', async () => {
    const done = await answered({ path: /4242/, cutAfter: true });
    expect(done).toMatchObject({ isClosed: true, closing: { state: 'done', problem: null } });
    expect(writes(done.world)).toHaveLength(1);
    const lost = await answered({ path: /4242/, cut: true });
    expect(lost).toMatchObject({ isClosed: false, closing: { state: 'failed' } });
    expect(writes(lost.world)).toHaveLength(1);
  });

  it('a lost answer in a lost network is looked at again until it is known', async () => {
    const ready = await readyToClose();
    const { world, ask } = ready;
    valueOf(await press(ask));
    world.hooks.answer = (request) => {
      if (request.method !== 'PUT') return null;
      world.freshdesk.faults.add({ path: /tickets\/4242$/, cut: true });
      world.ticket(4242).status = 5;
      throw new TypeError('connection lost');
    };
    await later(world, TEN_SECONDS);
    expect(await closingsOf(ask)).toMatchObject([
      { state: 'sending', problem: expect.stringMatching(/looks again/) },
    ]);
    expect(world.alarms.get('closing')).toEqual(new Date(world.now().getTime() + 60_000));
    world.freshdesk.faults.clear();
    world.pass(60_000);
    const next = wake(world);
    next.listeners.alarm('closing');
    await soon();
    expect(await closingsOf(next.ask)).toMatchObject([{ state: 'done', problem: null }]);
    expect(world.alarms.has('closing')).toBe(false);
  });

  it('a rule of the account that sets another status is noticed', async () => {
    const ready = await readyToClose();
    valueOf(await press(ready.ask));
    ready.world.hooks.answer = (request) =>
      request.method === 'PUT' ? keptOpen(ready.world.ticket(4242)) : null;
    await later(ready.world, TEN_SECONDS);
    expect(await closingsOf(ready.ask)).toMatchObject([
      { state: 'failed', problem: expect.stringMatching(/kept another status/) },
    ]);
  });
});

/** The ticket as an update answers it, still resolved. */
function keptOpen(ticket: object): Response {
  return Response.json({ ...ticket, description_text: '' });
}
