import type { Clock } from '@/lib/platform/clock';
import * as z from 'zod';
import type { CompanyNames, FreshdeskClient } from '../freshdesk/client';
import type { Documents } from '../storage/documents';
import { instantSchema } from '../storage/schemas';

/** Names of communities, which the list of tickets does not bring along. */
export type Companies = {
  /** As last read; asks for nothing. */
  readonly known: (host: string) => Promise<CompanyNames>;
  /**
   * Reads the names when they were never read or when one of `ids` is not among them: one call for a hundred, then only
   * what changed. Answers what is known then.
   */
  readonly names: (client: FreshdeskClient, ids: readonly number[]) => Promise<CompanyNames>;
};

/** A community without a name is looked for again after that long, not with every ticket of it. */
const PATIENCE_MS = 3_600_000;
/** What changed is asked for with this overlap: the machine's clock may be off. */
const OVERLAP_MS = 24 * 3_600_000;

const namesSchema = z.object({
  /** When the names were last asked for, and when that was last answered (null: never). */
  triedAt: instantSchema,
  readAt: instantSchema.nullable(),
  names: z.record(z.string(), z.string()),
});

/** Keeps the names of an account's companies. An agent who may not read them sees their numbers. */
export function createCompanies(deps: {
  readonly documents: Pick<Documents, 'answer'>;
  readonly clock: Clock;
}): Companies {
  const { documents, clock } = deps;
  const documentOf = (host: string) => documents.answer('local', `companies:${host}`, namesSchema);

  async function stored(host: string) {
    const cached = await documentOf(host).read();
    return cached.ok ? cached.value : null;
  }

  return {
    known: async (host) => (await stored(host))?.names ?? {},
    names: async (client, ids) => {
      const before = await stored(client.host);
      const names = before?.names ?? {};
      if (ids.every((id) => names[String(id)] !== undefined)) return names;
      const now = clock();
      const age = before === null ? Infinity : now.getTime() - Date.parse(before.triedAt);
      if (age >= 0 && age < PATIENCE_MS) return names;
      const readAt = before?.readAt ?? null;
      const since =
        readAt === null ? null : new Date(Date.parse(readAt) - OVERLAP_MS).toISOString();
      const read = await client.companyNames(since);
      const next = read.ok ? { ...names, ...read.value } : names;
      const triedAt = now.toISOString();
      await documentOf(client.host).replace({
        triedAt,
        readAt: read.ok ? triedAt : readAt,
        names: next,
      });
      return next;
    },
  };
}
