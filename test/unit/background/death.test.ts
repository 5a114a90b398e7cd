import { describe, expect, it } from 'vitest';
import { createWorld, from, OUTAGE, settled, valueOf, wake, type World } from './harness';
import { mortal, through } from './mortal';

/*
 * The browser may end the worker at any moment. Here it dies at each of its reads, writes and calls in turn, once just
 * before it and once just after, and the next worker has to make sense of what it finds.
 */

const CREATED = 'https://github.com/acme/hubs/issues/31';
/** Long enough for everything that a worker begins here; there are many of them. */
const soon = async () => await settled(20);
async function prepared(): Promise<World> {
  const world = createWorld();
  const { ask } = wake(world);
  const key = world.freshdesk.keys.agent;
  valueOf(await ask('settings.connectFreshdesk', { host: 'acme', key }, from.options));
  valueOf(await ask('issue.link', { ref: OUTAGE, kind: 'incident', url: CREATED }, from.alone));
  await settled();
  return world;
}

async function states(world: World): Promise<string[]> {
  const stored = await world.areas.local.get('outbox');
  const { value } = (stored ?? { value: [] }) as { value: { state: string }[] };
  return value.map(({ state }) => state);
}

type Press = (ask: ReturnType<typeof wake>['ask']) => Promise<unknown>;

const categorise: Press = async (ask) =>
  await ask('ticket.categorise', { ref: OUTAGE, categoryId: 'incident' }, from.alone);
const note: Press = async (ask) =>
  await ask('issue.note', { ref: OUTAGE, url: CREATED }, from.alone);

/** How many steps a press takes from a worker's start to its answer. */
async function lengthOf(press: Press): Promise<number> {
  const { lived, step } = mortal(Number.POSITIVE_INFINITY, 'after');
  await press(wake(through(await prepared(), step)).ask);
  return lived.steps;
}

const notesOf = (world: World) =>
  [...world.freshdesk.store.conversations.values()].filter(({ body }) => body.includes(CREATED));

const categorised = (world: World) => world.ticket(4242).type === 'Incident';
const noted = (world: World) => notesOf(world).length === 1;

describe.each([
  ['ticket.categorise', categorise, 'PUT', categorised],
  ['issue.note', note, 'POST', noted],
] as const)('%s by a worker that dies at any step', (_, press, method, isDone) => {
  it('is done once, and no write stays in doubt', async () => {
    const length = await lengthOf(press);
    expect(length).toBeGreaterThan(8);
    for (let last = 1; last <= length; last += 1)
      for (const when of ['before', 'after'] as const) {
        const world = await prepared();
        void press(wake(through(world, mortal(last, when).step)).ask);
        await soon();
        const next = wake(world);
        await soon();
        const inDoubt = (await states(world)).filter((state) => state === 'pending');
        const { ok: pressed } = (await press(next.ask)) as { ok: boolean };
        const sent = world.freshdesk.requests.filter((one) => one.method === method).length;
        expect({ last, when, inDoubt, pressed, sent, done: isDone(world) }).toEqual({
          last,
          when,
          inDoubt: [],
          pressed: true,
          sent: 1,
          done: true,
        });
      }
  }, 60_000);
});
