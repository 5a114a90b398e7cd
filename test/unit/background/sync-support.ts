import type { StorageArea } from '@/lib/background/storage/area';
import type { ListView, SyncState } from '@/lib/contract/list';
import type { Account } from '../../sandbox/types';
import { expect } from 'vitest';
import { atWork, from, HOST, valueOf, type wake, type World } from './harness';

/* Time as the list of tickets lives through it: alarms that ring, workers that die, accounts with many tickets. */

export type Background = ReturnType<typeof wake>;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const turn = async () => await new Promise((resolve) => setTimeout(resolve, 0));

/** Waits until nothing has been asked of the account for some turns of the loop. */
export async function quiet(world: World, turns = 25): Promise<void> {
  let seen = -1;
  for (let still = 0; still < turns; still += 1) {
    if (world.freshdesk.requests.length !== seen) {
      seen = world.freshdesk.requests.length;
      still = 0;
    }
    await turn();
  }
}

/** The sync alarm rings; what it starts goes to its end. */
export async function ring(world: World, { listeners }: Background): Promise<void> {
  listeners.alarm('sync');
  await quiet(world);
}

/** Time passes, and the sync alarm rings when it is due; rings made meanwhile. */
export async function live(world: World, background: Background, ms: number): Promise<number> {
  const end = world.now().getTime() + ms;
  let rings = 0;
  for (;;) {
    const at = world.alarms.get('sync')?.getTime() ?? Number.POSITIVE_INFINITY;
    const next = Math.max(at, world.now().getTime());
    if (next > end) break;
    world.pass(next - world.now().getTime());
    // The browser takes an alarm off when it rings.
    world.alarms.delete('sync');
    rings += 1;
    await ring(world, background);
  }
  world.pass(end - world.now().getTime());
  return rings;
}

/** A steward looks at the list, at most as often as a page does. */
export async function look(world: World, { ask }: Background): Promise<SyncState> {
  world.pass(MINUTE_MS);
  const sync = valueOf(await ask('list.sync', {}, from.list));
  await quiet(world);
  return sync;
}

export async function viewOf({ ask }: Background): Promise<ListView> {
  return valueOf(await ask('list.view', {}, from.list));
}

export async function idsOf(background: Background): Promise<number[]> {
  const { tickets } = await viewOf(background);
  return tickets.map(({ facts }) => facts.ref.id).sort((a, b) => a - b);
}

/** Numbers of all tickets the account has open or resolved. */
export function openIds(world: World): number[] {
  return [...world.freshdesk.store.tickets.values()]
    .filter(({ status, deleted, spam }) => status !== 5 && !deleted && !spam)
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

/** Asks until every ticket has been read once. */
export async function loaded(world: World, background: Background): Promise<SyncState> {
  for (let steps = 0; steps < 200; steps += 1) {
    const sync = valueOf(await background.ask('list.sync', {}, from.list));
    if (sync.stage === 'complete') {
      await quiet(world);
      return sync;
    }
    world.pass(MINUTE_MS);
  }
  throw new Error('the first load does not end');
}

/** An account with a key, all of its tickets (and `many` more) read, and nothing new since long. */
export async function upToDate(account: Partial<Account> = {}, many = 0) {
  const { world, ...background } = await atWork({ account });
  world.freshdesk.store.seedMany(many);
  await loaded(world, background);
  await live(world, background, 30 * MINUTE_MS);
  world.requests();
  return { world, background };
}

/** Calls made since the last time, by what they ask for: `list`, `ticket 4242`, and so on. */
export function callsOf(world: World): string[] {
  return world.requests().map((line) => {
    const [path = '', query = ''] = line.replace('GET ', '').split('?');
    const parts = new URLSearchParams(query);
    const filter = parts.get('filter');
    if (path === '/tickets' && filter !== null) return `${filter} list`;
    if (path === '/tickets') return parts.has('include') ? 'full list' : 'list';
    return path.slice(1).replace('tickets/', 'ticket ');
  });
}

export type Step = <T>(work: () => Promise<T>) => Promise<T>;

/** A worker's whole surroundings, with every step it takes led through `step`. */
export function through(world: World, step: Step): World {
  const area = (of: StorageArea): StorageArea => ({
    get: async (key) => await step(async () => await of.get(key)),
    getMany: async (keys) => await step(async () => await of.getMany(keys)),
    set: async (key, value) => await step(async () => await of.set(key, value)),
    setMany: async (values) => await step(async () => await of.setMany(values)),
    remove: async (keys) => await step(async () => await of.remove(keys)),
    keys: async () => await step(async () => await of.keys()),
  });
  const { local, session } = world.areas;
  const network: typeof fetch = async (input, init) =>
    await step(async () => await world.network(input, init));
  return { ...world, network, areas: { local: area(local), session: area(session) } };
}

/** Dies at its `last` step: everything after it hangs for ever. */
export function mortal(last: number, when: 'before' | 'after') {
  const lived = { steps: 0 };
  const never = new Promise<never>(() => undefined);
  const step: Step = async (work) => {
    lived.steps += 1;
    if (lived.steps > last || (lived.steps === last && when === 'before')) return await never;
    const done = await work();
    return lived.steps >= last ? await never : done;
  };
  return { lived, step };
}

/** An instant as Freshdesk writes it. */
export const second = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;

/** One look in each of so many hours. */
export async function hours(world: World, background: Background, count: number): Promise<void> {
  for (let hour = 0; hour < count; hour += 1) {
    world.pass(HOUR_MS);
    await ring(world, background);
  }
}

export async function factsOf(background: Background, id: number) {
  const { tickets } = await viewOf(background);
  return tickets.find(({ facts }) => facts.ref.id === id)?.facts;
}

/** Another agent changes a ticket by the API. */
export async function change(world: World, id: number, body: object, path = '', method = 'PUT') {
  const response = await world.freshdesk.handler(
    new Request(`https://${HOST}/api/v2/tickets/${id}${path}`, {
      method,
      headers: {
        authorization: `Basic ${btoa(`${world.freshdesk.keys.cleo}:X`)}`,
        'content-type': 'application/json',
      },
      ...(method !== 'DELETE' && { body: JSON.stringify(body) }),
    }),
  );
  expect(response.ok).toBe(true);
  world.requests();
}
