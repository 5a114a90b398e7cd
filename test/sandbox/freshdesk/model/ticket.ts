import type { Iso } from './time.ts';

/** A value of a custom field; nested levels are separate keys (API reference, tickets). */
export type FieldValue = string | number | boolean | null;

/** What `include=stats` shows; instants or null. */
export type TicketStats = {
  agent_responded_at: Iso | null;
  requester_responded_at: Iso | null;
  first_responded_at: Iso | null;
  status_updated_at: Iso | null;
  reopened_at: Iso | null;
  resolved_at: Iso | null;
  closed_at: Iso | null;
  pending_since: Iso | null;
};

/** The two dates the SLA sets; the third, `nr_due_by`, waits for the next reply. */
export type DueDates = { due_by: Iso | null; fr_due_by: Iso | null };

/** Attachment as it stands on a ticket or a conversation. */
export type Attachment = {
  id: number;
  name: string;
  content_type: string;
  size: number;
  attachment_url: string;
  created_at: Iso;
  updated_at: Iso;
};

/** A ticket as the stand-in keeps it: the names of the API, plus what the API does not show. */
export type Ticket = DueDates & {
  id: number;
  subject: string;
  description: string;
  status: number;
  priority: 1 | 2 | 3 | 4;
  source: number;
  type: string | null;
  requester_id: number;
  responder_id: number | null;
  group_id: number | null;
  company_id: number | null;
  product_id: number | null;
  email_config_id: number | null;
  cc_emails: string[];
  fwd_emails: string[];
  reply_cc_emails: string[];
  to_emails: string[] | null;
  support_email: string | null;
  spam: boolean;
  deleted: boolean;
  tags: string[];
  custom_fields: Record<string, FieldValue>;
  attachments: Attachment[];
  nr_due_by: Iso | null;
  is_escalated: boolean;
  fr_escalated: boolean;
  nr_escalated: boolean;
  sentiment_score: number | null;
  created_at: Iso;
  updated_at: Iso;
  stats: TicketStats;
  watcher_ids: number[];
  /** Open-hours seconds spent in statuses that stop the clock; shifts the resolution date. */
  pausedOpenSeconds: number;
  /** Until `untilMs` the API still shows these dates: the SLA job has not run yet. */
  staleDues: (DueDates & { untilMs: number }) | null;
};

/** Entry of a ticket's thread. `source`: 0 reply, 2 note, 6 survey feedback, 8 forward. */
export type Conversation = {
  id: number;
  ticket_id: number;
  body: string;
  incoming: boolean;
  private: boolean;
  user_id: number | null;
  source: number;
  /** 1 incoming mail, 2 private or system note, 3 agent's reply, 7 survey (seen in recordings). */
  category: number;
  support_email: string | null;
  from_email: string | null;
  to_emails: string[];
  cc_emails: string[];
  bcc_emails: string[] | null;
  attachments: Attachment[];
  created_at: Iso;
  updated_at: Iso;
  last_edited_at: Iso | null;
  last_edited_user_id: number | null;
};

/** A reply that an agent has begun; one per ticket and agent. */
export type Draft = {
  ticket_id: number;
  agent_id: number;
  body: string;
  cc_emails: string[];
  saved_at: Iso;
};

/** Time entry; the running part of a timer is not in `seconds`. */
export type TimeEntry = {
  id: number;
  ticket_id: number;
  company_id: number | null;
  agent_id: number;
  billable: boolean;
  note: string;
  timer_running: boolean;
  seconds: number;
  executed_at: Iso;
  start_time: Iso;
  created_at: Iso;
  updated_at: Iso;
};

/** Why a mail left. */
export type MailCause =
  | 'reply'
  | 'public-note'
  | 'note-notification'
  | 'forward'
  | 'survey'
  | 'outbound-ticket';

/** A mail that would have left the account. */
export type Mail = {
  at: Iso;
  ticketId: number;
  from: string;
  to: string[];
  cc: string[];
  subject: string;
  html: string;
  cause: MailCause;
};
