import * as z from 'zod';
import {
  customFieldsSchema,
  flagSchema,
  idSchema,
  instantSchema,
  listOf,
  orNull,
  textSchema,
} from './schema-common.ts';

const momentSchema = instantSchema.nullable().optional();

/**
 * What `include=stats` adds. An absent key stays absent (not known), null means that it has not happened.
 * `first_responded_at` is the first public reply of an agent, `agent_responded_at` the latest.
 */
export const ticketStatsSchema = z.object({
  agent_responded_at: momentSchema,
  requester_responded_at: momentSchema,
  first_responded_at: momentSchema,
  status_updated_at: momentSchema,
  reopened_at: momentSchema,
  resolved_at: momentSchema,
  closed_at: momentSchema,
  pending_since: momentSchema,
});

/** What `include=requester` adds. */
const embeddedRequesterSchema = z.object({
  id: idSchema,
  name: orNull(z.string()),
  email: orNull(z.string()),
});

/** What `include=company` adds; `{}` when the requester belongs to no company. */
const embeddedCompanySchema = z
  .object({ id: idSchema.nullish(), name: z.string().nullish() })
  .nullish()
  .transform((company) =>
    company?.id == null || company.name == null ? null : { id: company.id, name: company.name },
  );

/**
 * A ticket of any call: view, list, search, answer to an update. Lists leave out the description, and only a view
 * with `include` carries stats, requester and company.
 */
export const ticketSchema = z.object({
  id: idSchema,
  subject: textSchema,
  description: orNull(z.string()),
  description_text: orNull(z.string()),
  /** 2 Open, 3 Pending, 4 Resolved, 5 Closed; the account's own statuses follow from 6 on. */
  status: z.int(),
  priority: z.literal([1, 2, 3, 4]),
  source: z.int(),
  type: orNull(z.string()),
  requester_id: orNull(idSchema),
  responder_id: orNull(idSchema),
  group_id: orNull(idSchema),
  company_id: orNull(idSchema),
  product_id: orNull(idSchema),
  due_by: orNull(instantSchema),
  fr_due_by: orNull(instantSchema),
  nr_due_by: orNull(instantSchema),
  is_escalated: flagSchema,
  fr_escalated: flagSchema,
  spam: flagSchema,
  /** Only present on deleted tickets. */
  deleted: flagSchema,
  tags: listOf(z.string()),
  custom_fields: customFieldsSchema,
  cc_emails: listOf(z.string()),
  created_at: instantSchema,
  updated_at: instantSchema,
  stats: orNull(ticketStatsSchema),
  requester: orNull(embeddedRequesterSchema),
  company: embeddedCompanySchema,
});

/** One page of `/search/tickets`: 30 rows, and how many there are in all. */
export const ticketSearchPageSchema = z.object({
  total: z.int().nonnegative(),
  results: z.array(ticketSchema),
});

/** Entry of a ticket's thread; the first message of the ticket is not among them. */
export const conversationSchema = z.object({
  id: idSchema,
  ticket_id: idSchema,
  /** HTML, customers' markup included: hostile. */
  body: textSchema,
  body_text: textSchema,
  incoming: flagSchema,
  private: z.boolean(),
  user_id: orNull(idSchema),
  /** 0 reply, 2 note, 6 survey answer, 8 forward …; absent on the answer to a new note. */
  source: orNull(z.int()),
  /** Marks of what a rule of the account or somebody's absence wrote (recorded, 2022). */
  automation_id: orNull(z.unknown()),
  automation_type_id: orNull(z.unknown()),
  auto_response: flagSchema,
  from_email: orNull(z.string()),
  to_emails: listOf(z.string()),
  cc_emails: listOf(z.string()),
  created_at: instantSchema,
  updated_at: instantSchema,
});

const jsonSchema = z.json();

/** The shape of `choices` depends on the field's type and the account's age; `fieldNames` reads them. */
const choicesSchema = orNull(
  z.union([z.array(jsonSchema), z.record(z.string(), jsonSchema)], {
    error: 'expected a list or a map of choices',
  }),
);

const nestedLevelSchema = z.object({
  name: z.string().min(1),
  label: textSchema,
  level: z.int(),
});

/** One field of the ticket form. */
export const ticketFieldSchema = z.object({
  id: idSchema,
  /** `ticket_type`, `status`, `cf_…`; the ticket itself calls the first one `type`. */
  name: z.string().min(1),
  label: z.string(),
  type: z.string().min(1),
  position: orNull(z.int()),
  default: flagSchema,
  required_for_agents: flagSchema,
  required_for_closure: flagSchema,
  choices: choicesSchema,
  nested_ticket_fields: listOf(nestedLevelSchema),
});

/** Time logged on a ticket. */
export const timeEntrySchema = z.object({
  id: idSchema,
  ticket_id: idSchema,
  company_id: orNull(idSchema),
  agent_id: orNull(idSchema),
  billable: flagSchema,
  note: textSchema,
  timer_running: flagSchema,
  /** `hh:mm`, seconds cut off. */
  time_spent: z.string().regex(/^\d+:[0-5]\d$/, 'expected a time such as 01:15'),
  /** Since about 2022; exact. */
  time_spent_in_seconds: orNull(z.number().nonnegative()),
  /** A day logged in the UI: local midnight, shown in UTC. */
  executed_at: instantSchema,
  start_time: orNull(instantSchema),
  created_at: instantSchema,
  updated_at: instantSchema,
});

export type Ticket = z.infer<typeof ticketSchema>;
export type Conversation = z.infer<typeof conversationSchema>;
export type TicketField = z.infer<typeof ticketFieldSchema>;
export type TimeEntry = z.infer<typeof timeEntrySchema>;
