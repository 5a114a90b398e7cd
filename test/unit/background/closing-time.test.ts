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
import { valueOf, wake } from './harness';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const NOT_SENT = { state: 'failed', problem: expect.stringMatching(/slept.*close it again/) };

describe('time', () => {
  it('a worker that died over the ten seconds is followed by one that closes', async () => {
    const { world, ask } = await readyToClose();
    valueOf(await press(ask));
    expect(world.alarms.get('closing')).toEqual(new Date(world.now().getTime() + 30_000));
    // Its timer dies with it.
    vi.clearAllTimers();
    world.pass(30_000);
    const next = wake(world);
    next.listeners.alarm('closing');
    await soon();
    expect(writes(world)).toEqual([CLOSE_WRITE]);
    expect(await closingsOf(next.ask)).toMatchObject([{ state: 'done' }]);
  });

  it('a worker that is back within the ten seconds waits for their end', async () => {
    const { world, ask } = await readyToClose();
    const { id } = valueOf(await press(ask));
    vi.clearAllTimers();
    world.pass(4_000);
    const next = wake(world);
    await soon();
    expect(writes(world)).toEqual([]);
    await later(world, 5_999);
    expect(writes(world)).toEqual([]);
    await later(world, 1);
    expect(writes(world)).toEqual([CLOSE_WRITE]);
    expect(await closingsOf(next.ask)).toMatchObject([{ id, state: 'done' }]);
  });

  it.each([
    ['nine minutes', 9, { state: 'done', problem: null }],
    ['eleven minutes', 11, NOT_SENT],
    ['a night', 600, NOT_SENT],
  ])('a computer that slept %s over it', async (_, minutes, outcome) => {
    const { world, ask } = await readyToClose();
    valueOf(await press(ask));
    vi.clearAllTimers();
    world.pass(minutes * 60_000);
    const next = wake(world);
    next.listeners.alarm('closing');
    await soon();
    const [closing] = await closingsOf(next.ask);
    expect(closing).toMatchObject(outcome);
    expect(writes(world)).toEqual(outcome.state === 'done' ? [CLOSE_WRITE] : []);
  });

  it('a clock set back does not make it wait longer', async () => {
    const { world, ask } = await readyToClose();
    valueOf(await press(ask));
    world.pass(-1_800_000);
    await vi.advanceTimersByTimeAsync(TEN_SECONDS);
    await soon();
    expect(writes(world)).toEqual([CLOSE_WRITE]);
  });

  it('what ended is shown for an hour, and no more than fifty', async () => {
    const { world, ask } = await readyToClose();
    for (let time = 0; time < 53; time += 1) {
      const { id } = valueOf(await press(ask));
      valueOf(await undo(ask, id));
    }
    expect(await closingsOf(ask)).toHaveLength(50);
    world.pass(3_620_000);
    expect(await closingsOf(ask)).toEqual([]);
  });
});
