import type { Result } from '@/lib/contract/result';
import type { Clock } from '@/lib/platform/clock';
import { ok } from '@/lib/platform/result';
import * as z from 'zod';
import type { FreshdeskClient } from '../freshdesk/client';
import { DEFAULT_NAMES, type FieldNames, fieldNames } from '../freshdesk/fields';
import { ticketFieldSchema, type TicketField } from '../freshdesk/schema';
import type { Documents } from '../storage/documents';
import { instantSchema } from '../storage/schemas';
import type { Refusals } from './refusals';
import { createSharing } from './sharing';

export type Form = {
  /** The account's ticket form; kept a day unless `fresh`. */
  readonly fields: (
    client: FreshdeskClient,
    options?: { readonly fresh?: boolean },
  ) => Promise<Result<readonly TicketField[]>>;
  /** Names for showing a ticket; Freshdesk's own ones when the form cannot be read. */
  readonly names: (client: FreshdeskClient) => Promise<FieldNames>;
};

const KEEP_MS = 24 * 3_600_000;

const cachedFormSchema = z.object({ at: instantSchema, fields: z.array(ticketFieldSchema) });

/** The ticket form changes rarely and names half of what a ticket shows: one call a day. */
export function createForm(deps: {
  readonly documents: Pick<Documents, 'answer'>;
  readonly refusals: Refusals;
  readonly clock: Clock;
}): Form {
  const { documents, refusals, clock } = deps;
  const shared = createSharing<Result<readonly TicketField[]>>();
  const documentOf = (host: string) => documents.answer('local', `form:${host}`, cachedFormSchema);

  async function load(client: FreshdeskClient): Promise<Result<readonly TicketField[]>> {
    const read = await client.ticketFields();
    if (!read.ok) {
      await refusals.remember(`form:${client.host}`, read.error);
      return read;
    }
    await documentOf(client.host).replace({ at: clock().toISOString(), fields: [...read.value] });
    return read;
  }

  async function stored(host: string) {
    const cached = await documentOf(host).read();
    return cached.ok ? cached.value : null;
  }

  const fields: Form['fields'] = async (client, { fresh = false } = {}) => {
    const known = await stored(client.host);
    const age = known === null ? Infinity : clock().getTime() - Date.parse(known.at);
    if (known !== null && !fresh && age < KEEP_MS) return ok(known.fields);
    const read = fresh
      ? await load(client)
      : await shared(client.host, async () => await load(client));
    return !read.ok && known !== null && !fresh ? ok(known.fields) : read;
  };

  return {
    fields,
    names: async (client) => {
      // Only for show: a form that could not be read is not asked for again with every ticket.
      if ((await refusals.recent(`form:${client.host}`)) !== null) {
        const known = await stored(client.host);
        return known === null ? DEFAULT_NAMES : fieldNames(known.fields);
      }
      const read = await fields(client);
      return read.ok ? fieldNames(read.value) : DEFAULT_NAMES;
    },
  };
}
