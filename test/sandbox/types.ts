/**
 * What the parts of the sandbox agree on. The sandbox stands for the outside world, so nothing in it imports
 * product code: a mistake in Steward must not be able to hide behind the same mistake here.
 * It runs on Node's own type stripping: relative imports with `.ts`, erasable syntax only.
 */

/** Which generation of Freshdesk's agent page is served (anchors differ: what public tools had to follow, 2018–2026). */
export type Layout = '2019' | '2024' | '2026';
export type Theme = 'light' | 'dark';

/** How the account and the page behave; every field can be changed while the sandbox runs. */
export type Account = {
  /** Rights of the agent whose key and session are used: an ordinary agent gets 403 on the admin-only half. */
  role: 'agent' | 'admin';
  /** Age of the account: response shapes of 2022 or of 2026. */
  age: '2022' | '2026';
  /** 1 global, 2 group, 3 restricted. */
  ticketScope: 1 | 2 | 3;
  /** Plan features that are switched off answer 403 `require_feature`. */
  featuresOff: readonly 'time-tracking'[];
  nestedChoices: 'object' | 'array';
  empty: boolean;
  /** Calls a minute for the whole account. */
  rateLimitPerMinute: number;
  /** Milliseconds until due dates are filled or recalculated after create and update; 0 means at once. */
  dueDateDelayMs: number;
  searchLagMs: number;
};

export type PageOptions = {
  layout: Layout;
  theme: Theme;
  /** Where the requester block lives. */
  requester: 'light' | 'shadow';
  /** Bars of the app are `position: fixed; width: 100vw`, so that narrowing the app hides their right end. */
  wideBars: boolean;
  /** Milliseconds between the steps in which a reply editor is filled when it opens. */
  editorStepMs: number;
  /** Milliseconds after a Froala change until the draft is saved. */
  draftDelayMs: number;
  /** Agent's interface language: label-named ids and texts follow it, API-named ids do not. */
  language: 'en' | 'pt';
};

/** One request as it reached the stand-in; the ground truth of end-to-end assertions. */
export type LoggedRequest = {
  at: Date;
  method: string;
  host: string;
  /** Path with query. */
  path: string;
  auth: 'key' | 'session' | 'bad' | 'none';
  body: unknown;
  status: number;
};

/** A fault for matching requests: the first that matches and is not used up applies. */
export type Fault = {
  method?: string;
  /** Matched against path with query. */
  path: RegExp;
  host?: string;
  /** How many requests it hits; absent: until removed. */
  times?: number;
  delayMs?: number;
  /** Answer this status instead of passing on. */
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Do the work, then drop the connection without an answer. */
  cutAfter?: boolean;
  /** Drop the connection at once. */
  cut?: boolean;
  /** Pass on, then spoil the JSON of the answer. */
  malformed?: boolean;
};

export type Faults = {
  add(fault: Fault): () => void;
  clear(): void;
};

/** A fetch-style server part: hosts are told apart by the launcher. */
export type Handler = (request: Request) => Promise<Response> | Response;
