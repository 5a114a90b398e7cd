import { describe, expect, it } from 'vitest';
import { atWork, OUTAGE, valueOf, type World } from './harness';

const RESOLVED_AT = '2026-03-03T10:00:00Z';
const SURVEY_AT = '2026-03-03T11:00:00Z';
const THREAD = 'GET /tickets/4242/conversations';

/** The ticket resolved, its last entries from the requester as given, and Freshdesk's stats of them. */
function resolve(world: World, entries: readonly { at: string; source: number }[]): void {
  const ticket = world.ticket(4242);
  const { conversations } = world.freshdesk.store;
  for (const [id, entry] of conversations) if (entry.ticket_id === 4242) conversations.delete(id);
  const sample = [...conversations.values()].find(({ incoming }) => incoming);
  if (sample === undefined) throw new Error('nobody ever answered');
  for (const [index, { at, source }] of entries.entries()) {
    const id = 900_000 + index;
    const own = { id, ticket_id: 4242, source, private: false, created_at: at, updated_at: at };
    conversations.set(id, { ...sample, ...own });
  }
  ticket.status = 4;
  const last = entries.at(-1)?.at ?? null;
  Object.assign(ticket.stats, { resolved_at: RESOLVED_AT, requester_responded_at: last });
}

const lookUps = (world: World) => world.requests().filter((line) => line.startsWith(THREAD));

async function answeredAt(ask: Awaited<ReturnType<typeof atWork>>['ask']) {
  const view = valueOf(await ask('ticket.view', { ref: OUTAGE, refresh: true }));
  return view.facts.requesterRespondedAt;
}

describe('an answer to the satisfaction survey', () => {
  it('is no answer of the requester, and is looked for once', async () => {
    const { world, ask } = await atWork();
    const before = { at: '2026-03-02T10:00:00Z', source: 0 };
    resolve(world, [before, { at: SURVEY_AT, source: 6 }]);
    expect(await answeredAt(ask)).toBe(before.at);
    expect(await answeredAt(ask)).toBe(before.at);
    expect(lookUps(world)).toHaveLength(1);
  });

  it('may be all that ever came', async () => {
    const { world, ask } = await atWork();
    resolve(world, [{ at: SURVEY_AT, source: 6 }]);
    expect(await answeredAt(ask)).toBeNull();
  });

  it('does not hide a real answer that came with it', async () => {
    const { world, ask } = await atWork();
    const real = { at: '2026-03-03T11:05:00Z', source: 0 };
    resolve(world, [{ at: SURVEY_AT, source: 6 }, real]);
    expect(await answeredAt(ask)).toBe(real.at);
  });

  it('is not looked for on open tickets, or without an answer since resolving', async () => {
    const { world, ask } = await atWork();
    resolve(world, [{ at: '2026-03-02T10:00:00Z', source: 0 }]);
    expect(await answeredAt(ask)).toBe('2026-03-02T10:00:00Z');
    resolve(world, [{ at: SURVEY_AT, source: 6 }]);
    world.ticket(4242).status = 2;
    expect(await answeredAt(ask)).toBe(SURVEY_AT);
    expect(lookUps(world)).toEqual([]);
  });

  it('that cannot be told from a real one counts as Freshdesk says', async () => {
    const { world, ask } = await atWork();
    resolve(world, [{ at: SURVEY_AT, source: 6 }]);
    world.freshdesk.faults.add({ path: /conversations/, status: 500, body: '{}', times: 1 });
    expect(await answeredAt(ask)).toBe(SURVEY_AT);
    expect(await answeredAt(ask)).toBeNull();
  });
});
