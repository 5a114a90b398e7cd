import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closingsOf, ISSUE_URL, press, readyToClose, soon, writes } from './closing-support';
import { wake, type World } from './harness';
import { mortal, through, type Step } from './mortal';

/*
 * A worker that dies at any step between the press on Close and the end of the closing: what was sent is never sent
 * again, what was shown as waiting comes to an end, and what that end says is true.
 */

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const TURNS = 30;

/** Presses with a worker whose steps go through `step`, and lets twelve seconds pass. */
async function closeWith(step: Step) {
  const ready = await readyToClose();
  const { ask } = wake(through(ready.world, step));
  const pressed = { answered: false };
  void press(ask, ISSUE_URL).then(() => {
    pressed.answered = true;
    return undefined;
  });
  await soon(TURNS);
  ready.world.pass(10_000);
  await vi.advanceTimersByTimeAsync(10_000);
  await soon(TURNS);
  return { ...ready, pressed };
}

async function unsettled(world: World) {
  const stored = (await world.areas.local.get('outbox')) as
    | { value: { state: string }[] }
    | undefined;
  return (stored?.value ?? []).filter(({ state }) => state === 'pending').length;
}

/** What the list says in the end, by how the closing ended. */
const NEVER_PRESSED = { state: undefined, says: 'nothing' };
const CLOSED = { state: 'done', says: 'nothing' };
const NOT_CLOSED = {
  state: 'failed',
  says: expect.stringMatching(/^Not closed\. Freshdesk did not take the change/),
};
const ISSUE_LEFT = expect.stringMatching(/but issue acme\/hubs#31 is not/);

it('dies at each step, before or after it: the closing ends, once and truthfully', async () => {
  const whole = mortal(Number.POSITIVE_INFINITY, 'after');
  await closeWith(whole.step);
  const length = whole.lived.steps;
  expect(length).toBeGreaterThan(40);
  const ends = { done: 0, failed: 0, notPressed: 0 };
  for (let last = 1; last <= length; last += 1)
    for (const when of ['before', 'after'] as const) {
      const { world, issue, pressed } = await closeWith(mortal(last, when).step);
      // Its timers die with it; the alarm, or whatever wakes the next worker, comes later.
      vi.clearAllTimers();
      world.pass(20_000);
      const next = wake(world);
      next.listeners.alarm('closing');
      await soon(TURNS);
      const [closing] = await closingsOf(next.ask);
      const ticketClosed = world.ticket(4242).status === 5;
      const puts = writes(world).filter((line) => line.startsWith('PUT')).length;
      const patches = issue.requests.filter((line) => line.startsWith('PATCH')).length;
      const story = {
        last,
        when,
        isDone: closing?.state === 'done',
        // Whoever was told that it waits finds it again.
        lost: pressed.answered && closing === undefined,
        state: closing?.state,
        inDoubt: await unsettled(world),
        sent: puts === Number(ticketClosed),
        patches: patches === Number(issue.state === 'closed'),
        says: closing?.problem ?? 'nothing',
      };
      const isDone = closing?.state === 'done';
      const end = closing === undefined ? NEVER_PRESSED : isDone ? CLOSED : NOT_CLOSED;
      const words = isDone && issue.state === 'open' ? ISSUE_LEFT : end.says;
      const expected = { lost: false, inDoubt: 0, sent: true, patches: true, isDone: ticketClosed };
      expect(story).toEqual({ ...expected, last, when, state: end.state, says: words });
      ends[closing === undefined ? 'notPressed' : isDone ? 'done' : 'failed'] += 1;
      // Where it was not closed it can be pressed again.
      expect((await press(next.ask)).ok).toBe(!ticketClosed);
      vi.clearAllTimers();
    }
  // Nearly every death is made good; only between the stored intent and the write the next worker must not send.
  expect(ends.done).toBeGreaterThan(length);
  expect(ends.failed).toBeLessThan(6);
  expect(ends.notPressed).toBeGreaterThan(4);
}, 120_000);
