/** Shapes of the internal answers, as far as the page reads them. Absent and null are treated alike. */

export type Person = { id: number; name: string; email?: string | null; phone?: string | null };

export type Stats = {
  first_responded_at?: string | null;
  resolved_at?: string | null;
  closed_at?: string | null;
};

export type Ticket = {
  id: number;
  subject: string | null;
  description?: string | null;
  status: number;
  priority: number;
  source: number;
  type: string | null;
  requester_id: number;
  responder_id: number | null;
  group_id: number | null;
  company_id: number | null;
  tags: readonly string[];
  cc_emails?: readonly string[] | null;
  to_emails?: readonly string[] | null;
  support_email?: string | null;
  custom_fields: Readonly<Record<string, unknown>>;
  created_at: string;
  updated_at: string;
  due_by: string | null;
  fr_due_by: string | null;
  requester?: Person | null;
  company?: { id?: number; name?: string } | null;
  stats?: Stats | null;
};

export type Conversation = {
  id: number;
  body: string;
  body_text?: string;
  incoming: boolean;
  private: boolean;
  source: number;
  user_id: number | null;
  from_email?: string | null;
  support_email?: string | null;
  to_emails?: readonly string[] | null;
  cc_emails?: readonly string[] | null;
  created_at: string;
};

export type NestedChoices =
  | Readonly<Record<string, unknown>>
  | readonly (string | Readonly<Record<string, unknown>>)[];

export type TicketField = {
  id: number;
  name: string;
  label: string;
  type: string;
  position: number;
  required_for_agents?: boolean;
  required_for_closure?: boolean;
  choices?: unknown;
  nested_ticket_fields?: readonly { name: string; label: string; level: number }[];
};

export type Me = { name: string; csrfToken: string; signatureHtml: string };

export type CannedResponse = { id: number; title: string };

export type TimeEntry = {
  id: number;
  agent_id: number | null;
  note?: string | null;
  time_spent: string;
  billable?: boolean;
  executed_at?: string | null;
};

/** What the Update button sends: only what changed. */
export type TicketChange = Record<string, unknown>;

export type OutgoingMessage = {
  body: string;
  to_emails?: readonly string[];
  cc_emails?: readonly string[];
  private?: boolean;
  status?: number;
};
