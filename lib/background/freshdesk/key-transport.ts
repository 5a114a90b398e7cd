import type { Result } from '@/lib/contract/result';
import { fail, ok } from '@/lib/platform/result';
import type { FreshdeskRequest, FreshdeskResponse, FreshdeskTransport } from './transport';
import { pathWithQuery } from './transport';

export type KeyTransportDeps = {
  /** The account's host, such as `acme.freshdesk.com`. */
  readonly host: string;
  /** The agent's own API key; leaves this file only in the Authorization header. */
  readonly key: string;
  readonly fetch: typeof globalThis.fetch;
  /** How long one try may take, answer included. */
  readonly timeoutMs?: number;
};

const DEFAULT_TIMEOUT_MS = 20_000;

function basicAuth(key: string): string {
  // Through UTF-8, because `btoa` throws on anything beyond Latin-1 and a pasted key may hold anything.
  const bytes = new TextEncoder().encode(`${key.trim()}:X`);
  return `Basic ${btoa(String.fromCodePoint(...bytes))}`;
}

function lostAnswer(request: FreshdeskRequest, host: string, because: string): Result<never> {
  const next =
    request.method === 'GET'
      ? 'check your connection and try again.'
      : 'the change may have been made all the same, so look at the ticket before you try again.';
  return fail('unavailable', `${host} ${because}: ${next}`);
}

/**
 * API v2 with the agent's API key: Basic auth, key as user name (public reference, 2026-01). Cookies stay out, so that a
 * session in the browser cannot mix in, and redirects are not followed, so that the key reaches one host only.
 * A GET whose connection fails is tried once more; nothing else is repeated.
 */
export function createKeyTransport(deps: KeyTransportDeps): FreshdeskTransport {
  const { host, fetch, timeoutMs = DEFAULT_TIMEOUT_MS } = deps;
  const authorization = basicAuth(deps.key);

  const attempt = async (
    request: FreshdeskRequest,
    signal: AbortSignal,
  ): Promise<FreshdeskResponse> => {
    const hasBody = request.body !== undefined;
    const response = await fetch(`https://${host}${pathWithQuery(request)}`, {
      method: request.method,
      headers: {
        accept: 'application/json',
        authorization,
        ...(hasBody && { 'content-type': 'application/json' }),
      },
      ...(hasBody && { body: JSON.stringify(request.body) }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal,
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  };

  return {
    kind: 'key',
    canWrite: true,
    send: async (request) => {
      const tries = request.method === 'GET' ? 2 : 1;
      for (let left = tries; left > 0; left -= 1) {
        const signal = AbortSignal.timeout(timeoutMs);
        try {
          return ok(await attempt(request, signal));
        } catch {
          // What was thrown is not passed on: its text could quote the request, and with it the key.
          if (signal.aborted) return lostAnswer(request, host, 'did not answer in time');
        }
      }
      return lostAnswer(request, host, 'could not be reached');
    },
  };
}
