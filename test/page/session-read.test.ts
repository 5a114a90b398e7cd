import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { SESSION_READS } from '@/lib/contract/page';
import { allowedUrl, sessionRead } from '@/lib/freshdesk-page/session-read';

const origin = 'https://acme.freshdesk.com';
const { signal } = new AbortController();

test.each([
  '/api/v2/tickets/4242',
  '/api/v2/tickets/4242?include=stats,requester,company',
  '/api/v2/tickets/4242/conversations?per_page=100&page=2',
  '/api/v2/ticket_fields',
  '/api/v2/tickets?updated_since=2026-03-04T10%3A30%3A02Z&order_by=updated_at&page=1&per_page=100',
  '/api/v2/companies?page=1&per_page=100',
  '/api/v2/agents/me',
])('reads %s', (path) => {
  expect(allowedUrl(path, origin)?.href).toBe(origin + path);
});

test.each([
  '/api/_/tickets/4242',
  '/api/v2/tickets/4242/reply',
  '/api/v2/agents',
  '/api/v2/companies/autocomplete?name=a',
  '/api/v2/../_/bootstrap/me',
  '/api/v2/tickets/../../_/bootstrap/me',
  '/api/v2/tickets/%34242',
  '/api/v2/tickets/4242%2f..%2f..%2f_',
  '/api/v2/tickets/4242/./conversations',
  '\\api\\v2\\tickets\\4242',
  '/api\\v2/tickets/4242',
  '/\t/evil.example/api/v2/tickets/4242',
  '//evil.example/api/v2/tickets/4242',
  'https://evil.example/api/v2/tickets/4242',
  'https://acme.freshdesk.com/api/v2/tickets/4242',
  '/api/v2/tickets/4242#x',
  '/api/v2/tickets/4242 ',
  ' /api/v2/tickets/4242',
  '/api/v2/tickets/4242\n',
  '/api/v2/tickets/٤٢',
  '',
  `/api/v2/tickets/4242?q=${'a'.repeat(2000)}`,
])('refuses %j', (path) => {
  expect(allowedUrl(path, origin)).toBeNull();
});

test('whatever the path, what is asked is this origin and an allowed path, to the letter', () => {
  const piece = fc.constantFrom(
    ...'/ // . .. %2e %2f \\ ? # @ : api v2 _ tickets 42 conversations me agents evil.example https: \t \n ;'.split(
      ' ',
    ),
    ' ',
  );
  const path = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
  const near = fc
    .tuple(fc.constantFrom('/api/v2/tickets/4242', '/api/v2/agents/me'), path)
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(path, near, fc.string()), (asked) => {
      const url = allowedUrl(asked, origin);
      if (url === null) return;
      expect(url.origin).toBe(origin);
      expect(asked.startsWith(url.pathname)).toBe(true);
      expect(SESSION_READS.some((allowed) => allowed.test(url.pathname))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

describe('an allowed read', () => {
  const path = '/api/v2/tickets/4242';
  const answer = (body: BodyInit | null, init: ResponseInit = {}): typeof fetch =>
    vi.fn<typeof fetch>(async () => new Response(body, init));

  test('is a GET with the session and answers status, body and known headers only', async () => {
    const fetch = answer('{"id":1}', {
      status: 429,
      headers: {
        'content-type': 'application/json',
        'retry-after': '30',
        'x-ratelimit-remaining': '0',
        link: '<x>; rel="next"',
        'set-cookie': 'a=b',
        'x-request-id': 'secret',
      },
    });
    expect(await sessionRead(path, { origin, fetch, signal })).toEqual({
      ok: true,
      value: {
        status: 429,
        body: '{"id":1}',
        headers: {
          'content-type': 'application/json',
          'retry-after': '30',
          'x-ratelimit-remaining': '0',
          link: '<x>; rel="next"',
        },
      },
    });
    expect(fetch).toHaveBeenCalledWith(
      origin + path,
      expect.objectContaining({ method: 'GET', credentials: 'same-origin', redirect: 'manual' }),
    );
  });

  test('is never made for another path', async () => {
    const fetch = answer('');
    const result = await sessionRead('/api/_/bootstrap/me', { origin, fetch, signal });
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(fetch).not.toHaveBeenCalled();
  });

  test('stops at 5 MB', async () => {
    const fetch = answer('x'.repeat(5 * 1024 * 1024 + 1));
    const result = await sessionRead(path, { origin, fetch, signal });
    expect(result).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  });

  test('says so when the session or the network is gone', async () => {
    const redirected = vi.fn<typeof fetch>(
      async () => ({ type: 'opaqueredirect', status: 0 }) as Response,
    );
    expect(await sessionRead(path, { origin, fetch: redirected, signal })).toMatchObject({
      error: { code: 'not-authorised' },
    });
    const broken = vi.fn<typeof fetch>(async () => Promise.reject(new TypeError('network')));
    expect(await sessionRead(path, { origin, fetch: broken, signal })).toMatchObject({
      error: { code: 'unavailable' },
    });
  });
});
