import type { ErrorCode, Failure } from '@/lib/contract/result';
import type { Transport } from '@/lib/contract/views';
import { retryAtOf } from './rate';
import { apiErrorSchema } from './schema';
import type { ApiError } from './schema';
import type { FreshdeskMethod, FreshdeskResponse } from './transport';
import type { ApiProblem } from './validation-error';
import { validationMessage } from './validation-error';

/** What is known about the call that failed. */
export type FailureContext = {
  readonly now: Date;
  readonly method?: FreshdeskMethod;
  readonly kind?: Transport;
  /** Labels of the ticket form's fields by field name, for messages that name a field. */
  readonly labels?: Readonly<Record<string, string>>;
};

/** Sentences for codes of 401 and 403, which mean the same with either way of signing in. */
const REFUSALS: Readonly<Record<string, string>> = {
  access_denied:
    'Freshdesk does not let you see or change this: the ticket may belong to another group, or it takes administrator rights.',
  account_suspended: 'This Freshdesk account is suspended: its owner has to reactivate it.',
  password_expired: 'Your Freshdesk password has expired: set a new one in Freshdesk first.',
  password_lockout:
    'Freshdesk has locked your login after failed tries: unlock it in Freshdesk first.',
  max_agents_reached:
    'This Freshdesk account has no free agent seat: an administrator has to free one.',
};

function readError(body: string): ApiError | null {
  if (body.trim() === '') return null;
  try {
    const parsed = apiErrorSchema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function problemsOf(error: ApiError | null): readonly ApiProblem[] {
  if (error === null) return [];
  return 'errors' in error ? error.errors : [error];
}

function forbidden(problem: ApiProblem | undefined): string {
  if (problem?.code === 'require_feature') {
    const feature = /^The (.+?) feature/.exec(problem.message)?.[1];
    const what = feature === undefined ? 'this feature' : `the feature “${feature}”`;
    return `The plan of this Freshdesk account does not include ${what}.`;
  }
  const known = problem?.code == null ? undefined : REFUSALS[problem.code];
  return known ?? 'Freshdesk does not let you do this: ask an administrator for the right.';
}

function signedOut(kind: Transport | undefined): string {
  return kind === 'session'
    ? 'You are signed out of Freshdesk: sign in there and reload the page.'
    : "Freshdesk does not accept the API key: enter it again on Steward's options page.";
}

function unknownStatus(response: FreshdeskResponse): string {
  const id = response.headers['x-request-id'];
  const quoted = id === undefined ? '' : ` (request ${id})`;
  return `Freshdesk gave an answer that Steward does not understand: status ${response.status}${quoted}.`;
}

/**
 * The failure behind an answer that is no success (any status outside 200–299), in one plain sentence. Covers the three
 * error bodies of API v2, the empty 404, web pages from the network's edge and broken JSON; the body of a 429 is
 * undocumented and never read (public reference, 2026-01; sentences of real errors as quoted in public issues).
 */
export function failureOf(response: FreshdeskResponse, context: FailureContext): Failure {
  const isWrite = context.method !== undefined && context.method !== 'GET';
  const problems = problemsOf(readError(response.body));
  const failure = (code: ErrorCode, message: string): Failure => ({ code, message });
  const { status } = response;
  if (status === 0 || (status >= 300 && status < 400)) {
    return failure(
      'not-configured',
      "The Freshdesk address forwards to another one: enter the account's own freshdesk.com address on Steward's options page.",
    );
  }
  if (status === 400) {
    return problems.length === 0
      ? failure('unexpected', unknownStatus(response))
      : failure('invalid-input', validationMessage(problems, context.labels));
  }
  if (status === 401) return failure('not-authorised', signedOut(context.kind));
  if (status === 403) return failure('not-authorised', forbidden(problems[0]));
  if (status === 404) {
    return failure('not-found', 'Freshdesk has no such record, or it is deleted or archived.');
  }
  if (status === 405 && isWrite) {
    return failure(
      'conflict',
      'Freshdesk does not change deleted tickets or tickets marked as spam: restore the ticket first.',
    );
  }
  if (status === 409) {
    return failure('conflict', validationMessage(problems, context.labels));
  }
  if (status === 429) {
    return {
      code: 'rate-limited',
      message:
        'This Freshdesk account has used up its calls for now: Steward waits before it asks again.',
      retryAt: retryAtOf(response.headers, context.now),
    };
  }
  if (status >= 500) return unavailable(response, isWrite, context.now);
  return failure('unexpected', unknownStatus(response));
}

function unavailable(response: FreshdeskResponse, isWrite: boolean, now: Date): Failure {
  const next = isWrite
    ? 'look at the ticket before you try again, because the change may have been made.'
    : 'try again in a minute.';
  const message = `Freshdesk has trouble answering (error ${response.status}): ${next}`;
  return 'retry-after' in response.headers
    ? { code: 'unavailable', message, retryAt: retryAtOf(response.headers, now) }
    : { code: 'unavailable', message };
}

/**
 * The failure behind a success that carries no readable JSON: a web page (a login page, a portal) or a cut body.
 * A change whose answer cannot be read may have been made.
 */
export function unreadable(response: FreshdeskResponse, context: FailureContext): Failure {
  const isPage =
    (response.headers['content-type'] ?? '').includes('text/html') ||
    /^\s*<(!doctype|html)/i.test(response.body);
  const isRead = context.method === undefined || context.method === 'GET';
  if (isPage && context.kind === 'session') {
    return { code: 'not-authorised', message: signedOut('session') };
  }
  if (isPage && isRead) {
    return {
      code: 'not-configured',
      message:
        "The Freshdesk address answers with a web page instead of data: check the address on Steward's options page.",
    };
  }
  const next = isRead
    ? 'try again.'
    : 'look at the ticket before you try again, because the change may have been made.';
  return { code: 'unexpected', message: `Freshdesk's answer arrived damaged: ${next}` };
}
