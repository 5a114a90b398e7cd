import type { Instant } from './result';

/** Which ticket: the account's host and the number agents see. Read from the URL, the only identity that holds. */
export type TicketRef = { readonly host: string; readonly id: number };

/** Open work, done, or done for good. Every status that is neither Resolved nor Closed is open work. */
export type TicketPhase = 'open' | 'resolved' | 'closed';

export type TicketStatus = {
  readonly code: number;
  readonly label: string;
  readonly phase: TicketPhase;
};

/** 1 Low, 2 Medium, 3 High, 4 Urgent (Freshdesk's numbers). */
export type TicketPriority = 1 | 2 | 3 | 4;

export type Person = {
  readonly id: number;
  readonly name: string | null;
  readonly email: string | null;
};
export type Company = { readonly id: number; readonly name: string };

/**
 * What is known of a ticket, free of Freshdesk's field names. `null` means "there is none";
 * `undefined` (key absent) means "not known", which the UI shows as unknown, never as none.
 */
export type TicketFacts = {
  readonly ref: TicketRef;
  readonly url: string;
  readonly subject: string;
  /** Plain text of the first message, as the server derived it; hostile input. */
  readonly descriptionText: string;
  readonly status: TicketStatus;
  readonly type: string | null;
  readonly priority: TicketPriority;
  readonly tags: readonly string[];
  readonly customFields: Readonly<Record<string, string | number | boolean | null>>;
  readonly groupName: string | null;
  readonly agentName: string | null;
  readonly requester: Person | null;
  /** The community. Null when the requester belongs to no company. */
  readonly company: Company | null;
  readonly ccEmails: readonly string[];
  /** Present on a ticket that began as a mail of the team: nobody has asked for anything until the requester answers. */
  readonly startedByTeam?: true;
  /** Present on a ticket that was thrown away: nothing is due on it. */
  readonly discarded?: 'spam' | 'deleted';
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** First public agent reply; null: none yet. */
  readonly firstRespondedAt?: Instant | null;
  /** Latest public agent reply. */
  readonly agentRespondedAt?: Instant | null;
  readonly requesterRespondedAt?: Instant | null;
  readonly resolvedAt?: Instant | null;
  readonly closedAt?: Instant | null;
  readonly reopenedAt?: Instant | null;
  readonly pendingSince?: Instant | null;
  /**
   * Who spoke when, from the thread: public answers of agents and messages of the requester's side, oldest first;
   * notes, automatic answers, surveys and the notes of a merge are not among them. Absent: the thread was not read.
   */
  readonly exchange?: readonly { readonly by: 'agent' | 'requester'; readonly at: Instant }[];
  /** Freshdesk's own due times, shown beside ours. */
  readonly freshdeskFirstResponseDueAt: Instant | null;
  readonly freshdeskResolutionDueAt: Instant | null;
};

/** A GitHub issue that belongs to a ticket. */
export type LinkedIssue = {
  readonly kind: 'incident' | 'engineering';
  readonly repository: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly linkedAt: Instant;
  /** How Steward learned of it: seen when GitHub opened the new issue, or pasted by the steward. */
  readonly source: 'seen' | 'pasted';
};

/** What stewards did on a ticket that Freshdesk does not know. */
export type TicketProgress = {
  readonly ref: TicketRef;
  /** Hand ticks by step id; a tick taken back is removed. */
  readonly ticks: Readonly<Record<string, { readonly at: Instant; readonly by: string }>>;
  readonly issues: readonly LinkedIssue[];
  readonly timeboxStartedAt: Instant | null;
  /** Active time on the ticket since the timebox was started, in milliseconds; absent: none was measured. */
  readonly timeboxActiveMs?: number;
  /** Until when the active time has been counted; while it is recent the steward is on the ticket. */
  readonly timeboxActiveAt?: Instant;
  /** Incident-issue page opened and not yet seen again: lets a late steward find the way back. */
  readonly issueOpenedAt: Instant | null;
  /** Last answers to template questions, offered again. */
  readonly answers: Readonly<Record<string, string>>;
};
