import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGithub, type Github } from '../../../sandbox/github/index.ts';
import { CUT_HEADER } from '../../../sandbox/proxy/cut.ts';
import { type Ask, asker } from './ask.ts';

const ISSUES = '/repos/acme-hubs/infrastructure/issues';
const FILE = '/repos/acme-hubs/support-data/contents/rota.json';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

let github: Github;
let ask: Ask;
let nowMs: number;
beforeEach(async () => {
  nowMs = Date.parse('2026-03-04T09:00:00Z');
  github = await createGithub({ now: () => new Date(nowMs) });
  ask = asker(github.api);
});
afterEach(() => github.stop());

describe('who may do what', () => {
  it('knows its tokens and nobody else', async () => {
    const { steward, visitor } = github.tokens;
    expect((await ask('GET', '/user', { token: steward })).json).toMatchObject({
      login: 'mira-steward',
    });
    expect(await ask('GET', '/user', { token: 'ghp_stolen' })).toMatchObject({
      status: 401,
      json: { message: 'Bad credentials', status: '401' },
    });
    const repo = async (name: string, token?: string) =>
      await ask('GET', `/repos/acme-hubs/${name}`, token === undefined ? {} : { token });
    expect((await repo('infrastructure', steward)).json['permissions']).toMatchObject({
      push: true,
    });
    expect((await repo('infrastructure', visitor)).json['permissions']).toMatchObject({
      triage: false,
    });
    expect((await repo('infrastructure')).json).not.toHaveProperty('permissions');
    expect((await repo('support-data', steward)).status).toBe(200);
    expect((await repo('support-data', visitor)).status).toBe(404);
    expect((await repo('support-data')).status).toBe(404);
    expect(github.requests.map(({ auth }) => auth)).toEqual([
      'key',
      'bad',
      'key',
      'key',
      'none',
      'key',
      'key',
      'none',
    ]);
  });

  it('drops labels and assignees without a word when the sender cannot push', async () => {
    const body = { title: 'Hub is slow', labels: ['support'], assignees: ['mira-steward'] };
    const dropped = await ask('POST', ISSUES, { token: github.tokens.visitor, body });
    expect(dropped).toMatchObject({ status: 201, json: { labels: [], assignees: [] } });
    const kept = await ask('POST', ISSUES, { token: github.tokens.steward, body });
    expect(kept.json).toMatchObject({ labels: [{ name: 'support' }] });
    expect(kept.headers.get('location')).toBe(kept.json['url']);
  });
});

describe('answers', () => {
  it("carry GitHub's hosts and the sandbox's time, with seeded issues in their order", async () => {
    const { list } = await ask('GET', ISSUES, { token: github.tokens.steward });
    expect(list.map(({ number, created_at }) => [number, created_at])).toEqual([
      [4, expect.stringMatching(/^2026-03-03T07:00:0\dZ$/)],
      [3, expect.stringMatching(/^2026-02-27T09:00:0\dZ$/)],
      [1, expect.stringMatching(/^2026-02-02T09:00:0\dZ$/)],
    ]);
    expect(list[0]).toMatchObject({
      html_url: 'https://github.com/acme-hubs/infrastructure/issues/4',
      url: 'https://api.github.com/repos/acme-hubs/infrastructure/issues/4',
    });
    expect(JSON.stringify(list)).not.toMatch(/localhost|127\.0\.0\.1/);
    nowMs += 3_600_000;
    const made = await ask('POST', ISSUES, {
      token: github.tokens.steward,
      body: { title: 'New' },
    });
    expect(made.json['created_at']).toMatch(/^2026-03-04T10:00:0\dZ$/);
    const since = await ask('GET', `${ISSUES}?since=2026-03-04T09:30:00Z`, {
      token: github.tokens.steward,
    });
    expect(since.list.map(({ number }) => number)).toEqual([5]);
    const paged = await ask('GET', `${ISSUES}?per_page=2`, { token: github.tokens.steward });
    expect(paged.headers.get('link')).toMatch(
      /^<https:\/\/api\.github\.com\/.*page=2.*>; rel="next"/,
    );
  });

  it('have entity tags, and 304 costs nothing until the list changes', async () => {
    const token = github.tokens.steward;
    const first = await ask('GET', ISSUES, { token });
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[0-9a-f]{64}"$/);
    expect(first.headers.get('cache-control')).toBe('private, max-age=60, s-maxage=60');
    const second = await ask('GET', ISSUES, { token, headers: { 'if-none-match': tag } });
    expect(second.status).toBe(304);
    expect(second.headers.get('x-ratelimit-remaining')).toBe(
      first.headers.get('x-ratelimit-remaining'),
    );
    await ask('POST', ISSUES, { token, body: { title: 'Another' } });
    expect((await ask('GET', ISSUES, { token, headers: { 'if-none-match': tag } })).status).toBe(
      200,
    );
    const other = await ask('GET', ISSUES, {
      token: github.tokens.visitor,
      headers: { 'if-none-match': tag },
    });
    expect(other.status).toBe(200);
  });

  it('say so when the hourly limit is used up, until the hour is over', async () => {
    github.options.limitPerHour = 1;
    const token = github.tokens.steward;
    expect((await ask('GET', '/user', { token })).status).toBe(200);
    const refused = await ask('GET', '/user', { token });
    expect(refused).toMatchObject({
      status: 403,
      json: { message: expect.stringContaining('rate limit') },
    });
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(nowMs / 1000 + 3600));
    nowMs += 3_600_000;
    expect((await ask('GET', '/user', { token })).status).toBe(200);
  });

  it.each([
    [{}, 'Invalid request.\n\n"title" wasn\'t supplied.'],
    [{ title: 'x', body: 'y'.repeat(65_537) }, 'Validation Failed'],
    [{ title: 'x'.repeat(257) }, 'Validation Failed'],
  ])('refuse an issue that is not valid (%#)', async (body, message) => {
    const answer = await ask('POST', ISSUES, { token: github.tokens.steward, body });
    expect(answer).toMatchObject({ status: 422, json: { message, status: '422' } });
    expect(await github.issues()).toHaveLength(4);
  });
});

