import { createKeyTransport } from '@/lib/background/freshdesk/key-transport';
import { createSessionTransport } from '@/lib/background/freshdesk/session-transport';
import { pathWithQuery } from '@/lib/background/freshdesk/transport';
import { fail, ok } from '@/lib/platform/result';
import { describe, expect, it } from 'vitest';

const KEY = 'sEcReT-kEy-0815';
const HOST = 'acme.freshdesk.com';

type Sent = { readonly url: string; readonly init: RequestInit };

function fakeFetch(respond: (sent: Sent, count: number) => Promise<Response> | Response) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    if (typeof input !== 'string') throw new Error('the transport passes a text address');
    const one = { url: input, init };
    sent.push(one);
    return respond(one, sent.length);
  };
  return { fetch, sent };
}

describe('key transport', () => {
  it('signs with Basic auth and keeps cookies, caches and referrers out', async () => {
    const { fetch, sent } = fakeFetch(() =>
      Response.json({ id: 1 }, { headers: { 'X-RateLimit-Total': '50.0' } }),
    );
    const transport = createKeyTransport({ host: HOST, key: ` ${KEY}\n`, fetch });
    const answer = await transport.send({
      method: 'GET',
      path: '/api/v2/tickets/412',
      query: { include: 'stats,requester', page: 2 },
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { status: 200, body: '{"id":1}', headers: { 'x-ratelimit-total': '50.0' } },
    });
    const [request] = sent;
    expect(request?.url).toBe(
      'https://acme.freshdesk.com/api/v2/tickets/412?include=stats%2Crequester&page=2',
    );
    expect(request?.init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
    const headers = new Headers(request?.init.headers);
    expect(atob((headers.get('authorization') ?? '').replace('Basic ', ''))).toBe(`${KEY}:X`);
    expect(headers.get('accept')).toBe('application/json');
    expect(headers.has('content-type')).toBe(false);
    expect(request?.init.body).toBeUndefined();
  });

  it('sends a body as JSON', async () => {
    const { fetch, sent } = fakeFetch(() => Response.json({}));
    const transport = createKeyTransport({ host: HOST, key: KEY, fetch });
    await transport.send({ method: 'PUT', path: '/api/v2/tickets/412', body: { priority: 4 } });
    expect(sent[0]?.init.body).toBe('{"priority":4}');
    expect(new Headers(sent[0]?.init.headers).get('content-type')).toBe('application/json');
  });

  it('calls fetch without a receiver, as browsers demand', async () => {
    const receivers: unknown[] = [];
    const fetch = async function (this: unknown) {
      receivers.push(this);
      return new Response('{}');
    };
    await createKeyTransport({ host: HOST, key: KEY, fetch }).send({
      method: 'GET',
      path: '/api/v2/x',
    });
    expect(receivers).toEqual([undefined]);
  });

  it('takes a key with characters beyond Latin-1 instead of throwing', () => {
    expect(() => createKeyTransport({ host: HOST, key: 'ключ', fetch })).not.toThrow();
  });

  it('never shows the key, even when what fetch throws quotes it', async () => {
    const { fetch } = fakeFetch(({ init }) => {
      throw new TypeError(`failed: ${JSON.stringify(init.headers)} ${KEY}`);
    });
    const transport = createKeyTransport({ host: HOST, key: KEY, fetch });
    for (const method of ['GET', 'PUT'] as const) {
      const text = JSON.stringify(await transport.send({ method, path: '/api/v2/tickets/1' }));
      expect(text).toContain('unavailable');
      expect(text).not.toContain(KEY);
      expect(text).not.toContain(btoa(`${KEY}:X`));
    }
    expect(JSON.stringify(transport)).not.toContain(KEY);
  });

  it('tries a GET once more after a lost connection, a write never', async () => {
    const lost = fakeFetch((_, count) => {
      if (count === 1) throw new TypeError('connection reset');
      return Response.json({ id: 1 });
    });
    const reader = createKeyTransport({ host: HOST, key: KEY, fetch: lost.fetch });
    expect((await reader.send({ method: 'GET', path: '/api/v2/x' })).ok).toBe(true);
    expect(lost.sent).toHaveLength(2);

    for (const method of ['PUT', 'POST', 'DELETE'] as const) {
      const down = fakeFetch(() => {
        throw new TypeError('connection reset');
      });
      const writer = createKeyTransport({ host: HOST, key: KEY, fetch: down.fetch });
      const answer = await writer.send({ method, path: '/api/v2/tickets/1', body: {} });
      expect(down.sent).toHaveLength(1);
      expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
      expect(JSON.stringify(answer)).toContain('may have been made');
    }
  });

  it('gives up after two lost reads and does not repeat an answer of any status', async () => {
    const down = fakeFetch(() => {
      throw new TypeError('no network');
    });
    await createKeyTransport({ host: HOST, key: KEY, fetch: down.fetch }).send({
      method: 'GET',
      path: '/api/v2/x',
    });
    expect(down.sent).toHaveLength(2);
    const limited = fakeFetch(() => new Response('', { status: 429 }));
    const answer = await createKeyTransport({ host: HOST, key: KEY, fetch: limited.fetch }).send({
      method: 'GET',
      path: '/api/v2/x',
    });
    expect(limited.sent).toHaveLength(1);
    expect(answer).toMatchObject({ ok: true, value: { status: 429 } });
  });

  it('stops waiting, once, when the answer or its body does not come', async () => {
    const hang = (init: RequestInit) =>
      new Promise<never>((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    const silent = fakeFetch(({ init }) => hang(init));
    const slow = fakeFetch(({ init }) => {
      const response = new Response('');
      return Object.assign(response, { text: () => hang(init) });
    });
    for (const { fetch, sent } of [silent, slow]) {
      const transport = createKeyTransport({ host: HOST, key: KEY, fetch, timeoutMs: 20 });
      const answer = await transport.send({ method: 'GET', path: '/api/v2/x' });
      expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
      expect(JSON.stringify(answer)).toContain('did not answer in time');
      expect(sent).toHaveLength(1);
    }
  });
});

describe('session transport', () => {
  it('reads allowed paths through the page', async () => {
    const paths: string[] = [];
    const transport = createSessionTransport({
      read: async (path) => {
        paths.push(path);
        return ok({ status: 200, headers: { 'content-type': 'application/json' }, body: '{}' });
      },
    });
    const answer = await transport.send({
      method: 'GET',
      path: '/api/v2/tickets/412',
      query: { include: 'stats' },
    });
    expect(answer).toMatchObject({ ok: true, value: { status: 200, body: '{}' } });
    expect(paths).toEqual(['/api/v2/tickets/412?include=stats']);
    expect(transport).toMatchObject({ kind: 'session', canWrite: false });
  });

  it.each([
    ['PUT', '/api/v2/tickets/412'],
    ['POST', '/api/v2/tickets/412/notes'],
    ['DELETE', '/api/v2/tickets/412'],
    ['GET', '/api/v2/agents'],
    ['GET', '/api/v2/tickets/412/../../_/bootstrap/me'],
  ] as const)('does not touch the page for %s %s', async (method, path) => {
    const transport = createSessionTransport({
      read: () => {
        throw new Error('read');
      },
    });
    const answer = await transport.send({ method, path });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-configured' } });
    expect(JSON.stringify(answer)).toContain('options page');
  });

  it("passes on the page's own failure", async () => {
    const transport = createSessionTransport({ read: async () => fail('page-changed', 'Gone.') });
    expect(await transport.send({ method: 'GET', path: '/api/v2/ticket_fields' })).toEqual(
      fail('page-changed', 'Gone.'),
    );
  });
});

it('encodes query values', () => {
  expect(pathWithQuery({ path: '/api/v2/tickets', query: { email: 'a+b@x.example' } })).toBe(
    '/api/v2/tickets?email=a%2Bb%40x.example',
  );
  expect(pathWithQuery({ path: '/api/v2/tickets', query: {} })).toBe('/api/v2/tickets');
});
