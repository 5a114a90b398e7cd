import type { TicketFacts } from '@/lib/contract/ticket';
import * as z from 'zod';
import { factsSchema } from './schemas';

/* How the tickets of an account lie in storage: some to a key, so that one change does not write all of them anew. */

/** Few enough that a change is cheap to write, enough that thousands of tickets are read quickly. */
const TICKETS_A_SHARD = 16;

/** The list shows a subject and reckons with times: whatever else a ticket carries is cut to this. */
const MOST = {
  subject: 300,
  field: 200,
  fields: 60,
  tags: 60,
  ccEmails: 20,
  exchange: 200,
} as const;

const envelopeSchema = z.object({ version: z.literal(1), value: z.array(factsSchema) });

/** Where the tickets of an account begin among all keys. */
export function shardPrefix(host: string): string {
  return `tickets:${host}:`;
}

/** Key under which a ticket lies together with its neighbours. */
export function shardKey(host: string, id: number): string {
  return `${shardPrefix(host)}${Math.floor(id / TICKETS_A_SHARD)}`;
}

/** Set while an account's tickets cannot be trusted to be complete. */
export function damageKey(host: string): string {
  return `tickets-damaged:${host}`;
}

/** Shard as it is stored. */
export function shardOf(tickets: readonly TicketFacts[]): unknown {
  return { version: 1, value: tickets };
}

/** Tickets of a stored shard; null when it is not one that Steward writes. */
export function readShard(raw: unknown): readonly TicketFacts[] | null {
  const parsed = envelopeSchema.safeParse(raw);
  return parsed.success ? parsed.data.value : null;
}

/** A ticket as the list keeps it: without its first message, everything else cut to a sane length. */
export function clipped(facts: TicketFacts): TicketFacts {
  const fields = Object.entries(facts.customFields)
    .slice(0, MOST.fields)
    .map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, MOST.field) : value]);
  return {
    ...facts,
    descriptionText: '',
    subject: facts.subject.slice(0, MOST.subject),
    customFields: Object.fromEntries(fields),
    tags: facts.tags.slice(0, MOST.tags),
    ccEmails: facts.ccEmails.slice(0, MOST.ccEmails),
    ...(facts.exchange !== undefined && { exchange: facts.exchange.slice(-MOST.exchange) }),
  };
}

/** Whether two states of a ticket say the same, in whatever order their parts stand. */
export function sameFacts(a: TicketFacts, b: TicketFacts): boolean {
  const parts = (facts: TicketFacts) =>
    JSON.stringify(Object.entries(facts).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return parts(a) === parts(b);
}
