import type { Result } from '@/lib/contract/result';
import type { Clock } from '@/lib/platform/clock';
import { ok } from '@/lib/platform/result';
import * as z from 'zod';
import type { FreshdeskClient } from '../freshdesk/client';
import { DEFAULT_NAMES, type FieldNames, fieldNames } from '../freshdesk/fields';
import { ticketFieldSchema, type TicketField } from '../freshdesk/schema';
import type { Documents } from '../storage/documents';
import { instantSchema } from '../storage/schemas';

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
  readonly clock: Clock;
}): Form {
  const { documents, clock } = deps;

  const fields: Form['fields'] = async (client, { fresh = false } = {}) => {
    const stored = documents.answer('local', `form:${client.host}`, cachedFormSchema);
    const cached = await stored.read();
    const known = cached.ok ? cached.value : null;
    const age = known === null ? Infinity : clock().getTime() - Date.parse(known.at);
    if (known !== null && !fresh && age < KEEP_MS) return ok(known.fields);
    const read = await client.ticketFields();
    if (!read.ok) return known !== null && !fresh ? ok(known.fields) : read;
    await stored.replace({ at: clock().toISOString(), fields: [...read.value] });
    return read;
  };

  return {
    fields,
    names: async (client) => {
      const read = await fields(client);
      return read.ok ? fieldNames(read.value) : DEFAULT_NAMES;
    },
  };
}
