import * as z from 'zod';

/**
 * A process pack: the team's support process as data. Changing categories, clocks, steps, templates or the rota
 * means editing a pack, never a release. Strict: an unknown key is an error, so a typo cannot pass silently.
 */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens, starting with a letter');
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$|^24:00(:00)?$/, 'use a local time such as 09:00');
const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'use a date such as 2026-12-25');
const hours = z.array(z.tuple([clock, clock]));

const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'use a month and day such as 12-25');

/** Every weekend, the same days of each year, or some dates; both ends are included. */
const reducedDays = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weekends') }),
  z.strictObject({ kind: z.literal('yearly'), from: monthDay, to: monthDay }),
  z.strictObject({ kind: z.literal('dates'), from: localDate, to: localDate }),
]);

const calendarSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** IANA name; `team` stands for the zone in the team's settings. */
  timeZone: z.string().min(1),
  weeklyHours: z.strictObject({
    mon: hours.optional(),
    tue: hours.optional(),
    wed: hours.optional(),
    thu: hours.optional(),
    fri: hours.optional(),
    sat: hours.optional(),
    sun: hours.optional(),
  }),
  holidays: z.array(localDate).optional(),
  dateOverrides: z.record(localDate, hours).optional(),
  breaks: z.record(localDate, hours).optional(),
  /** Closed besides: days of reduced capacity on which working time stands still. */
  closedPeriods: z.array(reducedDays).optional(),
});

/** When fewer people work; `stop`: working time stands still, `run`: clocks go on and say that it is such a time. */
const reducedCapacitySchema = z.strictObject({
  id,
  name: z.string().min(1),
  days: reducedDays,
  clocks: z.enum(['run', 'stop']),
});

/** Instants that start, meet or restart a clock; each comes from the ticket's own history or its progress. */
export const CLOCK_FACTS = [
  'created',
  'categorised',
  'first-response',
  'last-agent-reply',
  'last-requester-reply',
  'reopened',
  'timebox-started',
  'issue-linked',
  'incident-issue-linked',
  'engineering-issue-linked',
  'resolved',
  'closed',
] as const;

const objectiveSchema = z.strictObject({
  id,
  /** Name of the clock ("First response"). */
  name: z.string().min(1),
  /** What the time left is for ("to answer"), read after "5 h 12 m left". */
  purpose: z.string().min(1),
  startsAt: z.enum(CLOCK_FACTS),
  /** The clock begins anew at the latest of these that comes after its start. */
  restartedBy: z.array(z.enum(CLOCK_FACTS)).optional(),
  /**
   * `deadline` (the default): to be met before the time is up. `wait`: nothing is late when the time is up,
   * it only says that something may be done then (closing a resolved ticket).
   */
  kind: z.enum(['deadline', 'wait']).optional(),
  /** The first of these that is known meets the objective. */
  metBy: z.array(z.enum(CLOCK_FACTS)).min(1),
  /** A hand tick of this step meets the objective too. */
  metByStep: id.optional(),
  targetMinutes: z.number().int().positive(),
  /**
   * A calendar's id, `always` for elapsed time, or `active` for the time a steward really spent on the ticket
   * (of clocks that start at `timebox-started`).
   */
  calendar: z.union([id, z.literal('always'), z.literal('active')]),
  /**
   * The clock stands still meanwhile. `pending`: Freshdesk's status Pending, since it was last set (earlier stretches
   * are not in Freshdesk's answers); `waiting-on-requester`: from a public answer to the requester's next message.
   */
  pausedWhile: z
    .array(z.enum(['pending', 'waiting-on-requester']))
    .min(1)
    .optional(),
  /** Due soon from this share of the target on (0 to 1). */
  warnAt: z.number().min(0).max(1),
  /** Only for tickets of these categories; absent: for all. */
  categories: z.array(id).optional(),
  /** Where the list of all tickets shows a ticket because of this clock; absent: the clock does not decide that. */
  lane: z.enum(['update-due', 'answer-due', 'unread', 'may-close']).optional(),
  /** Only while the ticket is in one of these phases; absent: in all. */
  phases: z.array(z.enum(['open', 'resolved', 'closed'])).optional(),
});

const categorySchema = z.strictObject({
  id,
  name: z.string().min(1),
  shortName: z.string().min(1),
  definition: z.string().min(1),
  examples: z.array(z.string().min(1)),
  /** What one press writes to the ticket. */
  set: z.strictObject({
    type: z.string().min(1).optional(),
    tags: z.array(z.string().min(1)).optional(),
    priority: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  }),
  /** Incidents never draw on the support budget. */
  drawsOnBudget: z.boolean(),
  checklist: id,
  /** A resolved ticket may only be closed once these steps are done (the incident report). */
  closeAfter: z.array(id).optional(),
});

/** When a step counts as done by evidence, without a tick. */
const evidenceSchema = z.enum([
  'created',
  'categorised',
  'first-response',
  'incident-issue-linked',
  'engineering-issue-linked',
  'reply-after-incident-issue',
  'reply-after-engineering-issue',
  'timebox-started',
  'resolved',
  'closed',
]);

const actionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('categorise') }),
  z.strictObject({ kind: z.literal('insert'), template: id }),
  z.strictObject({ kind: z.literal('open-issue'), issue: z.enum(['incident', 'engineering']) }),
  z.strictObject({ kind: z.literal('timebox'), minutes: z.number().int().positive() }),
  z.strictObject({ kind: z.literal('link'), url: z.url(), label: z.string().min(1) }),
]);

const stepSchema = z.strictObject({
  id,
  /** Where the process says so ("incident 2"). */
  source: z.string().min(1),
  title: z.string().min(1),
  help: z.string().min(1).optional(),
  /** Any one of these is enough. */
  evidence: z.array(evidenceSchema).min(1).optional(),
  /** Shown only for tickets of these categories; absent: for all. */
  categories: z.array(id).optional(),
  action: actionSchema.optional(),
});

const checklistSchema = z.strictObject({
  id,
  name: z.string().min(1),
  steps: z.array(stepSchema).min(1),
});

/** Values a template can name without asking the steward. */
export const TEMPLATE_VALUES = [
  'requester.firstName',
  'requester.name',
  'community.name',
  'ticket.id',
  'ticket.subject',
  'ticket.url',
  'steward.name',
  'incidentIssue.url',
  'engineeringIssue.url',
] as const;

const fieldSchema = z.strictObject({
  /** Name inside the braces of the body: one of `TEMPLATE_VALUES`, or a name of its own for a question. */
  name: z.string().regex(/^[a-z][A-Za-z0-9.]*$/),
  /** The question asked when the value is not known. */
  label: z.string().min(1),
  multiline: z.boolean().optional(),
});

const templateSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** `public` goes to the community, `private` is for the team's eyes. */
  audience: z.enum(['public', 'private']),
  /** For tickets of these categories; absent: for all. */
  categories: z.array(id).optional(),
  /**
   * The line before the body, written as a paragraph of it is. Left out where Freshdesk's editor already greets;
   * a greeting that stands in the body is always inserted.
   */
  greeting: z
    .string()
    .regex(/^[^\r\n]*\S[^\r\n]*$/, 'write the greeting in one line')
    .optional(),
  /** Paragraphs separated by an empty line; `{{name}}` for values; `[words](https://…)` for links. */
  body: z.array(z.string()),
  fields: z.array(fieldSchema),
});

/** Values an issue's title and sections can name besides `TEMPLATE_VALUES`; the first five are asked of the steward. */
export const ISSUE_VALUES = [
  'title',
  'hub',
  'summary',
  'impact',
  'nextSteps',
  'ticket.text',
  'timeline',
] as const;

const issueKindSchema = z.strictObject({
  titlePattern: z.string().min(1),
  labels: z.array(z.string().min(1)),
  /** Questions asked before the issue is opened; answers come back by these names. */
  fields: z.array(fieldSchema),
  /** Sections of the body in order; `keep` says which are cut first when the link would be too long (higher stays). */
  sections: z.array(
    z.strictObject({
      id,
      heading: z.string().min(1),
      content: z.string(),
      keep: z.number().int().min(0).max(9),
    }),
  ),
});

/** Shape of a pack file, version 1. */
export const packSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id,
  name: z.string().min(1),
  calendars: z.array(calendarSchema).min(1),
  reducedCapacity: z.array(reducedCapacitySchema).optional(),
  objectives: z.array(objectiveSchema),
  categories: z.array(categorySchema).min(1),
  incidentTest: z.array(z.strictObject({ id, question: z.string().min(1) })),
  /** Steps before a category is chosen. */
  triage: id,
  checklists: z.array(checklistSchema).min(1),
  templates: z.array(templateSchema),
  github: z.strictObject({
    repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
    incident: issueKindSchema,
    engineering: issueKindSchema,
  }),
  rotation: z.strictObject({
    shiftWeeks: z.number().int().positive(),
    stewardsOnDuty: z.number().int().positive(),
    rule: z.string().min(1),
  }),
  budget: z.strictObject({
    /** Support hours one engineer can give in a month. */
    hoursPerEngineer: z.number().positive(),
    /** Communities one engineer can sustainably serve. */
    communitiesPerEngineer: z.number().positive(),
  }),
});

export type Pack = z.infer<typeof packSchema>;
export type PackCalendar = Pack['calendars'][number];
export type Objective = Pack['objectives'][number];
export type ClockFact = (typeof CLOCK_FACTS)[number];
export type Category = Pack['categories'][number];
export type Evidence = z.infer<typeof evidenceSchema>;
export type Checklist = Pack['checklists'][number];
export type Step = Checklist['steps'][number];
export type StepAction = NonNullable<Step['action']>;
export type Template = Pack['templates'][number];
export type TemplateValue = (typeof TEMPLATE_VALUES)[number];
export type TemplateField = Template['fields'][number];
export type IssueValue = (typeof ISSUE_VALUES)[number];
export type IssueKind = Pack['github']['incident'];
