import type { Settings, SidebarLayout } from '@/lib/contract/views';
import type { LinkedIssue, TicketFacts, TicketProgress, TicketRef } from '@/lib/contract/ticket';
import { ERROR_CODES, type Failure } from '@/lib/contract/result';
import * as z from 'zod';
import { noticesSchema, workingTimeSchema } from './schemas-working-time';

/* Shapes that are both stored and sent. Each is held to its type in lib/contract by `z.ZodType<…>`. */

/** ISO 8601 with `Z`. */
export const instantSchema = z.iso.datetime();

/** Account hosts: one label under freshdesk.com, lower case. */
export const hostSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}\.freshdesk\.com$/, 'use a host such as acme.freshdesk.com');

export const refSchema: z.ZodType<TicketRef> = z.strictObject({
  host: hostSchema,
  id: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});

const repositorySchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[\w.-]{1,100}$/, 'use owner/name');

/** Width limits of the sidebar in CSS pixels. */
export const WIDTH_PX = { least: 300, most: 520, usual: 360 } as const;

const layoutShape = {
  mode: z.enum(['beside', 'over']),
  widthPx: z.number().min(WIDTH_PX.least).max(WIDTH_PX.most),
  collapsed: z.boolean(),
};
export const layoutSchema: z.ZodType<SidebarLayout> = z.strictObject(layoutShape);
export const layoutChangeSchema: z.ZodType<Partial<SidebarLayout>> = z.strictObject({
  mode: z.exactOptional(layoutShape.mode),
  widthPx: z.exactOptional(layoutShape.widthPx),
  collapsed: z.exactOptional(layoutShape.collapsed),
});

export const themeSchema = z.enum(['light', 'dark']);

export const failureSchema: z.ZodType<Failure> = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  retryAt: z.exactOptional(instantSchema),
});

const maybeInstant = z.exactOptional(z.string().nullable());

export const factsSchema: z.ZodType<TicketFacts> = z.object({
  ref: refSchema,
  url: z.string(),
  subject: z.string(),
  descriptionText: z.string(),
  status: z.object({
    code: z.number(),
    label: z.string(),
    phase: z.enum(['open', 'resolved', 'closed']),
  }),
  type: z.string().nullable(),
  priority: z.literal([1, 2, 3, 4]),
  tags: z.array(z.string()),
  customFields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  groupName: z.string().nullable(),
  agentName: z.string().nullable(),
  requester: z
    .object({ id: z.number(), name: z.string().nullable(), email: z.string().nullable() })
    .nullable(),
  company: z.object({ id: z.number(), name: z.string() }).nullable(),
  ccEmails: z.array(z.string()),
  startedByTeam: z.exactOptional(z.literal(true)),
  discarded: z.exactOptional(z.enum(['spam', 'deleted'])),
  createdAt: z.string(),
  updatedAt: z.string(),
  firstRespondedAt: maybeInstant,
  agentRespondedAt: maybeInstant,
  requesterRespondedAt: maybeInstant,
  resolvedAt: maybeInstant,
  closedAt: maybeInstant,
  reopenedAt: maybeInstant,
  pendingSince: maybeInstant,
  exchange: z.exactOptional(
    z.array(z.object({ by: z.enum(['agent', 'requester']), at: z.string() })),
  ),
  freshdeskFirstResponseDueAt: z.string().nullable(),
  freshdeskResolutionDueAt: z.string().nullable(),
});

const linkedIssueSchema: z.ZodType<LinkedIssue> = z.object({
  kind: z.enum(['incident', 'engineering']),
  repository: z.string(),
  number: z.number().int().positive(),
  url: z.string(),
  title: z.string(),
  linkedAt: instantSchema,
  source: z.enum(['seen', 'pasted']),
});

export const progressSchema: z.ZodType<TicketProgress> = z.object({
  ref: refSchema,
  ticks: z.record(z.string(), z.object({ at: instantSchema, by: z.string() })),
  issues: z.array(linkedIssueSchema),
  timeboxStartedAt: instantSchema.nullable(),
  timeboxActiveMs: z.exactOptional(z.number().nonnegative()),
  timeboxActiveAt: z.exactOptional(instantSchema),
  issueOpenedAt: instantSchema.nullable(),
  answers: z.record(z.string(), z.string()),
});

/** Limits of the hours between two updates of an incident: a quarter of an hour to a week. */
export const UPDATE_HOURS = { least: 0.25, most: 168 } as const;

export const settingsSchema: z.ZodType<Settings> = z.strictObject({
  freshdeskHost: hostSchema.nullable(),
  stewardName: z.string().max(200),
  githubRepository: repositorySchema.nullable(),
  githubRepositoryIsPublic: z.boolean(),
  roster: z.array(z.string().min(1).max(200)).max(200),
  firstShiftStart: z.iso.date().nullable(),
  firstIncoming: z.string().nullable(),
  timeZone: z.string().min(1).max(100),
  handoverTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use a time such as 15:00'),
  budgetCompanyField: z.string().min(1).max(200).nullable(),
  budgetHoursByCompany: z.record(z.string(), z.number().min(0)),
  budgetDefaultHours: z.number().min(0).nullable(),
  workingTime: workingTimeSchema,
  incidentUpdateHours: z.number().min(UPDATE_HOURS.least).max(UPDATE_HOURS.most).nullable(),
  notices: noticesSchema,
});
