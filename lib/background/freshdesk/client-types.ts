import type { Instant, Result } from '@/lib/contract/result';
import type { TicketPriority } from '@/lib/contract/ticket';
import type { Transport } from '@/lib/contract/views';
import type {
  Agent,
  Contact,
  Conversation,
  FieldValue,
  FreshdeskCompany,
  Ticket,
  TicketField,
  TimeEntry,
} from './schema';

/**
 * What to change on a ticket; only what is named is sent. `tags` replaces the whole list, so callers send the union.
 * `type: null` clears the type.
 */
export type TicketChanges = {
  readonly type?: string | null;
  readonly status?: number;
  readonly priority?: TicketPriority;
  readonly tags?: readonly string[];
  readonly customFields?: Readonly<Record<string, FieldValue>>;
};

export type ConversationPage = {
  readonly conversations: readonly Conversation[];
  readonly hasMore: boolean;
};

/** Filters combine. Bounds are taken as inclusive; the reference leaves it open, so fetch a day more on both sides. */
export type TimeEntryFilter = {
  readonly companyId?: number;
  readonly ticketId?: number;
  readonly executedAfter?: Instant;
  readonly executedBefore?: Instant;
};

/** `complete` is false when there were more than Steward reads: a sum over them is too low. */
export type TimeEntryList = { readonly entries: readonly TimeEntry[]; readonly complete: boolean };
/** Which part of the list of all tickets: changed at or after then, oldest change first. */
export type ChangesRequest = {
  readonly since: Instant;
  /** From 1; above 1 only within a moment in which more changed than fits a page. */
  readonly page: number;
  /** At most 100. */
  readonly perPage: number;
  /** With stats and requester: five calls of the account's budget instead of one. */
  readonly stats: boolean;
};

/** A row of the list: a ticket, or what is left of one whose values have a form Steward does not know. */
export type ChangedRow = {
  readonly id: number;
  readonly updatedAt: Instant;
  readonly ticket: Ticket | null;
};
export type ChangesPage = { readonly rows: readonly ChangedRow[]; readonly hasMore: boolean };

/** A company's name by its number, as text. */
export type CompanyNames = Readonly<Record<string, string>>;

export type TicketList = { readonly tickets: readonly Ticket[]; readonly complete: boolean };

/**
 * Freshdesk's API v2 as Steward uses it. Nothing throws: every failure is a `Failure` with one plain sentence.
 * No write is ever repeated.
 */
export type FreshdeskClient = {
  readonly host: string;
  readonly kind: Transport;
  readonly canWrite: boolean;
  /** View with stats, requester and company: four calls of the account's budget. */
  readonly ticket: (id: number) => Promise<Result<Ticket>>;
  /** View without stats, requester and company: one call of the budget. */
  readonly bareTicket: (id: number) => Promise<Result<Ticket>>;
  /** Answers the ticket without stats, requester and company; due dates in it may still be the old ones. */
  readonly updateTicket: (id: number, changes: TicketChanges) => Promise<Result<Ticket>>;
  /** One page of the thread, oldest first, without the ticket's own first message. */
  readonly conversations: (
    id: number,
    page?: { readonly page?: number; readonly perPage?: number },
  ) => Promise<Result<ConversationPage>>;
  /**
   * The newest entries (up to 100, in order of time). `totalHint`, an earlier count, saves reading the pages before it;
   * a wrong one only costs calls.
   */
  readonly lastConversations: (
    id: number,
    totalHint?: number,
  ) => Promise<Result<readonly Conversation[]>>;
  /** Adds a private note: no mail, not visible to the requester. */
  readonly addNote: (
    id: number,
    note: { readonly bodyHtml: string },
  ) => Promise<Result<Conversation>>;
  readonly ticketFields: () => Promise<Result<readonly TicketField[]>>;
  readonly company: (id: number) => Promise<Result<FreshdeskCompany>>;
  readonly contact: (id: number) => Promise<Result<Contact>>;
  readonly timeEntries: (filter: TimeEntryFilter) => Promise<Result<TimeEntryList>>;
  /** Tickets of a company changed since then, oldest change first; deleted and spam ones are not among them. */
  readonly ticketsOfCompany: (
    companyId: number,
    updatedSince: Instant,
  ) => Promise<Result<TicketList>>;
  /**
   * One page of all tickets the agent may see. Archived, deleted and spam ones are not among them. One ticket that cannot
   * be read does not take the others with it.
   */
  readonly ticketsChangedSince: (request: ChangesRequest) => Promise<Result<ChangesPage>>;
  /**
   * Numbers of the tickets deleted or marked as spam last, at most 100, among those changed since then. Only rows that
   * say so themselves count.
   */
  readonly goneTickets: (
    how: 'deleted' | 'spam',
    updatedSince: Instant,
  ) => Promise<Result<readonly number[]>>;
  /** Names of all companies, or of those changed since then. One call for a hundred. */
  readonly companyNames: (updatedSince: Instant | null) => Promise<Result<CompanyNames>>;
  /** The agent behind the key or the session. */
  readonly me: () => Promise<Result<Agent>>;
};
