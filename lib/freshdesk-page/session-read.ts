import type { PageReadAnswer } from '@/lib/contract/page';
import type { Result } from '@/lib/contract/result';
import { SESSION_READS } from '@/lib/contract/page';
import { fail, ok } from '@/lib/platform/result';

const MAX_BODY_BYTES = 5 * 1024 * 1024;
const MAX_PATH_LENGTH = 2_000;
const TIMEOUT_MS = 20_000;
const KEPT_HEADERS = /^(?:content-type|link|retry-after|x-ratelimit-[a-z-]+)$/;

/**
 * The full address of an allowed read, or null. Allowed is a path with optional query, on this very origin, that one of
 * `SESSION_READS` names to the letter: no escapes, no dot segments, no second reading by the URL parser.
 */
export function allowedUrl(path: string, origin: string): URL | null {
  if (path.length > MAX_PATH_LENGTH || !path.startsWith('/')) return null;
  const plain = path.split('?', 1)[0] ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are what the check is for
  if (/[#\\\s\u0000-\u001f]/.test(path) || plain.includes('%')) return null;
  const url = URL.parse(path, origin);
  if (url === null || url.origin !== origin || url.pathname !== plain) return null;
  return SESSION_READS.some((allowed) => allowed.test(url.pathname)) ? url : null;
}

/** Reads at most `MAX_BODY_BYTES`; null when there is more. */
async function readBody(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Reads Freshdesk's API with the agent's session: GET only, same origin only, fixed paths only. Session reads of
 * `/api/v2` work from the page's own origin; session writes do not, by Freshdesk's design (measured in public, 2026-08).
 * An answer of any status is a success here; failures are refused paths, a lost session and a lost network.
 */
export async function sessionRead(
  path: string,
  deps: { readonly origin: string; readonly fetch: typeof fetch; readonly signal: AbortSignal },
): Promise<Result<PageReadAnswer>> {
  const url = allowedUrl(path, deps.origin);
  if (url === null) return fail('invalid-input', 'Steward may not read this address.');
  try {
    // Called bare: the browser's fetch refuses to run as somebody's method.
    const { fetch: request } = deps;
    const response = await request(url.href, {
      method: 'GET',
      credentials: 'same-origin',
      redirect: 'manual',
      headers: { accept: 'application/json' },
      signal: AbortSignal.any([deps.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (response.type === 'opaqueredirect') {
      return fail('not-authorised', 'Freshdesk asks you to sign in again.');
    }
    const body = await readBody(response);
    if (body === null)
      return fail('unexpected', 'Freshdesk sent more than 5 MB; Steward stopped reading.');
    const headers = [...response.headers].filter(([name]) => KEPT_HEADERS.test(name));
    return ok({ status: response.status, headers: Object.fromEntries(headers), body });
  } catch {
    return fail('unavailable', 'Freshdesk could not be reached from this page.');
  }
}