describe('files', () => {
  it('are replaced only by who knows the present version', async () => {
    const token = github.tokens.steward;
    const put = async (text: string, sha?: string) =>
      await ask('PUT', FILE, {
        token,
        body: { message: 'Save', content: base64(text), ...(sha ? { sha } : {}) },
      });
    // There is no such file yet: the sha is ignored.
    expect((await put('one', 'a'.repeat(40))).status).toBe(201);
    const { json } = await ask('GET', FILE, { token });
    const sha = String(json['sha']);
    expect((await put('two')).json['message']).toBe('Invalid request.\n\n"sha" wasn\'t supplied.');
    expect((await put('two', sha)).status).toBe(200);
    const stale = await put('three', sha);
    expect(stale).toMatchObject({
      status: 409,
      json: { message: `rota.json does not match ${sha}`, status: '409' },
    });
    expect(await github.readFile(github.repos.private, 'rota.json')).toBe('two');
  });

  it('are found by paths with encoded slashes', async () => {
    const { list } = await ask(
      'GET',
      '/repos/acme-hubs/infrastructure/contents/.github%2FISSUE_TEMPLATE',
    );
    expect(list.map(({ name }) => name)).toContain('08_freshdesk-ticket.yaml');
  });
});

describe('faults', () => {
  it('come before, after or instead of the work, and are written down', async () => {
    const token = github.tokens.steward;
    const post = async () =>
      await github.api(
        new Request(`https://api.github.com${ISSUES}`, {
          method: 'POST',
          headers: { authorization: `token ${token}` },
          body: JSON.stringify({ title: 'Once' }),
        }),
      );
    github.faults.add({ method: 'POST', path: /\/issues$/, times: 1, cut: true });
    github.faults.add({ method: 'POST', path: /\/issues$/, times: 1, cutAfter: true });
    github.faults.add({
      method: 'POST',
      path: /\/issues$/,
      times: 1,
      status: 502,
      body: 'Server Error',
    });
    expect((await post()).headers.has(CUT_HEADER)).toBe(true);
    expect(await github.issues()).toHaveLength(4);
    expect((await post()).headers.has(CUT_HEADER)).toBe(true);
    expect(await github.issues()).toHaveLength(5);
    expect((await post()).status).toBe(502);
    const remove = github.faults.add({ path: /\/user/, malformed: true });
    const user = await github.api(
      new Request('https://api.github.com/user', { headers: { authorization: `token ${token}` } }),
    );
    await expect(user.json()).rejects.toThrow(/JSON/);
    remove();
    expect((await ask('GET', '/user', { token })).status).toBe(200);
    expect(github.requests.map(({ status, body }) => [status, body])).toEqual([
      [0, { title: 'Once' }],
      [0, { title: 'Once' }],
      [502, { title: 'Once' }],
      [200, undefined],
      [200, undefined],
    ]);
  });
});

describe('another origin', () => {
  it('may call it: every preflight is granted and every answer is readable', async () => {
    const preflight = await github.api(
      new Request(`https://api.github.com${ISSUES}/3`, {
        method: 'OPTIONS',
        headers: {
          origin: 'chrome-extension://abcdefghijklmnop',
          'access-control-request-method': 'PATCH',
          'access-control-request-headers': 'authorization,content-type,x-github-api-version',
        },
      }),
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
    const allowed = preflight.headers.get('access-control-allow-headers')?.toLowerCase() ?? '';
    expect(allowed.split(', ')).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'x-github-api-version']),
    );
    for (const [path, token] of [
      ['/user', 'ghp_stolen'],
      [`${ISSUES}/3`, github.tokens.steward],
      [`${ISSUES}/999`, github.tokens.steward],
    ] as const) {
      const { headers } = await ask('GET', path, { token });
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toMatch(
        /Retry-After.*X-RateLimit-Reset/,
      );
    }
  });
});
