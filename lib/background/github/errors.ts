import type { ErrorCode, Failure } from '@/lib/contract/result';
import * as z from 'zod';

/** What is known about the call that failed. */
export type GithubContext = {
  readonly now: Date;
  /** A change that may have been made although no answer came. */
  readonly isWrite: boolean;
  /** `owner/name`, for messages about rights; null where no repository is concerned. */
  readonly repository: string | null;
};

/**
 * What the client library throws. A lost connection carries status 500 like a server's error, and is told from it by the
 * absent answer (behaviour of version 10 of its request code).
 */
const thrownSchema = z.object({
  status: z.number(),
  response: z
    .object({
      headers: z.record(z.string(), z.union([z.string(), z.number(), z.undefined()])),
      data: z.unknown(),
    })
    .optional(),
});

const bodySchema = z.object({ message: z.string() });

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** GitHub's own words: looked at, never shown. */
  readonly message: string;
};

const header = (answer: Answer, name: string): string => String(answer.headers[name] ?? '').trim();

const DEFAULT_WAIT_MS = 60_000;
/** Limits count by the hour: a longer wait is a mistake. */
const LONGEST_WAIT_MS = 3_600_000;

/**
 * Both kinds of limits come as 403 or 429; they are told from missing rights by their headers or their words (public
 * documentation of REST rate limits, 2026).
 */
function isLimit(answer: Answer): boolean {
  if (answer.status === 429) return true;
  if (answer.status !== 403) return false;
  const spent = header(answer, 'x-ratelimit-remaining') === '0';
  return spent || header(answer, 'retry-after') !== '' || /rate limit/i.test(answer.message);
}

/** `retry-after` in seconds, else the reset in epoch seconds when nothing is left, else a minute. */
function retryAt(answer: Answer, now: Date): string {
  const seconds = header(answer, 'retry-after');
  const reset = header(answer, 'x-ratelimit-reset');
  const isSpent = header(answer, 'x-ratelimit-remaining') === '0';
  let waitMs = DEFAULT_WAIT_MS;
  if (/^\d+$/.test(seconds)) waitMs = Number(seconds) * 1000;
  else if (isSpent && /^\d+$/.test(reset)) waitMs = Number(reset) * 1000 - now.getTime();
  return new Date(now.getTime() + Math.min(Math.max(waitMs, 0), LONGEST_WAIT_MS)).toISOString();
}

function forbidden(answer: Answer, repository: string | null): string {
  if (header(answer, 'x-github-sso') !== '')
    return 'The organisation wants this GitHub token to be authorised for its single sign-on: do that in the token’s settings on GitHub.';
  return repository === null
    ? 'GitHub does not let this token do that.'
    : `This GitHub token may not change issues of ${repository}: give it “Issues: Read and write” for that repository.`;
}

function sentenceOf(answer: Answer, { repository, isWrite }: GithubContext): [ErrorCode, string] {
  const where = repository ?? 'GitHub';
  switch (answer.status) {
    case 401:
      return [
        'not-authorised',
        'GitHub does not accept the token: it has expired or was revoked. Make a new one and enter it on Steward’s options page.',
      ];
    case 403:
      return ['not-authorised', forbidden(answer, repository)];
    case 404:
      return [
        'not-found',
        `GitHub shows no such issue in ${where} to this token: the token has no access there, or the repository is gone.`,
      ];
    case 410:
      return ['not-found', `The issue was deleted, or ${where} has no issues any more.`];
    case 409:
      return ['conflict', 'The issue was being changed by somebody else: try again.'];
    case 422:
      return ['invalid-input', `GitHub refused the change to the issue in ${where}.`];
    default: {
      if (answer.status < 500)
        return [
          'unexpected',
          `GitHub gave an answer that Steward does not understand: status ${answer.status}.`,
        ];
      const next = isWrite ? 'look at the issue before you try again.' : 'try again in a minute.';
      return ['unavailable', `GitHub has trouble answering (error ${answer.status}): ${next}`];
    }
  }
}

/** The failure of a call that got no answer. */
export function unanswered(because: 'unreachable' | 'late', isWrite: boolean): Failure {
  const what = because === 'late' ? 'did not answer in time' : 'could not be reached';
  const next = isWrite
    ? 'the change may have been made all the same, so look at the issue.'
    : 'check your connection and try again.';
  return { code: 'unavailable', message: `GitHub ${what}: ${next}` };
}

/** The failure of an answer whose shape is not GitHub's. */
export function unreadable(isWrite: boolean): Failure {
  const next = isWrite ? 'look at the issue before you try again.' : 'try again.';
  return { code: 'unexpected', message: `GitHub’s answer could not be understood: ${next}` };
}

/**
 * The failure behind something thrown by the client library, in one plain sentence. Nothing of what was thrown is passed
 * on: it holds the request, and with it the token.
 */
export function githubFailure(thrown: unknown, context: GithubContext): Failure {
  const parsed = thrownSchema.safeParse(thrown);
  if (!parsed.success || parsed.data.response === undefined)
    return unanswered('unreachable', context.isWrite);
  const { status, response } = parsed.data;
  const body = bodySchema.safeParse(response.data);
  const answer: Answer = {
    status,
    headers: response.headers,
    message: body.success ? body.data.message : '',
  };
  if (isLimit(answer))
    return {
      code: 'rate-limited',
      message:
        'GitHub takes no more calls with this token for now: Steward waits before it asks again.',
      retryAt: retryAt(answer, context.now),
    };
  const [code, message] = sentenceOf(answer, context);
  return { code, message };
}
