import type { CommandInput, CommandName, CommandOutput } from '@/lib/contract/commands';
import type { Span } from '../domain/oracle';
import { memoryArea } from './attention-world';
import { from, valueOf, wake, type World } from './harness';
import type { Random } from './quarter-random';

/*
 * A steward's laptop: alarms ring only while it is open, and those missed ring once when it opens. Workers end between
 * two alarms as browsers end them, and now and then in the middle of their work.
 */

const never = new Promise<never>(() => undefined);

/** What all workers are busy with. */
const activity = { begun: 0, running: 0 };

/** Until nothing has been read, written or asked for some turns of the loop. */
export async function settled(): Promise<void> {
  let seen = -1;
  for (let still = 0; still < 6; still += 1) {
    if (activity.begun !== seen || activity.running > 0) {
      seen = activity.begun;
      still = 0;
    }
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

/** A notice on the screen, with the keys of what it tells as the background remembers them. */
export type Told = {
  readonly id: string;
  readonly at: number;
  readonly title: string;
  readonly keys: readonly string[];
};

type Worker = ReturnType<typeof wake>;
type Notice = { id: string; events: string[] };
type Stored = { value: { notices: Notice[]; showing: Notice | null } };

export function createLaptop(base: World, zone: string, awake: readonly Span[], random: Random) {
  const world: World = {
    ...base,
    areas: { local: memoryArea(), session: memoryArea() },
    alarms: new Map(),
    onScreen: new Map(),
    shown: [],
    created: [],
    notices: [],
    tabNotices: [],
    asked: [],
    log: [],
    machineTimeZone: zone,
  };
  const counts = { alarms: 0, workers: 0, deaths: 0 };
  const told: Told[] = [];
  let life = { steps: 0, diesAfter: Infinity };
  let worker: Worker | null = null;

  function startWorker(): Worker {
    life.diesAfter = -1;
    const own = { steps: 0, diesAfter: Infinity };
    life = own;
    const step = async <T>(work: () => Promise<T>): Promise<T> => {
      own.steps += 1;
      if (own.steps > own.diesAfter) return await never;
      activity.begun += 1;
      activity.running += 1;
      try {
        return await work();
      } finally {
        activity.running -= 1;
      }
    };
    const through = (area: World['areas']['local']): World['areas']['local'] => ({
      get: async (key) => await step(async () => await area.get(key)),
      getMany: async (keys) => await step(async () => await area.getMany(keys)),
      set: async (key, value) => await step(async () => await area.set(key, value)),
      setMany: async (values) => await step(async () => await area.setMany(values)),
      remove: async (keys) => await step(async () => await area.remove(keys)),
      keys: async () => await step(async () => await area.keys()),
    });
    counts.workers += 1;
    const { local, session } = world.areas;
    return wake({
      ...world,
      areas: { local: through(local), session: through(session) },
      network: async (input, init) => await step(async () => await world.network(input, init)),
      get badge() {
        return world.badge;
      },
      set badge(badge) {
        world.badge = badge;
      },
    });
  }

  /** Notes which events were on a notice that has just come up. */
  async function hear(): Promise<void> {
    for (const { id, at, content } of world.shown.splice(0)) {
      const { value } = (await world.areas.local.get('told')) as Stored;
      const notice = [value.showing, ...value.notices].find((one) => one?.id === id);
      if (notice == null) throw new Error(`nobody knows what notice ${id} was about`);
      told.push({ id, at: at.getTime() / 1000, title: content.title, keys: notice.events });
    }
  }

  /** The living worker, or a new one. */
  async function livingWorker(): Promise<Worker> {
    worker ??= startWorker();
    await settled();
    await hear();
    return worker;
  }

  return {
    world,
    awake,
    told,
    counts,
    /** When the next alarm rings, given that the laptop is open now; browsers may be half a minute late. */
    nextRing(): number {
      const times = [...world.alarms.values()].map((at) => Math.ceil(at.getTime() / 1000));
      const first = Math.min(Infinity, ...times);
      return first + ((first * 7919) % 25);
    },
    /** Rings what is due; the names of it, none when the worker died over it. */
    async ring(now: number): Promise<readonly string[]> {
      const due = [...world.alarms].filter(([, at]) => at.getTime() / 1000 <= now);
      // Browsers end a worker after half a minute; some rings find one that still lives.
      if (random.chance(0.25)) worker = null;
      const living = await livingWorker();
      const dies = random.chance(0.03);
      if (dies) {
        life.diesAfter = life.steps + random.between(1, 60);
        counts.deaths += 1;
      }
      for (const [name] of due) {
        world.alarms.delete(name);
        counts.alarms += 1;
        living.listeners.alarm(name);
      }
      await settled();
      await hear();
      if (!dies) return due.map(([name]) => name);
      life.diesAfter = -1;
      worker = null;
      return [];
    },
    async ask<N extends CommandName>(
      command: N,
      input: CommandInput<N>,
      page: keyof typeof from = 'list',
    ): Promise<CommandOutput<N>> {
      const living = await livingWorker();
      const answer = valueOf(await living.ask(command, input, from[page]));
      await settled();
      await hear();
      return answer;
    },
  };
}

export type Laptop = ReturnType<typeof createLaptop>;
