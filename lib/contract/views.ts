import type { Company, TicketFacts, TicketProgress, TicketRef } from './ticket';
import type { Failure, Instant } from './result';
import type { NoticeSettings, WorkingTime } from './working-time';

export type Theme = 'light' | 'dark';

/** How the sidebar sits in the page: beside a narrowed app, or over it when narrowing would hide controls. */
export type LayoutMode = 'beside' | 'over';

export type SidebarLayout = {
  readonly mode: LayoutMode;
  readonly widthPx: number;
  readonly collapsed: boolean;
};

/** What a Freshdesk tab shows; held by the background per tab. */
export type TabState = {
  readonly ticket: TicketRef | null;
  readonly theme: Theme;
  readonly layout: SidebarLayout;
};

/** Which way data came: the agent's API key, or the page's session. */
export type Transport = 'key' | 'session';

/** A ticket as the sidebar shows it. Answered from the cache at once; `freshness` says how old it is. */
export type TicketView = {
  readonly facts: TicketFacts;
  /** Category of the active pack that the ticket carries now. */
  readonly categoryId: string | null;
  readonly progress: TicketProgress;
  readonly freshness: {
    readonly fetchedAt: Instant;
    readonly transport: Transport;
    /** The last try to refresh failed: data is as of `fetchedAt`. */
    readonly problem: Failure | null;
  };
  /** True when a write to Freshdesk can be tried (an API key for this host is stored). */
  readonly canWrite: boolean;
};

export type CategoriseOutcome = {
  readonly categoryId: string;
  /** What was really written, in words for the line under the buttons ("type Incident, priority Urgent"). */
  readonly wrote: string;
  /** Redeemed by `ticket.undoCategorise` until `undoUntil`. */
  readonly undoToken: string;
  readonly undoUntil: Instant;
  /** How Freshdesk's own panel was brought up to date. `none`: the steward presses Freshdesk's refresh. */
  readonly pageRefresh: PageRefresh;
};

export type PageRefresh = 'model' | 'link' | 'none';

export type EditorTarget = 'reply' | 'note';

export type InsertReport =
  | {
      readonly how: 'inserted';
      readonly target: EditorTarget;
      /** Recipients as the page shows them, when it shows them. */
      readonly recipients: readonly string[];
      /** The model as read back contains the text. */
      readonly verified: true;
    }
  /** The editor could not be reached: the text is on the clipboard, and `reason` says why in one sentence. */
  | {
      readonly how: 'clipboard';
      readonly html: string;
      readonly text: string;
      readonly reason: string;
    };

/** A prefilled GitHub issue, before it is opened. */
export type IssueDraftView = {
  readonly kind: 'incident' | 'engineering';
  readonly repository: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  /** Complete new-issue link, within GitHub's length limit. */
  readonly url: string;
  /** Sections shortened to keep the link within the limit. */
  readonly trimmed: readonly string[];
};

export type BudgetView = {
  readonly company: Company;
  /** Local month in the team's time zone, `YYYY-MM`. */
  readonly month: string;
  readonly usedMinutes: number;
  readonly thisTicketMinutes: number;
  readonly allottedMinutes: number;
  /** Where the allotment comes from. */
  readonly allotmentSource: 'company-field' | 'team' | 'default';
  readonly entries: readonly {
    readonly at: Instant;
    readonly minutes: number;
    readonly ticketId: number;
    readonly note: string;
    /** False for incidents, which never draw on the budget. */
    readonly draws: boolean;
  }[];
  readonly fetchedAt: Instant;
};

/** Settings of the team and this steward; no secret in it. */
export type Settings = {
  readonly freshdeskHost: string | null;
  /** How this steward is named in ticks and notes. */
  readonly stewardName: string;
  /** `owner/name` where incident and engineering issues are opened; null: the pack's. */
  readonly githubRepository: string | null;
  /** A public repository: requester's name, mail and message text stay out of issues. */
  readonly githubRepositoryIsPublic: boolean;
  readonly roster: readonly string[];
  /** Local date (`YYYY-MM-DD`) on which `firstIncoming` joined or joins. */
  readonly firstShiftStart: string | null;
  readonly firstIncoming: string | null;
  /** IANA zone of the team. */
  readonly timeZone: string;
  /** Local `HH:MM` of the handover. */
  readonly handoverTime: string;
  /** Company field with the hours a month, when the account has one. */
  readonly budgetCompanyField: string | null;
  readonly budgetHoursByCompany: Readonly<Record<string, number>>;
  /** Null: the pack's default. */
  readonly budgetDefaultHours: number | null;
  /** What counts as working time for the team. */
  readonly workingTime: WorkingTime;
  /** Hours on the wall between two public updates of an open incident; null: the pack's. */
  readonly incidentUpdateHours: number | null;
  readonly notices: NoticeSettings;
};

/** What the UI may know of the connections: never the secrets themselves. */
export type ConnectionState = {
  readonly hasFreshdeskKey: boolean;
  readonly freshdeskAgent: string | null;
  /** Who the stored GitHub token belongs to; null: there is none. */
  readonly githubLogin: string | null;
};

export type SettingsView = { readonly settings: Settings; readonly connection: ConnectionState };

export type FreshdeskCheck = {
  readonly agentName: string;
  readonly agentEmail: string;
  readonly scope: 'all tickets' | 'tickets of its groups' | 'own tickets';
};

export type GithubCheck = { readonly login: string };
