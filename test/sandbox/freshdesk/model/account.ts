import type { FieldValue } from './ticket.ts';
import type { Iso } from './time.ts';

/** A person who works in the account. */
export type Agent = {
  id: number;
  name: string;
  email: string;
  admin: boolean;
  group_ids: number[];
  role_ids: number[];
  occasional: boolean;
  signature: string | null;
  time_zone: string;
  created_at: Iso;
  updated_at: Iso;
};

export type Group = {
  id: number;
  name: string;
  description: string;
  agent_ids: number[];
  created_at: Iso;
};

/** A requester. */
export type Contact = {
  id: number;
  name: string;
  email: string;
  phone: string | null;
  mobile: string | null;
  job_title: string | null;
  language: string;
  time_zone: string;
  company_id: number | null;
  active: boolean;
  tags: string[];
  custom_fields: Record<string, FieldValue>;
  created_at: Iso;
  updated_at: Iso;
};

/** A community. Names of custom fields carry no `cf_` prefix here (seen in recordings). */
export type Company = {
  id: number;
  name: string;
  description: string | null;
  note: string | null;
  domains: string[];
  custom_fields: Record<string, FieldValue>;
  created_at: Iso;
  updated_at: Iso;
};

/** Choices of a three-level field: first level to second level to third. */
export type NestedChoices = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** One ticket field; `choices` of statuses, agents and groups are filled in when it is shown. */
export type TicketField = {
  id: number;
  name: string;
  label: string;
  type: string;
  /** Null on custom fields. */
  description: string | null;
  required_for_agents: boolean;
  required_for_closure: boolean;
  customers_can_edit: boolean;
  displayed_to_customers: boolean;
  choices?: readonly string[] | Readonly<Record<string, number>> | NestedChoices;
  /** Names of levels 2 and 3 of a nested field. */
  levels?: readonly { id: number; name: string; label: string; level: 2 | 3 }[];
};

export type Status = {
  id: number;
  label: string;
  customerLabel: string;
  /** The resolution clock stands still while a ticket is in this status. */
  stopsClock: boolean;
};

export type CannedFolder = { id: number; name: string; personal: boolean; created_at: Iso };

/** `visibility`: 0 all agents, 1 personal, 2 listed groups. */
export type CannedResponse = {
  id: number;
  folder_id: number;
  title: string;
  content_html: string;
  visibility: 0 | 1 | 2;
  group_ids: number[];
  created_at: Iso;
  updated_at: Iso;
};

export type Weekday =
  | 'monday'
  | 'tuesday'
  | 'wednesday'
  | 'thursday'
  | 'friday'
  | 'saturday'
  | 'sunday';

/** Opening hours; minutes after local midnight; a missing day is closed. */
export type BusinessHours = {
  id: number;
  name: string;
  is_default: boolean;
  /** A Rails name such as `Eastern Time (US & Canada)`, not an IANA one. */
  time_zone: string;
  days: Partial<Record<Weekday, { openMinute: number; closeMinute: number }>>;
  created_at: Iso;
};

export type SlaTarget = {
  respondSeconds: number;
  resolveSeconds: number;
  nextRespondSeconds: number | null;
  businessHours: boolean;
};

/** First match by `position` wins (API reference, SLA policies). */
export type SlaPolicy = {
  id: number;
  name: string;
  description: string;
  is_default: boolean;
  position: number;
  targets: Record<1 | 2 | 3 | 4, SlaTarget>;
  applicable_to: { ticket_types?: readonly string[]; company_ids?: readonly number[] };
  created_at: Iso;
};
