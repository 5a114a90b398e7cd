import { createStorageAreas } from '@/lib/background/storage/area';
import { createDocument, type DocumentShape } from '@/lib/background/storage/document';
import { createKeyedQueue } from '@/lib/background/storage/queue';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod';
import { errorOf, valueOf } from './harness';

const NOW = new Date('2026-03-04T15:00:00Z');
const logged: unknown[][] = [];
const note = (...parts: unknown[]) => void logged.push(parts);
const logger = { info: note, warn: note, error: note };

/** A document whose shape has changed twice since version 1. */
const shape: DocumentShape<{ names: string[] }> = {
  what: 'the names',
  version: 3,
  schema: z.strictObject({ names: z.array(z.string()) }),
  migrations: {
    1: (old) => ({ name: z.string().parse(old) }),
    2: (old) => ({ names: [z.object({ name: z.string() }).parse(old).name] }),
  },
  initial: () => ({ names: [] }),
  unreadable: 'keep',
};

function open(change: Partial<DocumentShape<{ names: string[] }>> = {}) {
  const { local } = createStorageAreas();
  const deps = { area: local, queue: createKeyedQueue(), clock: () => NOW, logger };
  return createDocument(deps, 'names', { ...shape, ...change });
}

const raw = async () => await fakeBrowser.storage.local.get<Record<string, unknown>>(null);
const quarantineKey = `quarantine:names:${NOW.toISOString()}`;

beforeEach(() => {
  fakeBrowser.reset();
  logged.length = 0;
});

describe('a document', () => {
  it('starts with its initial value and stores nothing by being read', async () => {
    expect(valueOf(await open().read())).toEqual({ names: [] });
    expect(await raw()).toEqual({});
  });

  it('brings every older version to the present one', async () => {
    await fakeBrowser.storage.local.set({ names: { version: 1, value: 'Ana' } });
    expect(valueOf(await open().read())).toEqual({ names: ['Ana'] });
    await fakeBrowser.storage.local.set({ names: { version: 2, value: { name: 'Bo' } } });
    valueOf(await open().update(({ names }) => ({ names: [...names, 'Cleo'] })));
    expect(await raw()).toEqual({ names: { version: 3, value: { names: ['Bo', 'Cleo'] } } });
  });

  it.each([
    ['is not in our form', 'just text'],
    ['has a wrong part', { version: 3, value: { names: [1] } }],
    ['has a key too many', { version: 3, value: { names: [], extra: 1 } }],
    ['cannot be migrated', { version: 1, value: 5 }],
    ['is of an unknown version', { version: 99, value: { names: [] } }],
  ])('that %s is kept aside, reported, and never overwritten', async (_, broken) => {
    await fakeBrowser.storage.local.set({ names: broken });
    const error = errorOf(await open().read());
    expect(error.code).toBe('unexpected');
    expect(error.message).toContain('the names');
    expect(errorOf(await open().update(() => ({ names: ['lost'] }))).code).toBe('unexpected');
    // One copy, however often it is read.
    expect(await raw()).toEqual({ names: broken, [quarantineKey]: broken });
    expect(logged.length).toBeGreaterThan(0);
  });

  it('can be replaced knowingly, the raw form staying in quarantine', async () => {
    await fakeBrowser.storage.local.set({ names: 'broken' });
    valueOf(await open().replace({ names: ['Ana'] }));
    expect(valueOf(await open().read())).toEqual({ names: ['Ana'] });
    expect((await raw())[quarantineKey]).toBe('broken');
    await open().remove();
    expect(await raw()).toEqual({});
  });

  it('that is only a cache begins anew instead', async () => {
    await fakeBrowser.storage.local.set({ names: 'broken' });
    expect(valueOf(await open({ unreadable: 'discard' }).read())).toEqual({ names: [] });
    expect(Object.keys(await raw())).toEqual(['names']);
  });

  it('loses no change of commands that run at the same time', async () => {
    const document = open();
    const add = async (name: string) =>
      await document.update(({ names }) => ({ names: [...names, name] }));
    await Promise.all(Array.from({ length: 25 }, (_, index) => add(`n${index}`)));
    expect(valueOf(await document.read()).names).toHaveLength(25);
  });

  it('goes on after a change that throws', async () => {
    const document = open();
    const thrown = document.update(() => {
      throw new Error('a mistake');
    });
    await expect(thrown).rejects.toThrow('a mistake');
    expect(valueOf(await document.update(() => ({ names: ['x'] }))).names).toEqual(['x']);
  });

  it('says when the browser has no room', async () => {
    const { local } = createStorageAreas();
    const full = { ...local, set: () => Promise.reject(new Error('QUOTA_BYTES')) };
    const deps = { area: full, queue: createKeyedQueue(), clock: () => NOW, logger };
    const error = errorOf(await createDocument(deps, 'names', shape).replace({ names: [] }));
    expect(error.message).toContain('full');
  });

  it('with no room for a copy is reported all the same, and never overwritten', async () => {
    await fakeBrowser.storage.local.set({ names: 'broken' });
    const { local } = createStorageAreas();
    let room = false;
    const area: typeof local = {
      ...local,
      // Only the document itself still fits.
      set: async (key, value) => {
        if (!room && key.startsWith('quarantine:')) throw new Error('QUOTA_BYTES');
        await local.set(key, value);
      },
    };
    const deps = { area, queue: createKeyedQueue(), clock: () => NOW, logger };
    const document = createDocument(deps, 'names', shape);
    expect(errorOf(await document.read()).message).toContain('nothing was overwritten');
    expect(errorOf(await document.replace({ names: ['Ana'] })).message).toContain('full');
    expect(await raw()).toEqual({ names: 'broken' });
    room = true;
    valueOf(await document.replace({ names: ['Ana'] }));
    expect((await raw())[quarantineKey]).toBe('broken');
  });
});
