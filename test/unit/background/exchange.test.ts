import { describe, expect, it } from 'vitest';
import { atWork, OUTAGE, valueOf, wake, type World } from './harness';

const THREAD = 'GET /tickets/4242/conversations';

type Entry = {
  readonly at: string;
  readonly incoming?: boolean;
  readonly private?: boolean;
  readonly source?: number;
};

/** The ticket's thread as given, and Freshdesk's stats of it, which count whatever is public. */
function thread(world: World, entries: readonly Entry[]): void {
  const { conversations } = world.freshdesk.store;
  const sample = [...conversations.values()][0];
  if (sample === undefined) throw new Error('nobody ever wrote');
  for (const [id, entry] of conversations) if (entry.ticket_id === 4242) conversations.delete(id);
  for (const [index, { at, ...rest }] of entries.entries()) {
    const plain = { incoming: false, private: false, source: 0, ...rest };
    const own = { id: 900_000 + index, ticket_id: 4242, created_at: at, updated_at: at, ...plain };
    conversations.set(own.id, { ...sample, ...own });
  }
  const spoken = (incoming: boolean) =>
    entries.filter((one) => (one.incoming ?? false) === incoming && one.private !== true);
  Object.assign(world.ticket(4242).stats, {
    first_responded_at: spoken(false)[0]?.at ?? null,
    agent_responded_at: spoken(false).at(-1)?.at ?? null,
    requester_responded_at: spoken(true).at(-1)?.at ?? null,
  });
}

/** Answers the conversations with marks of automatic entries, which the account's rules would set. */
function markAutomatic(world: World, at: string, marks: Record<string, unknown>): void {
  const { conversations } = world.freshdesk.store;
  const rows = [...conversations.values()].filter(({ ticket_id: id }) => id === 4242);
  world.hooks.answer = ({ url }) =>
    url.includes('/4242/conversations')
      ? Response.json(rows.map((row) => ({ ...row, ...(row.created_at === at && marks) })))
      : null;
}

const lookUps = (world: World) => world.requests().filter((line) => line.startsWith(THREAD));

async function facts(ask: Awaited<ReturnType<typeof atWork>>['ask']) {
  return valueOf(await ask('ticket.view', { ref: OUTAGE, refresh: true })).facts;
}

const at = (minute: number) => `2026-03-04T14:${String(minute).padStart(2, '0')}:00Z`;

describe('who spoke when', () => {
  it('is read with the first answer: one call for each change, none for a ticket without', async () => {
    const { world, ask } = await atWork();
    thread(world, [{ at: at(1), incoming: true }]);
    expect(await facts(ask)).not.toHaveProperty('exchange');
    expect(lookUps(world)).toEqual([]);
    thread(world, [{ at: at(1), incoming: true }, { at: at(9) }]);
    const expected = [
      { by: 'requester', at: at(1) },
      { by: 'agent', at: at(9) },
    ];
    expect((await facts(ask)).exchange).toEqual(expected);
    expect((await facts(wake(world).ask)).exchange).toEqual(expected);
    expect(lookUps(world)).toHaveLength(1);
    thread(world, [{ at: at(1), incoming: true }, { at: at(9) }, { at: at(12), incoming: true }]);
    expect((await facts(ask)).exchange).toHaveLength(3);
    expect(lookUps(world)).toHaveLength(1);
  });

  it.each<[string, Entry]>([
    ['a private note', { at: at(2), private: true, source: 2 }],
    ['a public note', { at: at(2), source: 2 }],
    ['a forward', { at: at(2), source: 8 }],
  ])('%s is no answer of the team', async (_, entry) => {
    const { world, ask } = await atWork();
    thread(world, [entry, { at: at(30) }]);
    expect(await facts(ask)).toMatchObject({
      firstRespondedAt: at(30),
      agentRespondedAt: at(30),
      exchange: [{ by: 'agent', at: at(30) }],
    });
    thread(world, [entry, { at: at(5), private: true, source: 2 }]);
    expect((await facts(ask)).firstRespondedAt).toBeNull();
  });

  it.each([{ automation_id: 7 }, { automation_type_id: 1 }, { auto_response: true }])(
    'an automatic answer is none of the team: %o',
    async (marks) => {
      const { world, ask } = await atWork();
      thread(world, [{ at: at(1) }, { at: at(20), incoming: true }]);
      markAutomatic(world, at(1), marks);
      expect(await facts(ask)).toMatchObject({
        firstRespondedAt: null,
        agentRespondedAt: null,
        exchange: [{ by: 'requester', at: at(20) }],
      });
    },
  );

  it('a colleague in copy speaks for the requester', async () => {
    const { world, ask } = await atWork();
    thread(world, [{ at: at(3) }, { at: at(8), incoming: true }]);
    for (const entry of world.freshdesk.store.conversations.values())
      if (entry.incoming && entry.ticket_id === 4242) entry.user_id = 90_000_009_999;
    expect((await facts(ask)).exchange?.at(-1)).toEqual({ by: 'requester', at: at(8) });
  });

  it('is left to Freshdesk’s word while the thread cannot be read, and looked for again', async () => {
    const { world, ask } = await atWork();
    thread(world, [{ at: at(2), source: 2 }]);
    world.freshdesk.faults.add({ path: /conversations/, status: 500, body: '{}', times: 1 });
    expect(await facts(ask)).toMatchObject({ firstRespondedAt: at(2) });
    expect(await facts(ask)).toMatchObject({ firstRespondedAt: null, exchange: [] });
  });

  it('is read from all pages of a long thread, and left alone in an endless one', async () => {
    const { world, ask } = await atWork();
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        at: new Date(Date.parse('2026-02-01T00:00:00Z') + index * 60_000)
          .toISOString()
          .replace('.000', ''),
        incoming: index % 2 === 0,
      }));
    thread(world, many(150));
    expect((await facts(ask)).exchange).toHaveLength(150);
    expect(lookUps(world)).toHaveLength(2);
    thread(world, many(301));
    expect(await facts(ask)).not.toHaveProperty('exchange');
    expect(lookUps(world)).toHaveLength(3);
    await facts(ask);
    expect(lookUps(world)).toEqual([]);
  });

  it('is not looked for on a closed ticket, nor on one thrown away', async () => {
    const { world, ask } = await atWork();
    thread(world, [{ at: at(2) }]);
    world.ticket(4242).status = 5;
    expect(await facts(ask)).not.toHaveProperty('exchange');
    Object.assign(world.ticket(4242), { status: 2, spam: true });
    expect(await facts(ask)).toMatchObject({ discarded: 'spam' });
    expect(lookUps(world)).toEqual([]);
  });
});
