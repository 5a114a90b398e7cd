import type { World } from './harness';

/* The browser may end the worker at any moment: a worker that dies at one of its reads, writes and calls. */

const never = new Promise<never>(() => undefined);

export type Step = <T>(work: () => Promise<T>) => Promise<T>;

/** A worker's whole surroundings, with every step it takes led through `step`. */
export function through(world: World, step: Step): World {
  const area = (of: World['areas']['local']): World['areas']['local'] => ({
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
  const step: Step = async (work) => {
    lived.steps += 1;
    if (lived.steps > last || (lived.steps === last && when === 'before')) return await never;
    const done = await work();
    return lived.steps >= last ? await never : done;
  };
  return { lived, step };
}
