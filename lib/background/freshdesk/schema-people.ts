import * as z from 'zod';
import {
  customFieldsSchema,
  flagSchema,
  idSchema,
  instantSchema,
  listOf,
  orNull,
  textIdSchema,
  textSchema,
} from './schema-common.ts';

/** A requester. */
export const contactSchema = z.object({
  id: idSchema,
  name: orNull(z.string()),
  first_name: orNull(z.string()),
  last_name: orNull(z.string()),
  email: orNull(z.string()),
  phone: orNull(z.string()),
  mobile: orNull(z.string()),
  job_title: orNull(z.string()),
  language: orNull(z.string()),
  /** A Rails name such as `Eastern Time (US & Canada)`. */
  time_zone: orNull(z.string()),
  active: flagSchema,
  deleted: flagSchema,
  company_id: orNull(idSchema),
  tags: listOf(z.string()),
  custom_fields: customFieldsSchema,
  created_at: instantSchema,
  updated_at: instantSchema,
});

/** A company: the community that is supported. Its custom fields may hold the support hours a month. */
export const companySchema = z.object({
  id: idSchema,
  name: z.string().min(1),
  description: orNull(z.string()),
  note: orNull(z.string()),
  domains: listOf(z.string()),
  custom_fields: customFieldsSchema,
  created_at: instantSchema,
  updated_at: instantSchema,
});

/** An agent; rows of a list leave out `group_ids`. */
export const agentSchema = z.object({
  id: idSchema,
  /** 1 all tickets, 2 tickets of its groups, 3 its own: lists are silently shorter with 2 and 3. */
  ticket_scope: z.int(),
  type: orNull(z.string()),
  /** Day-pass agent. */
  occasional: flagSchema,
  /** About automatic assignment, not about being at work. */
  available: flagSchema,
  group_ids: listOf(idSchema),
  /** Absent in older accounts; false: the agent's key is switched off. */
  api_key_enabled: orNull(z.boolean()),
  contact: z.object({
    name: textSchema,
    email: orNull(z.string()),
    active: flagSchema,
    time_zone: orNull(z.string()),
  }),
  created_at: instantSchema,
  updated_at: instantSchema,
});

/** A group (administrators only). `business_hour_id` is a number here, a text in the business hours themselves. */
export const groupSchema = z.object({
  id: idSchema,
  name: z.string().min(1),
  description: orNull(z.string()),
  business_hour_id: orNull(textIdSchema),
  /** A number; yes or no in old accounts. */
  auto_ticket_assign: orNull(z.union([z.int(), z.boolean()])),
  /** Not in lists. */
  agent_ids: listOf(idSchema),
  created_at: instantSchema,
  updated_at: instantSchema,
});

/** A folder of canned responses; `canned_responses` only when one folder is viewed. */
export const cannedResponseFolderSchema = z.object({
  id: idSchema,
  name: z.string(),
  personal: flagSchema,
  responses_count: orNull(z.int().nonnegative()),
  canned_responses: listOf(z.object({ id: idSchema, title: z.string() })),
  created_at: instantSchema,
  updated_at: instantSchema,
});

/** A canned response; its placeholders (`{{ticket.requester.name}}`) come back unrendered. */
export const cannedResponseSchema = z.object({
  id: idSchema,
  title: z.string(),
  folder_id: orNull(idSchema),
  content: textSchema,
  content_html: textSchema,
  /** 0 all agents, 1 personal, 2 listed groups. */
  visibility: z.int(),
  group_ids: listOf(idSchema),
  created_at: instantSchema,
  updated_at: instantSchema,
});

export type Contact = z.infer<typeof contactSchema>;
export type FreshdeskCompany = z.infer<typeof companySchema>;
export type Agent = z.infer<typeof agentSchema>;
export type Group = z.infer<typeof groupSchema>;
