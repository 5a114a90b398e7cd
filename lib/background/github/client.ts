import type { Result } from '@/lib/contract/result';
import type { Clock } from '@/lib/platform/clock';
import { ok } from '@/lib/platform/result';
import { Octokit } from '@octokit/core';
import * as z from 'zod';
import { githubFailure, unanswered, unreadable } from './errors';
import type { IssueReference } from './issue-reference';

export type GithubIssue = {
  readonly state: 'open' | 'closed';
  /** GitHub numbers issues and pull requests together and answers either as an issue. */
  readonly isPullRequest: boolean;
};

export type IssueName = Pick<IssueReference, 'repository' | 'number'>;

/** GitHub's REST API as Steward uses it. Nothing throws, and no call is ever repeated. */
export type GithubClient = {
  /** Login of the token's owner. */
  readonly whoAmI: () => Promise<Result<{ readonly login: string }>>;
  readonly issue: (issue: IssueName) => Promise<Result<GithubIssue>>;
  /** Closes it as completed; people who follow the issue are told by GitHub. */
  readonly closeIssue: (issue: IssueName) => Promise<Result<GithubIssue>>;
};

export type GithubClientDeps = {
  /** The steward's own token; leaves this file only in the Authorization header. */
  readonly token: string;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** How long a call may take, answer included. */
  readonly timeoutMs?: number;
};

const DEFAULT_TIMEOUT_MS = 15_000;
/** Stated, because the default may move (public documentation of API versions, 2026). */
const API_VERSION = '2022-11-28';

const userSchema = z.object({ login: z.string().min(1) });
const issueSchema = z
  .object({ state: z.enum(['open', 'closed']), pull_request: z.unknown().optional() })
  .transform(({ state, pull_request }): GithubIssue => {
    return { state, isPullRequest: pull_request != null };
  });

const silent = (): void => {
  // The library's own warnings go to the console with the addresses they speak of.
};

/**
 * A client with a personal access token. Answers are never taken from the browser's cache: GitHub lets reads be kept for
 * a minute, in which an issue just closed would still be open.
 */
export function createGithubClient(deps: GithubClientDeps): GithubClient {
  const { token, clock, timeoutMs = DEFAULT_TIMEOUT_MS } = deps;

  function octokitWith(signal: AbortSignal): Octokit {
    const fetchOnce: typeof globalThis.fetch = async (input, init) =>
      await deps.fetch(input, {
        ...init,
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal,
      });
    const log = { debug: silent, info: silent, warn: silent, error: silent };
    return new Octokit({
      auth: token,
      userAgent: 'Steward',
      log,
      request: { fetch: fetchOnce, log },
    });
  }

  async function call<T>(
    run: (octokit: Octokit) => Promise<{ readonly data: unknown }>,
    schema: z.ZodType<T>,
    about: { readonly isWrite: boolean; readonly repository: string | null },
  ): Promise<Result<T>> {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const { data } = await run(octokitWith(signal));
      const parsed = schema.safeParse(data);
      return parsed.success ? ok(parsed.data) : { ok: false, error: unreadable(about.isWrite) };
    } catch (thrown) {
      if (signal.aborted) return { ok: false, error: unanswered('late', about.isWrite) };
      return { ok: false, error: githubFailure(thrown, { now: clock(), ...about }) };
    }
  }

  const headers = { 'x-github-api-version': API_VERSION };
  const placeOf = ({ repository, number }: IssueName) => {
    const [owner = '', repo = ''] = repository.split('/');
    return { owner, repo, issue_number: number, headers };
  };

  return {
    whoAmI: async () =>
      await call(async (octokit) => await octokit.request('GET /user', { headers }), userSchema, {
        isWrite: false,
        repository: null,
      }),
    issue: async (issue) =>
      await call(
        async (octokit) =>
          await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', placeOf(issue)),
        issueSchema,
        { isWrite: false, repository: issue.repository },
      ),
    closeIssue: async (issue) =>
      await call(
        async (octokit) =>
          await octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
            ...placeOf(issue),
            state: 'closed',
            state_reason: 'completed',
          }),
        issueSchema,
        { isWrite: true, repository: issue.repository },
      ),
  };
}
