import { createFaults, withFaultsAndLog } from '../faults.ts';
import type { Faults, Handler, LoggedRequest } from '../types.ts';
import { createApi } from './api.ts';
import { createClock } from './clock.ts';
import { startEmulator } from './emulator.ts';
import { type Person, PRIVATE_REPO, PUBLIC_REPO, senderOf, STEWARD, VISITOR } from './people.ts';
import { LIMITS } from './rate-limit.ts';
import { rewriteAnswer } from './rewrite.ts';
import { seedGithub } from './seed.ts';
import { createWeb, type NewIssuePage } from './web/index.ts';

/** How the stand-in behaves; every field can be changed while it runs. */
export type GithubOptions = {
  /** Who is signed in on the web pages. A visitor may not triage. */
  viewer: 'steward' | 'visitor' | 'signed-out';
  /** How a submitted page arrives at the issue: by a redirect, or by `history.pushState` as GitHub's application does. */
  landing: 'redirect' | 'push-state';
  /** Calls an hour with a token. */
  limitPerHour: number;
  /** When tokens expire, as `YYYY-MM-DD hh:mm:ss UTC`; absent: they do not. */
  tokenExpiry: string | undefined;
};

/** An issue as the API gives it to a steward. */
export type ApiIssue = {
  number: number;
  title: string;
  body: string | null;
  state: string;
  html_url: string;
  created_at: string;
  user: { login: string };
  labels: { name: string }[];
};

export type Github = {
  /** Answers `api.github.com`. */
  api: Handler;
  /** Answers `github.com`. */
  web: Handler;
  options: GithubOptions;
  faults: Faults;
  /** Requests to both hosts, in the order in which they were answered. */
  requests: LoggedRequest[];
  newIssuePages: NewIssuePage[];
  /** Tokens that are accepted: of somebody who may push, and of somebody who may only read and open issues. */
  tokens: { steward: string; visitor: string };
  repos: { public: string; private: string };
  /** All issues of a repository (the public one if none is named), the newest first, past faults and rate limits. */
  issues(repo?: string): Promise<ApiIssue[]>;
  /** A file's text, as it stands now; undefined when there is none. */
  readFile(repo: string, path: string): Promise<string | undefined>;
  stop(): Promise<void>;
};

/** Starts the GitHub stand-in with its seed. `now` gives the time of new entries and rate limits. */
export const createGithub = async (
  given: Partial<GithubOptions> & { now?: () => Date } = {},
): Promise<Github> => {
  const { now = () => new Date(), ...wanted } = given;
  const options: GithubOptions = {
    viewer: 'steward',
    landing: 'redirect',
    limitPerHour: LIMITS.token,
    tokenExpiry: undefined,
    ...wanted,
  };
  const emulated = await startEmulator();
  const clock = createClock(now);
  await seedGithub(emulated.call, clock, now());

  const list = createFaults();
  const requests: LoggedRequest[] = [];
  const newIssuePages: NewIssuePage[] = [];
  const viewer = (): Person | undefined => {
    if (options.viewer === 'signed-out') return undefined;
    return options.viewer === 'steward' ? STEWARD : VISITOR;
  };
  const auth = (request: Request): LoggedRequest['auth'] => {
    if (new URL(request.url).host === 'github.com')
      return viewer() === undefined ? 'none' : 'session';
    const sender = senderOf(request);
    if (sender === undefined) return 'none';
    return sender === 'bad' ? 'bad' : 'key';
  };
  const recorded = (handler: Handler): Handler =>
    withFaultsAndLog(handler, { list, requests, now, auth });
  const limit = (): number => options.limitPerHour;
  const tokenExpiry = (): string | undefined => options.tokenExpiry;
  return {
    api: recorded(createApi({ emulated, clock, now, limit, tokenExpiry })),
    web: recorded(
      createWeb({
        emulated,
        clock,
        now,
        viewer,
        signIn: () => void (options.viewer = 'steward'),
        usesPushState: () => options.landing === 'push-state',
        newIssuePages,
      }),
    ),
    options,
    faults: list.faults,
    requests,
    newIssuePages,
    tokens: { steward: STEWARD.token, visitor: VISITOR.token },
    repos: { public: PUBLIC_REPO, private: PRIVATE_REPO },
    issues: async (repo = PUBLIC_REPO) => {
      const response = await emulated.call(
        STEWARD,
        'GET',
        `/repos/${repo}/issues?state=all&per_page=100`,
      );
      return rewriteAnswer(await response.json(), emulated.origin, clock) as ApiIssue[];
    },
    readFile: async (repo, path) => {
      const raw = 'application/vnd.github.raw+json';
      const response = await emulated.call(
        STEWARD,
        'GET',
        `/repos/${repo}/contents/${path}`,
        undefined,
        raw,
      );
      return response.ok ? await response.text() : undefined;
    },
    stop: () => emulated.stop(),
  };
};
