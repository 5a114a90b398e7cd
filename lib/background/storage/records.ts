import * as z from 'zod';
import {
  factsSchema,
  failureSchema,
  hostSchema,
  instantSchema,
  layoutSchema,
  refSchema,
  themeSchema,
} from './schemas';

/* Shapes that only the background knows. */

/** The agent's own key for one account, with who it belongs to as the account answered. */
export const secretsSchema = z.object({
  freshdesk: z
    .object({ host: hostSchema, key: z.string().min(1), agentName: z.string() })
    .nullable(),
  /** The steward's own GitHub token, with the login it answered to. */
  github: z.object({ token: z.string().min(1), login: z.string() }).nullable(),
});

/** A ticket as last read, with the outcome of the last try to read it. */
export const cachedTicketSchema = z
  .object({
    facts: factsSchema,
    fetchedAt: instantSchema,
    triedAt: instantSchema,
    transport: z.enum(['key', 'session']),
    problem: failureSchema.nullable(),
    /** Who spoke when, read when the stats were `said`; `exchange` is null when the thread is too long to be read. */
    thread: z.exactOptional(
      z.object({
        said: z.string(),
        exchange: z
          .array(z.object({ by: z.enum(['agent', 'requester']), at: z.string() }))
          .readonly()
          .nullable(),
      }),
    ),
  })
  .nullable();
export type CachedTicket = NonNullable<z.infer<typeof cachedTicketSchema>>;

/** Which tickets are in the cache and when each was last looked at. */
export const cacheIndexSchema = z.record(z.string(), instantSchema);

/** What Freshdesk tabs show, by the tab's number. */
export const tabsSchema = z.record(
  z.string(),
  z.object({
    host: hostSchema,
    ticket: refSchema.nullable(),
    theme: themeSchema,
    layout: layoutSchema,
  }),
);

/** Tabs in which a new issue is being written, by the tab's number. */
export const watchesSchema = z.record(
  z.string(),
  z.object({
    ref: refSchema,
    kind: z.enum(['incident', 'engineering']),
    repository: z.string(),
    title: z.string(),
    openedAt: instantSchema,
    /** The tab shows the form now: only from there does an issue's address mean a new issue. */
    onForm: z.boolean(),
  }),
);
export type Watch = z.infer<typeof watchesSchema>[string];

/** Until when each account asked to be left alone. */
export const pausesSchema = z.record(z.string(), instantSchema);

/** Each account's calls a minute as its last answer stated them. */
export const ratesSchema = z.record(
  z.string(),
  z.object({ remaining: z.number(), total: z.number(), at: instantSchema }),
);

/** What an account refused to tell and when, so that it is not asked at every turn. */
export const refusalsSchema = z.record(
  z.string(),
  z.object({ at: instantSchema, failure: failureSchema }),
);

const valuesSchema = z.object({
  type: z.exactOptional(z.string().nullable()),
  priority: z.exactOptional(z.literal([1, 2, 3, 4])),
  tags: z.exactOptional(z.array(z.string())),
});
/** Values of the keys a categorising writes; an absent key is not written. */
export type TicketValues = z.infer<typeof valuesSchema>;

/** A write to the outside: stored before it is tried, settled when its outcome is known. */
export const outboxSchema = z.array(
  z.object({
    id: z.string(),
    ref: refSchema,
    at: instantSchema,
    state: z.enum(['pending', 'done', 'failed', 'undone']),
    undoUntil: z.exactOptional(instantSchema),
    write: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('categorise'), before: valuesSchema, after: valuesSchema }),
      // Records of the first releases name no values from before.
      z.object({
        kind: z.literal('undo'),
        of: z.string(),
        before: z.exactOptional(valuesSchema),
        after: valuesSchema,
      }),
      z.object({ kind: z.literal('note'), url: z.string() }),
      // `closing` names the closing it belongs to.
      z.object({ kind: z.literal('close'), closing: z.string() }),
      z.object({ kind: z.literal('close-issue'), closing: z.string(), url: z.string() }),
    ]),
  }),
);
export type OutboxRecord = z.infer<typeof outboxSchema>[number];
export type OutboxWrite = OutboxRecord['write'];
