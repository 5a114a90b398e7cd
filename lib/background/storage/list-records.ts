import * as z from 'zod';
import { instantSchema, refSchema } from './schemas';

/* What the list of all tickets keeps. */

/**
 * Tickets put aside, one record each. `heardAt` is the requester's last message known when it was set, by Freshdesk's
 * clock: a later one ends it. What has ended stays a while, because a ticket that comes back is told of again.
 */
export const snoozesSchema = z.array(
  z.object({
    ref: refSchema,
    until: instantSchema,
    setAt: instantSchema,
    heardAt: z.string().nullable(),
  }),
);
export type SnoozeRecord = z.infer<typeof snoozesSchema>[number];

/** Closings that were pressed, oldest first; what ended is kept a while, so that its outcome can be shown. */
export const closingsSchema = z.array(
  z.object({
    id: z.string(),
    ref: refSchema,
    issueUrl: z.string().nullable(),
    closesAt: instantSchema,
    state: z.enum(['waiting', 'sending', 'done', 'failed', 'undone']),
    problem: z.string().nullable(),
    endedAt: z.exactOptional(instantSchema),
  }),
);
export type ClosingRecord = z.infer<typeof closingsSchema>[number];

const noticeSchema = z.object({
  id: z.string(),
  events: z.array(z.string()),
  refs: z.array(refSchema),
});
export type NoticeRecord = z.infer<typeof noticeSchema>;

/** What the steward has been told. */
export const toldSchema = z.object({
  /** By event, when it was told and of which ticket (`host:id`). */
  events: z.record(z.string(), z.object({ at: instantSchema, ticket: z.string() })),
  /** Tickets of these events that are not on the list any more (`host:id`), and since when. */
  gone: z.record(z.string(), instantSchema),
  /** A notice that may not have reached the screen. */
  showing: noticeSchema.nullable(),
  /** Notices that reached it, oldest first: what a press on one means must be known to a new worker too. */
  notices: z.array(noticeSchema),
  /** Freshdesk has not answered since then, so nobody is told; `triedAt` is the last try. */
  hold: z.object({ since: instantSchema, triedAt: instantSchema }).nullable(),
});
export type ToldRecord = z.infer<typeof toldSchema>;

export const initialTold: ToldRecord = {
  events: {},
  gone: {},
  showing: null,
  notices: [],
  hold: null,
};

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
