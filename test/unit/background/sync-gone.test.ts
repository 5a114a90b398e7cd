import { describe, expect, it } from 'vitest';
import { from, OUTAGE, valueOf, wake } from './harness';
import {
  change,
  factsOf,
  hours,
  idsOf,
  live,
  look,
  mortal,
  openIds,
  quiet,
  second,
  through,
  upToDate,
} from './sync-support';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

describe('a ticket that leaves without a word', () => {
  it.each(['deleted', 'spam'] as const)('%s: is off the list within three hours', async (how) => {
    const { world, background } = await upToDate();
    world.pass(MINUTE_MS);
    Object.assign(world.ticket(4242), { [how]: true, updated_at: second(world.now()) });
    await live(world, background, 3 * HOUR_MS);
    expect(await factsOf(background, 4242)).toBeUndefined();
    expect(await idsOf(background)).toEqual(openIds(world));
  });

  it('comes back when it is restored', async () => {
    const { world, background } = await upToDate();
    world.pass(MINUTE_MS);
    await change(world, 4242, {}, '', 'DELETE');
    await live(world, background, 3 * HOUR_MS);
    expect(await factsOf(background, 4242)).toBeUndefined();
    await change(world, 4242, {}, '/restore');
    await look(world, background);
    expect(await factsOf(background, 4242)).toBeDefined();
  });

  it('erased, or out of the agent’s sight: is found in its turn', async () => {
    const { world, background } = await upToDate();
    const ids = await idsOf(background);
    world.freshdesk.store.tickets.delete(ids[3] ?? 0);
    world.freshdesk.store.tickets.delete(ids.at(-1) ?? 0);
    await hours(world, background, 2 * ids.length + 2);
    expect(await idsOf(background)).toEqual(openIds(world));
    world.freshdesk.account.ticketScope = 3;
    await hours(world, background, 2 * ids.length + 2);
    const mine = openIds(world).filter((id) => world.ticket(id).responder_id !== null);
    for (const id of await idsOf(background)) expect(mine).toContain(id);
  }, 30_000);

  it('is dropped when the sidebar finds it gone', async () => {
    const { world, background } = await upToDate();
    valueOf(await background.ask('ticket.view', { ref: OUTAGE }, from.alone));
    await quiet(world);
    world.freshdesk.store.tickets.delete(4242);
    await background.ask('ticket.view', { ref: OUTAGE, refresh: true }, from.alone);
    await quiet(world);
    expect(await factsOf(background, 4242)).toBeUndefined();
  });

  it('merged away is closed, and leaves as such', async () => {
    const { world, background } = await upToDate();
    const [one = 0] = openIds(world);
    const at = second(world.now());
    Object.assign(world.ticket(one), { status: 5, updated_at: at });
    await look(world, background);
    expect(await factsOf(background, one)).toBeUndefined();
  });
});

describe('workers that die while changes are read', () => {
  it('lose none of them, wherever they die', async () => {
    const lengths: number[] = [];
    for (let last = 1; last < 60; last += 3) {
      const { world } = await upToDate();
      const [one = 0, two = 0, three = 0] = openIds(world);
      for (const id of [one, two]) await change(world, id, { tags: ['changed'] });
      Object.assign(world.ticket(three), { status: 5, updated_at: second(world.now()) });
      const { step, lived } = mortal(last, last % 2 === 0 ? 'before' : 'after');
      world.pass(7 * MINUTE_MS);
      wake(through(world, step)).listeners.alarm('sync');
      await quiet(world, 15);
      lengths.push(lived.steps);
      const next = wake(world);
      await live(world, next, 10 * MINUTE_MS);
      expect(await idsOf(next)).toEqual(openIds(world));
      for (const id of [one, two]) expect((await factsOf(next, id))?.tags).toEqual(['changed']);
    }
    // Some of them lived through everything.
    expect(Math.min(...lengths)).toBeLessThan(10);
  }, 60_000);
});
