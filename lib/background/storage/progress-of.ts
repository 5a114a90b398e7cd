import type { TicketProgress, TicketRef } from '@/lib/contract/ticket';
import * as z from 'zod';
import type { StorageArea } from './area';
import type { StoredDocument } from './document';
import { progressSchema } from './schemas';

const presentSchema = z.object({ version: z.literal(1), value: progressSchema });

/** What was noted about tickets of an account, by ticket number: only those about which something is. */
export type ProgressOf = (host: string) => Promise<ReadonlyMap<number, TicketProgress>>;

/**
 * Reads what was noted about all tickets of an account at once. What is not of the present form goes through its own
 * document, which brings it to that form or keeps it aside.
 */
export function createProgressOf(deps: {
  readonly area: StorageArea;
  readonly documentOf: (ref: TicketRef) => StoredDocument<TicketProgress>;
}): ProgressOf {
  return async (host) => {
    const prefix = `progress:${host}:`;
    const keys = (await deps.area.keys()).filter((key) => key.startsWith(prefix));
    const stored = await deps.area.getMany(keys);
    const all = new Map<number, TicketProgress>();
    for (const key of keys) {
      const id = Number(key.slice(prefix.length));
      if (!Number.isSafeInteger(id)) continue;
      const present = presentSchema.safeParse(stored[key]);
      const progress = present.success
        ? { ok: true as const, value: present.data.value }
        : await deps.documentOf({ host, id }).read();
      if (progress.ok) all.set(id, progress.value);
    }
    return all;
  };
}
