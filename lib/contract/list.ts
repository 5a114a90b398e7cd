import type { Failure, Instant } from './result';
import type { TicketFacts, TicketProgress, TicketRef } from './ticket';

/** Whose turn it is on a ticket, and why. Every ticket that is not closed is in exactly one lane. */
export const LANES = [
  'update-due',
  'answer-due',
  'unread',
  'waiting-on-us',
  'may-close',
  'waiting-on-them',
] as const;
export type Lane = (typeof LANES)[number];

/** A ticket of the list. Its first message is left out (`descriptionText` is empty): the list is kept for all tickets. */
export type ListTicket = {
  readonly facts: TicketFacts;
  readonly categoryId: string | null;
  readonly progress: TicketProgress;
};

/** How far the list has been read from Freshdesk. */
export type SyncState = {
  /** `loading`: every ticket of the account is being read once; it goes on where it stopped. */
  readonly stage: 'never' | 'loading' | 'complete';
  /** Tickets read so far in that first load, closed ones included. */
  readonly read: number;
  /** Share of the first load by the time of change, 0 to 1; null when nothing tells. */
  readonly fraction: number | null;
  /** Every change up to this moment of Freshdesk's clock is in the list. */
  readonly through: Instant | null;
  /** When Freshdesk last answered. */
  readonly lastAt: Instant | null;
  readonly nextAt: Instant | null;
  /** Why the last try failed; the list is as of `lastAt`. */
  readonly problem: Failure | null;
  /** Tickets that are missing because their values have a form Steward does not know; absent: none. */
  readonly unreadable?: readonly number[];
};

/** A ticket put aside until a time; it comes back by itself. */
export type Snooze = { readonly ref: TicketRef; readonly until: Instant };

/**
 * A closing that was pressed. `waiting`: nothing has been sent yet, and until `closesAt` it can be taken back.
 * `failed` says in `problem` what happened.
 */
export type ClosingView = {
  readonly id: string;
  readonly ref: TicketRef;
  /** Address of the GitHub issue that is closed along with it. */
  readonly issueUrl: string | null;
  readonly closesAt: Instant;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed' | 'undone';
  /** What went wrong, or what could not be done besides (the issue, while the ticket is closed). */
  readonly problem: string | null;
};

export type ListView = {
  readonly host: string;
  /** Open and resolved tickets. */
  readonly tickets: readonly ListTicket[];
  readonly snoozes: readonly Snooze[];
  /** Closings under way or just ended. */
  readonly closings: readonly ClosingView[];
  readonly sync: SyncState;
  /** An API key for this account is stored. */
  readonly canWrite: boolean;
  /** A GitHub token is stored. */
  readonly canCloseIssues: boolean;
};

/** Calls to Freshdesk in one clock hour. */
export type CallHour = {
  /** Start of the hour. */
  readonly hour: Instant;
  /** Calls that keep the list up to date. */
  readonly list: number;
  /** All other calls. */
  readonly other: number;
  /** What Freshdesk counted for all of them: includes cost extra. */
  readonly cost: number;
  /** Answers 429. */
  readonly refused: number;
};

export type DiagnosticsView = {
  readonly version: string;
  readonly host: string | null;
  /** The last 48 hours with calls, oldest first. */
  readonly hours: readonly CallHour[];
  /** The account's calls a minute as last stated. */
  readonly rate: {
    readonly remaining: number;
    readonly total: number;
    readonly at: Instant;
  } | null;
  readonly sync: SyncState;
  readonly ticketsKept: number;
  readonly alarms: readonly { readonly name: string; readonly at: Instant }[];
  /** Open Freshdesk tabs, and which of the page's anchors were found there; null: the tab did not answer. */
  readonly tabs: readonly {
    readonly tabId: number;
    readonly host: string;
    readonly anchors: Readonly<Record<string, string | null>> | null;
  }[];
};
