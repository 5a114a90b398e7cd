import * as z from 'zod';
import { failureSchema, instantSchema } from './schemas';

/**
 * How far an account has been read. Moments of Freshdesk's clock say where the reading stands; moments of the machine's
 * say only when to ask again, so that a wrong machine clock can delay a step and lose nothing.
 */
export const syncSchema = z.object({
  stage: z.enum(['never', 'loading', 'complete']),
  /** Tickets of the first load. */
  read: z.number().int().nonnegative(),
  /** Change time (Freshdesk's) of the first ticket read: where the first load began. */
  from: instantSchema.nullable(),
  /** Latest change (Freshdesk's) that was read: nothing before it is missing. */
  cursor: instantSchema.nullable(),
  /** Where a reading under way goes on; null: none is, the next begins at the cursor. */
  position: z
    .object({
      since: instantSchema,
      page: z.number().int().positive(),
      /** Ids of the page before in its order: neighbouring pages overlap. */
      before: z.array(z.number()),
      /** How often a moment of many changes was begun anew because its pages shifted meanwhile. */
      restarts: z.number().int().nonnegative(),
    })
    .nullable(),
  /** Readings in a row that found nothing new: from two on the time around the cursor need not be read again. */
  quiet: z.number().int().nonnegative(),
  /** More changed in the cursor's second than fits a page, and all of it was read. */
  crowded: z.boolean(),
  /** When (machine) Freshdesk last answered a step well, and when the last step was tried. */
  lastAt: instantSchema.nullable(),
  triedAt: instantSchema.nullable(),
  nextAt: instantSchema.nullable(),
  /** Steps in a row that failed. */
  failures: z.number().int().nonnegative(),
  /** The account refused the key: only new settings or a steward who asks start it again. */
  stopped: z.boolean(),
  /** Pages read in the minute that began then (machine). */
  burst: z.object({ at: instantSchema, pages: z.number() }).nullable(),
  /** When (machine) calls were made that no change asked for, within the last hour. */
  spare: z.array(instantSchema),
  /** Number of the kept ticket that was looked at last, to see whether it still exists. */
  checkedId: z.number().int().nonnegative(),
  /** How many of those calls were made in all: they take turns. */
  turn: z.number().int().nonnegative(),
  /** Tickets in a form that Steward does not know; they are missing in the list. */
  unreadable: z.array(z.number()),
  problem: failureSchema.nullable(),
});
export type SyncRecord = z.infer<typeof syncSchema>;
export type Position = NonNullable<SyncRecord['position']>;

export const initialSync: SyncRecord = {
  stage: 'never',
  read: 0,
  from: null,
  cursor: null,
  position: null,
  quiet: 0,
  crowded: false,
  lastAt: null,
  triedAt: null,
  nextAt: null,
  failures: 0,
  stopped: false,
  burst: null,
  spare: [],
  checkedId: 0,
  turn: 0,
  unreadable: [],
  problem: null,
};
