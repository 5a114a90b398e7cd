import type { EditorTarget, InsertReport, PageRefresh, SidebarLayout } from './views';
import type { TicketRef } from './ticket';

/**
 * Requests of the background to the content script of one tab. No secret is ever in one of them.
 * Answered with `Result<output>`.
 */
export type PageRequests = {
  /**
   * A read with the agent's session from the page's own origin. Only GET, only the paths of
   * `SESSION_READS`; the content script refuses anything else.
   */
  'page.read': { input: { path: string }; output: PageReadAnswer };
  /**
   * Opens the editor if needed, waits until it is stable, inserts, reads back. Refuses when the page shows another ticket.
   * `html` and `text` are the whole text, which is also what goes to the clipboard. `htmlWithoutGreeting` goes into
   * a reply instead where a greeting already stands above; null for a text without a greeting of its own.
   */
  'page.insert': {
    input: {
      ref: TicketRef;
      target: EditorTarget;
      html: string;
      text: string;
      htmlWithoutGreeting: string | null;
    };
    output: InsertReport;
  };
  /** Asks Freshdesk to show a ticket's new values: model reload, else its refresh link. */
  'page.refreshTicket': { input: { ref: TicketRef }; output: PageRefresh };
  'page.setLayout': { input: SidebarLayout; output: SidebarLayout };
  'page.health': { input: Record<string, never>; output: PageHealth };
};

export type PageRequestName = keyof PageRequests;

export type PageReadAnswer = {
  readonly status: number;
  /** Lower-case names; only those the client reads (content-type, link, retry-after, x-ratelimit-*). */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type PageMessage<N extends PageRequestName = PageRequestName> = {
  readonly steward: 1;
  readonly request: N;
  readonly input: PageRequests[N]['input'];
};

/** Which candidate of each anchor matched; null: none did. */
export type PageHealth = { readonly anchors: Readonly<Record<string, string | null>> };

/** Paths (without query) that may be read with the page's session: reads of Freshdesk's API v2 that Steward needs. */
export const SESSION_READS: readonly RegExp[] = [
  /^\/api\/v2\/tickets\/\d+$/,
  /^\/api\/v2\/tickets\/\d+\/conversations$/,
  /^\/api\/v2\/tickets\/\d+\/time_entries$/,
  /^\/api\/v2\/tickets$/,
  /^\/api\/v2\/ticket_fields$/,
  /^\/api\/v2\/companies$/,
  /^\/api\/v2\/companies\/\d+$/,
  /^\/api\/v2\/contacts\/\d+$/,
  /^\/api\/v2\/time_entries$/,
  /^\/api\/v2\/agents\/me$/,
];
