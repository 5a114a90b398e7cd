import type { Result } from '@/lib/contract/result';
import type { Clock } from '@/lib/platform/clock';
import type { Logger } from '@/lib/platform/logger';
import { fail, ok } from '@/lib/platform/result';
import * as z from 'zod';
import type { StorageArea } from './area';
import type { KeyedQueue } from './queue';

/** Turns the value of version n into the value of version n + 1; may throw. */
export type Migration = (old: unknown) => unknown;

export type DocumentShape<T> = {
  /** What the document holds, in words, for a sentence ("your settings"). */
  readonly what: string;
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** By the version they start from. */
  readonly migrations: Readonly<Record<number, Migration>>;
  readonly initial: () => T;
  /** `discard` only for what can be fetched again: an unreadable cache is an empty cache. */
  readonly unreadable: 'keep' | 'discard';
};

export type StoredDocument<T> = {
  readonly read: () => Promise<Result<T>>;
  /** Serialised per key: `change` always sees what the change before it left. */
  readonly update: (change: (current: T) => T) => Promise<Result<T>>;
  /** Puts a complete value in place, also over one that cannot be read (whose raw form stays in quarantine). */
  readonly replace: (value: T) => Promise<Result<T>>;
  /** Takes the document away together with its quarantined raw forms. */
  readonly remove: () => Promise<void>;
};

export type DocumentDeps = {
  readonly area: StorageArea;
  readonly queue: KeyedQueue;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** `onlyCopy`: what lies there cannot be read, and there was no room to keep it aside. */
type Loaded<T> = { readonly result: Result<T>; readonly onlyCopy: boolean };

const envelopeSchema = z.object({ version: z.number().int().positive(), value: z.unknown() });

/**
 * One aggregate in storage under one key, as `{ version, value }`. Read = migrate, then parse. A value that cannot be
 * read is copied to `quarantine:<key>:<instant>`, reported, and never overwritten by defaults.
 */
export function createDocument<T>(
  deps: DocumentDeps,
  key: string,
  shape: DocumentShape<T>,
): StoredDocument<T> {
  const { area, queue, clock, logger } = deps;
  const prefix = `quarantine:${key}:`;

  const readable = (value: T): Loaded<T> => ({ result: ok(value), onlyCopy: false });

  /** Keeps a raw form aside, once; false when there is no room for it. */
  async function keepAside(raw: unknown): Promise<boolean> {
    const text = JSON.stringify(raw);
    for (const other of await area.keys())
      if (other.startsWith(prefix) && JSON.stringify(await area.get(other)) === text) return true;
    try {
      await area.set(`${prefix}${clock().toISOString()}`, raw);
      return true;
    } catch {
      return false;
    }
  }

  async function quarantine(raw: unknown, why: string): Promise<Loaded<T>> {
    if (shape.unreadable === 'discard') return readable(shape.initial());
    const kept = await keepAside(raw);
    logger.error(`The stored document ${key} cannot be read.`, why);
    const result = fail(
      'unexpected',
      `Steward cannot read ${shape.what} (${why}); ${kept ? 'a copy is kept and ' : ''}nothing was overwritten.`,
    );
    return { result, onlyCopy: !kept };
  }

  async function load(): Promise<Loaded<T>> {
    const raw = await area.get(key);
    if (raw == null) return readable(shape.initial());
    const envelope = envelopeSchema.safeParse(raw);
    if (!envelope.success) return await quarantine(raw, 'it is not in a form Steward writes');
    let { version, value } = envelope.data;
    if (version > shape.version)
      return await quarantine(raw, 'a newer version of Steward wrote it');
    try {
      for (; version < shape.version; version += 1) {
        const migrate = shape.migrations[version];
        if (migrate === undefined) return await quarantine(raw, `version ${version} is not known`);
        value = migrate(value);
      }
    } catch {
      return await quarantine(raw, `it could not be brought from version ${version} to the next`);
    }
    const parsed = shape.schema.safeParse(value);
    if (parsed.success) return readable(parsed.data);
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    return await quarantine(raw, `its part “${where}” is not as expected`);
  }

  const noRoom = (): Result<never> =>
    fail('unexpected', `The browser could not store ${shape.what}: its storage is full.`);

  async function store(value: T): Promise<Result<T>> {
    try {
      await area.set(key, { version: shape.version, value });
      return ok(value);
    } catch {
      return noRoom();
    }
  }

  return {
    read: async () => (await queue(key, load)).result,
    update: async (change) =>
      await queue(key, async () => {
        const { result: current } = await load();
        if (!current.ok) return current;
        const next = change(current.value);
        return next === current.value ? current : await store(next);
      }),
    replace: async (value) =>
      await queue(key, async () => {
        const { onlyCopy } = await load();
        // What could not be copied would be lost for good.
        if (onlyCopy) return noRoom();
        return await store(value);
      }),
    remove: async () => {
      await queue(key, async () => {
        const keys = shape.unreadable === 'keep' ? await area.keys() : [];
        await area.remove([key, ...keys.filter((other) => other.startsWith(prefix))]);
      });
    },
  };
}
