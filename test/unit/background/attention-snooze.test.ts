import { describe, expect, it } from 'vitest';
import { createAttentionWorld, listTicket, ref } from './attention-world';
import { errorOf } from './harness';

const ANSWERED = {
  firstRespondedAt: '2026-11-23T09:40:00Z',
  agentRespondedAt: '2026-11-23T09:40:00Z',
  requesterRespondedAt: '2026-11-23T09:50:00Z',
};

async function asleep() {
  const { world, ready, wake } = createAttentionWorld();
  const worker = await ready();
  const ticket = { ...listTicket(1, ANSWERED), categoryId: 'change' };
  world.put(ticket);
  await worker.snoozes.set(ref(1), '2026-11-23T12:00:00Z');
  return { world, wake, ticket, ...worker };
}

describe('a snooze', () => {
  it('is told to the pages, and ends at its time', async () => {
    const { world, snoozes, broadcasts } = await asleep();
    expect(broadcasts).toEqual(['list']);
    expect(await snoozes.all()).toEqual([{ ref: ref(1), until: '2026-11-23T12:00:00Z' }]);
    world.at('2026-11-23T11:59:59Z');
    expect(await snoozes.all()).toHaveLength(1);
    world.at('2026-11-23T12:00:00Z');
    expect(await snoozes.all()).toEqual([]);
  });

  it('ends early when the requester writes', async () => {
    const { world, refresh, snoozes, ticket } = await asleep();
    await refresh();
    expect(world.badge?.text).toBe('');
    const requesterRespondedAt = '2026-11-23T10:30:00Z';
    world.put({ ...ticket, facts: { ...ticket.facts, requesterRespondedAt } });
    world.at('2026-11-23T10:31:00Z');
    await refresh();
    expect(await snoozes.all()).toEqual([]);
    expect(world.badge?.text).toBe('1');
    expect(world.shown.map(({ content }) => content.title)).toEqual(['The requester wrote again']);
  });

  it('goes on when anything else happens to the ticket', async () => {
    const { world, snoozes, ticket } = await asleep();
    const updatedAt = '2026-11-23T10:30:00Z';
    world.put({ ...ticket, facts: { ...ticket.facts, updatedAt, agentRespondedAt: updatedAt } });
    expect(await snoozes.all()).toHaveLength(1);
  });

  it('is moved by another, and taken back by none', async () => {
    const { snoozes } = await asleep();
    await snoozes.set(ref(1), '2026-11-24T12:00:00Z');
    expect(await snoozes.all()).toEqual([{ ref: ref(1), until: '2026-11-24T12:00:00Z' }]);
    expect(await snoozes.set(ref(1), null)).toEqual({ ok: true, value: { until: null } });
    expect(await snoozes.parted()).toEqual({ asleep: [], back: [] });
  });

  it('is refused for a time that has passed or lies too far ahead, and for a ticket that is gone', async () => {
    const { snoozes } = await asleep();
    const refusal = async (id: number, until: string) => errorOf(await snoozes.set(ref(id), until));
    expect(await refusal(1, '2026-11-23T10:00:00Z')).toMatchObject({ code: 'invalid-input' });
    expect(await refusal(1, '2026-12-23T10:00:01Z')).toMatchObject({ code: 'invalid-input' });
    expect(await refusal(9, '2026-11-23T11:00:00Z')).toMatchObject({ code: 'not-found' });
    expect(await snoozes.all()).toHaveLength(1);
  });

  it('does not outlast a clock that was wrong when it was set', async () => {
    const { world, snoozes } = await asleep();
    world.at('2031-05-01T10:00:00Z');
    await snoozes.set(ref(1), '2031-05-20T10:00:00Z');
    world.at('2026-11-23T10:05:00Z');
    expect(await snoozes.all()).toEqual([]);
    await snoozes.set(ref(1), '2026-11-23T11:00:00Z');
    // An hour back or forth is a clock put right, or a journey.
    world.at('2026-11-23T09:30:00Z');
    expect(await snoozes.all()).toHaveLength(1);
  });

  it('is forgotten some days after its end', async () => {
    const { world, snoozes } = await asleep();
    world.put(listTicket(2));
    world.at('2026-11-24T12:00:00Z');
    await snoozes.set(ref(2), '2026-11-24T13:00:00Z');
    expect((await snoozes.parted()).back).toHaveLength(1);
    world.at('2026-12-01T12:00:00Z');
    await snoozes.set(ref(2), '2026-12-01T13:00:00Z');
    expect((await snoozes.parted()).back).toEqual([]);
  });

  it('can be set again when what was stored cannot be read', async () => {
    const { world, snoozes } = await asleep();
    await world.areas.local.set('snoozes', { version: 1, value: 'damaged' });
    expect(await snoozes.all()).toEqual([]);
    await snoozes.set(ref(1), '2026-11-23T12:00:00Z');
    expect(await snoozes.all()).toHaveLength(1);
  });
});
