import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cutResponse } from '../../../sandbox/proxy/cut.ts';
import { createProxy, type Proxy } from '../../../sandbox/proxy/proxy.ts';
import { createProxiedClient, type ProxiedClient } from './proxied-fetch.ts';

const BASE = 'https://acme.freshdesk.com';
let proxy: Proxy;
let client: ProxiedClient;
let cancelled: string[];
let served: string[];

const page = async (request: Request): Promise<Response> => {
  const url = new URL(request.url);
  served.push(`${request.method} ${url.pathname}`);
  switch (url.pathname) {
    case '/echo':
      return Response.json({
        url: request.url,
        cookie: request.headers.get('cookie'),
        length: (await request.arrayBuffer()).byteLength,
      });
    case '/cookies': {
      const headers = new Headers({ 'content-type': 'text/plain' });
      headers.append('set-cookie', 'a=1; Path=/');
      headers.append('set-cookie', 'b=2; Path=/; HttpOnly');
      return new Response('two', { headers });
    }
    case '/cut':
      return cutResponse();
    case '/throw':
      throw new Error('broken on purpose');
    case '/events': {
      let timer: NodeJS.Timeout | undefined;
      const body = new ReadableStream({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode('data: 1\n\n'));
          timer = setInterval(
            () => controller.enqueue(new TextEncoder().encode('data: 2\n\n')),
            20,
          );
        },
        cancel: () => {
          clearInterval(timer);
          cancelled.push(url.pathname);
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    }
    case '/big':
      return new Response('x'.repeat(3_000_000));
    default:
      return new Response(null, { status: 204 });
  }
};

beforeEach(async () => {
  cancelled = [];
  served = [];
  proxy = await createProxy({
    hosts: { 'acme.freshdesk.com': page, 'github.com': () => new Response('hub') },
    now: () => new Date('2026-03-04T09:00:00Z'),
  });
  client = createProxiedClient(proxy.proxyUrl);
});
afterEach(async () => {
  client.close();
  await proxy.stop();
});

describe('routing', () => {
  it('gives each host to its own handler, with the real URL, cookies and the whole body', async () => {
    const body = Buffer.alloc(2_000_000, 'a');
    const answer = await client.text(`${BASE}/echo?x=%2F`, {
      method: 'POST',
      headers: { cookie: 'session=1' },
      body,
    });
    expect(JSON.parse(answer.text)).toEqual({
      url: `${BASE}/echo?x=%2F`,
      cookie: 'session=1',
      length: 2_000_000,
    });
    expect((await client.text('https://github.com/')).text).toBe('hub');
    expect(proxy.refused).toEqual([]);
  });

  it('keeps several cookies apart, answers HEAD without a body and sends big answers whole', async () => {
    expect((await client.text(`${BASE}/cookies`)).headers['set-cookie']).toEqual([
      'a=1; Path=/',
      'b=2; Path=/; HttpOnly',
    ]);
    const head = await client.text(`${BASE}/big`, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    expect((await client.text(`${BASE}/big`)).text).toHaveLength(3_000_000);
    expect((await client.text(`${BASE}/none`)).status).toBe(204);
  });

  it('answers 500 and reports when a handler throws, and goes on answering', async () => {
    expect((await client.text(`${BASE}/throw`)).status).toBe(500);
    expect(proxy.failures).toMatchObject([
      { url: `${BASE}/throw`, error: { message: 'broken on purpose' } },
    ]);
    expect((await client.text(`${BASE}/none`)).status).toBe(204);
  });
});

describe('refusal', () => {
  it('refuses and records every other host', async () => {
    await expect(client.text('https://example.com/')).rejects.toThrow(/403/);
    await expect(client.text('https://acme.freshdesk.com:8443/')).rejects.toThrow(/403/);
    expect(proxy.refused).toEqual([
      { host: 'example.com:443', at: new Date('2026-03-04T09:00:00Z') },
      { host: 'acme.freshdesk.com:8443', at: new Date('2026-03-04T09:00:00Z') },
    ]);
  });

  it('sends plain HTTP of a known host to HTTPS and refuses it for others', async () => {
    const ask = async (target: string): Promise<string> => {
      const socket = connect(Number(new URL(proxy.proxyUrl).port), '127.0.0.1');
      socket.end(
        `GET ${target} HTTP/1.1\r\nHost: ${new URL(target).host}\r\nConnection: close\r\n\r\n`,
      );
      let text = '';
      for await (const chunk of socket.setEncoding('utf8')) text += chunk;
      return text;
    };
    expect(await ask('http://acme.freshdesk.com/a/tickets?x=1')).toMatch(
      /^HTTP\/1\.1 301 [\s\S]*location: https:\/\/acme\.freshdesk\.com\/a\/tickets\?x=1/i,
    );
    expect(await ask('http://example.com/')).toMatch(/^HTTP\/1\.1 403 /);
    expect(proxy.refused.map(({ host }) => host)).toEqual(['example.com:80']);
  });
});

describe('connections', () => {
  it('drops the connection when a handler asks for it, and answers the next request', async () => {
    await expect(client.text(`${BASE}/cut`)).rejects.toThrow(/socket|Parse|aborted/i);
    expect((await client.text(`${BASE}/none`)).status).toBe(204);
    expect(served).toEqual(['GET /cut', 'GET /none']);
  });

  it('streams events as they come and cancels the stream when the client leaves', async () => {
    const stream = await client.open(`${BASE}/events`);
    const [first] = await once(stream, 'data');
    expect(String(first)).toContain('data: 1');
    const [second] = await once(stream, 'data');
    expect(String(second)).toContain('data: 2');
    stream.destroy();
    await expect.poll(() => cancelled).toEqual(['/events']);
    expect(proxy.failures).toEqual([]);
  });

  it('survives clients that leave in the middle of anything', async () => {
    const big = await client.open(`${BASE}/big`);
    big.destroy();
    const half = connect(Number(new URL(proxy.proxyUrl).port), '127.0.0.1');
    half.write('CONNECT acme.freshdesk.com:443 HTTP/1.1\r\nHost: acme.freshdesk.com:443\r\n\r\n');
    await once(half, 'data');
    half.write('this is no TLS');
    await once(half, 'close');
    expect((await client.text(`${BASE}/none`)).status).toBe(204);
    expect(proxy.failures).toEqual([]);
  });

  it('stops with streams open', async () => {
    const stream = await client.open(`${BASE}/events`);
    stream.on('error', () => undefined);
    await proxy.stop();
    expect(cancelled).toEqual(['/events']);
  });
});
