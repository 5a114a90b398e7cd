import type {
  BudgetView,
  CategoriseOutcome,
  EditorTarget,
  FreshdeskCheck,
  GithubCheck,
  InsertReport,
  IssueDraftView,
  Settings,
  SettingsView,
  SidebarLayout,
  TabState,
  Theme,
  TicketView,
} from './views';
import type { LinkedIssue, TicketProgress, TicketRef } from './ticket';
import type { Pack } from '@/lib/pack/schema';
import type { DutyView } from './duty';
import type { ClosingView, DiagnosticsView, ListView, SyncState } from './list';
import type { Instant } from './result';

/**
 * Every request an extension page or the content script can send to the background:
 * name → input and output. The background's gate parses each input with zod and answers `Result<output>`.
 */
export type Commands = {
  /** State of the tab the asking frame sits in. */
  'tab.current': { input: Record<string, never>; output: TabState };
  /** Content script: what the page shows now. Answers the layout to use. */
  'tab.report': { input: { ticket: TicketRef | null; theme: Theme }; output: SidebarLayout };
  /** Remembers width, fold state and mode; from the sidebar (collapse) and the content script (drag, fallback). */
  'tab.setLayout': { input: Partial<SidebarLayout>; output: SidebarLayout };

  /** From the cache at once when it is there (then refreshed in the background), else from Freshdesk. */
  'ticket.view': { input: { ref: TicketRef; refresh?: boolean }; output: TicketView };
  /** Writes type, tags, priority as the pack says. Needs the API key. No mail. */
  'ticket.categorise': { input: { ref: TicketRef; categoryId: string }; output: CategoriseOutcome };
  'ticket.undoCategorise': { input: { ref: TicketRef; undoToken: string }; output: TicketView };
  'ticket.tick': {
    input: { ref: TicketRef; stepId: string; done: boolean };
    output: TicketProgress;
  };
  'ticket.startTimebox': { input: { ref: TicketRef; running: boolean }; output: TicketProgress };

  /** Renders the template with the ticket's values plus `answers` and inserts it. Never sends. */
  'reply.insert': {
    input: {
      ref: TicketRef;
      templateId: string;
      answers: Record<string, string>;
      target: EditorTarget;
    };
    output: InsertReport;
  };

  /** Builds the prefilled issue; opens nothing. */
  'issue.draft': {
    input: { ref: TicketRef; kind: 'incident' | 'engineering'; answers: Record<string, string> };
    output: IssueDraftView;
  };
  /** Opens the prefilled page in a new tab and watches that tab for the number of the new issue. */
  'issue.open': {
    input: { ref: TicketRef; kind: 'incident' | 'engineering'; answers: Record<string, string> };
    output: IssueDraftView;
  };
  /** Remembers an issue by its address, pasted by the steward. */
  'issue.link': {
    input: { ref: TicketRef; kind: LinkedIssue['kind']; url: string };
    output: TicketProgress;
  };
  'issue.unlink': { input: { ref: TicketRef; url: string }; output: TicketProgress };
  /** Adds one private note with the issue's address to the ticket. Needs the API key. No mail. */
  'issue.note': { input: { ref: TicketRef; url: string }; output: { noted: true } };

  /**
   * The sidebar says every 20 seconds that the steward is on this ticket while its timebox runs; answers whether the
   * time since the last such word counted, and what is counted now.
   */
  'ticket.active': {
    input: { ref: TicketRef };
    output: { counted: boolean; progress: TicketProgress };
  };

  /** All open and resolved tickets as last read; asks Freshdesk for nothing. */
  'list.view': { input: Record<string, never>; output: ListView };
  /** Asks Freshdesk now for what changed (or goes on with the first load), unless that was just done. */
  'list.sync': { input: Record<string, never>; output: SyncState };
  /** Puts a ticket aside until then; null takes it back. */
  'list.snooze': {
    input: { ref: TicketRef; until: Instant | null };
    output: { until: Instant | null };
  };
  /** Opens the list in a tab. */
  'list.open': { input: Record<string, never>; output: { opened: true } };
  /**
   * Sets a ticket to Closed ten seconds from now, and the named issue too. Nothing is sent before. Refused where the
   * process does not allow it yet. Needs the API key; the issue needs the GitHub token.
   */
  'ticket.close': { input: { ref: TicketRef; issueUrl: string | null }; output: ClosingView };
  'ticket.undoClose': { input: { id: string }; output: ClosingView };
  'diagnostics.view': { input: Record<string, never>; output: DiagnosticsView };

  'duty.now': { input: Record<string, never>; output: DutyView };
  'budget.view': { input: { ref: TicketRef; refresh?: boolean }; output: BudgetView };
  'pack.active': { input: Record<string, never>; output: Pack };
  /** Options page: the pack as it is written, without the team's own working time in it. */
  'pack.written': { input: Record<string, never>; output: Pack };
  'settings.view': { input: Record<string, never>; output: SettingsView };
  /** Opens the options page in a tab. */
  'settings.open': { input: Record<string, never>; output: { opened: true } };

  // Options page only:
  'settings.save': { input: { settings: Settings }; output: SettingsView };
  /** Checks host and key with one call; stores both only when it works. An absent key: the stored one is checked. */
  'settings.connectFreshdesk': { input: { host: string; key?: string }; output: FreshdeskCheck };
  'settings.forgetFreshdeskKey': { input: Record<string, never>; output: SettingsView };
  /** Checks a GitHub token with one call; stores it only when it works. */
  'settings.connectGithub': { input: { token: string }; output: GithubCheck };
  'settings.forgetGithubToken': { input: Record<string, never>; output: SettingsView };
};

export type CommandName = keyof Commands;
export type CommandInput<N extends CommandName> = Commands[N]['input'];
export type CommandOutput<N extends CommandName> = Commands[N]['output'];

/** Envelope on the wire; `v` guards against a page of an older version talking to a newer background. */
export type CommandMessage<N extends CommandName = CommandName> = {
  readonly steward: 1;
  readonly command: N;
  readonly input: CommandInput<N>;
};

/** What the background tells open pages; each names what to read again. */
export type Topic = 'tab' | 'ticket' | 'team' | 'settings' | 'budget' | 'list';
export type TopicNotice = {
  readonly steward: 1;
  readonly changed: Topic;
  readonly ref?: TicketRef;
};
