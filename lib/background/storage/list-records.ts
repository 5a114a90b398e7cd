import * as z from 'zod';
import { failureSchema, instantSchema, refSchema } from './schemas';

/* What the list of all tickets keeps. */

/** How far an account has been read; `cursor` is a change time of Freshdesk's own clock. */
export const syncSchema = z.object({
  stage: z.enum(['never', 'loading', 'complete']),
  read: z.number().int().nonnegative(),
  /** Change time of the first ticket read: where the first load began. */
  from: instantSchema.nullable(),
  cursor: instantSchema.nullable(),
  lastAt: instantSchema.nullable(),
  nextAt: instantSchema.nullable(),
  problem: failureSchema.nullable(),
});
export type SyncRecord = z.infer<typeof syncSchema>;

export const initialSync: SyncRecord = {
  stage: 'never',
  read: 0,
  from: null,
  cursor: null,
  lastAt: null,
  nextAt: null,
  problem: null,
};

export const snoozesSchema = z.array(z.object({ ref: refSchema, until: instantSchema }));

/** Closings that were pressed, oldest first; what ended is kept a while, so that its outcome can be shown. */
export const closingsSchema = z.array(
  z.object({
    id: z.string(),
    ref: refSchema,
    issueUrl: z.string().nullable(),
    closesAt: instantSchema,
    state: z.enum(['waiting', 'sending', 'done', 'failed', 'undone']),
    problem: z.string().nullable(),
  }),
);
export type ClosingRecord = z.infer<typeof closingsSchema>[number];

/** What the steward has been told: by event, when. `showing` is a notice that may not have reached the screen. */
export const toldSchema = z.object({
  events: z.record(z.string(), instantSchema),
  showing: z
    .object({ id: z.string(), events: z.array(z.string()), refs: z.array(refSchema) })
    .nullable(),
});

/** Calls by clock hour, oldest first. */
export const callsSchema = z.array(
  z.object({
    host: z.string(),
    hour: instantSchema,
    list: z.number(),
    other: z.number(),
    cost: z.number(),
    refused: z.number(),
  }),
);
