import { createStorageAreas } from '@/lib/background/storage/area';
import type { StoredDocument } from '@/lib/background/storage/document';
import { createDocuments, ticketKey } from '@/lib/background/storage/documents';
import { initialNotices, initialWorkingTime } from '@/lib/background/storage/schemas-working-time';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OUTAGE, valueOf } from './harness';

/*
 * What Steward has ever stored, as it was stored: each file of test/fixtures/storage/v<version>. Nothing in them is
 * ever changed, because somebody's browser still holds its like; a new version adds a file.
 */

type Sample = {
  readonly version: number;
  readonly name: string;
  readonly stored: { readonly version: number; readonly value: unknown };
};

const FOLDER = join(import.meta.dirname, '../../fixtures/storage');

const samples: readonly Sample[] = readdirSync(FOLDER).flatMap((folder) =>
  readdirSync(join(FOLDER, folder)).map((file) => ({
    version: Number(folder.slice(1)),
    name: file.replace(/\.json$/, ''),
    stored: JSON.parse(readFileSync(join(FOLDER, folder, file), 'utf8')),
  })),
);

/** What the next versions add to a value of an earlier one. */
const ADDED: Readonly<Record<string, object>> = {
  'settings 1': {
    workingTime: initialWorkingTime,
    incidentUpdateHours: null,
    notices: initialNotices,
  },
  'secrets 1': { github: null },
};

const logged: unknown[][] = [];
const note = (...parts: unknown[]) => void logged.push(parts);

type Kept = { readonly key: string; readonly document: StoredDocument<unknown> };

/** Documents whose loss a steward would notice, by the name of their samples. */
function kept(): Readonly<Record<string, Kept>> {
  const documents = createDocuments({
    areas: createStorageAreas(),
    clock: () => new Date('2026-03-04T15:00:00Z'),
    logger: { info: note, warn: note, error: note },
    machineTimeZone: 'UTC',
  });
  const of = <T>(key: string, document: StoredDocument<T>): Kept => ({
    key,
    document: document as StoredDocument<unknown>,
  });
  const ticket = ticketKey(OUTAGE);
  return {
    settings: of('settings', documents.settings),
    secrets: of('secrets', documents.secrets),
    outbox: of('outbox', documents.outbox),
    progress: of(`progress:${ticket}`, documents.progress(OUTAGE)),
    'cached-ticket': of(`ticket:${ticket}`, documents.ticket(ticket)),
    snoozes: of('snoozes', documents.snoozes),
    closings: of('closings', documents.closings),
  };
}

function keptAs(name: string): Kept {
  const found = kept()[name];
  if (found === undefined) throw new Error(`no document is stored as ${name}`);
  return found;
}

const inStorage = async (): Promise<Record<string, unknown>> =>
  await fakeBrowser.storage.local.get<Record<string, unknown>>(null);

beforeEach(() => {
  fakeBrowser.reset();
  logged.length = 0;
});

describe.each(samples)('$name as version $version stored it', ({ name, version, stored }) => {
  const expected = { ...ADDED[`${name} ${version}`] };
  const present = Array.isArray(stored.value)
    ? stored.value
    : { ...(stored.value as object), ...expected };

  it('is read in full, without a word of complaint', async () => {
    expect(stored.version).toBe(version);
    const { key, document } = keptAs(name);
    await fakeBrowser.storage.local.set({ [key]: stored });
    expect(valueOf(await document.read())).toEqual(present);
    expect(logged).toEqual([]);
    // Reading changes nothing, so that an older Steward can still read it.
    expect(await inStorage()).toEqual({ [key]: stored });
  });

  it('is stored in the present version by the next change, and read again', async () => {
    const { key, document } = keptAs(name);
    await fakeBrowser.storage.local.set({ [key]: stored });
    valueOf(await document.update((value) => structuredClone(value)));
    const newest = Math.max(...samples.filter((one) => one.name === name).map((s) => s.version));
    expect(await inStorage()).toEqual({ [key]: { version: newest, value: present } });
    expect(valueOf(await keptAs(name).document.read())).toEqual(present);
  });
});

it.each(Object.keys(kept()))('%s has a sample of the version that is stored now', async (name) => {
  const { key, document } = keptAs(name);
  const sample = samples.findLast((one) => one.name === name);
  const value = sample?.stored.value;
  valueOf(await document.replace(value));
  expect(await inStorage()).toEqual({ [key]: { version: sample?.version, value } });
});
