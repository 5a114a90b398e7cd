import { createGithubClient, type GithubClient } from '@/lib/background/github/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGithub, type Github } from '../../sandbox/github/index';
import { isCut } from '../../sandbox/proxy/cut';
import { errorOf, valueOf } from './harness';

const NOW = new Date('2026-03-04T15:00:00Z');
const TOKEN = 'github_pat_not_a_real_one';
const ISSUE = { repository: 'acme-hubs/infrastructure', number: 3 };

type Fetch = typeof globalThis.fetch;

function clientOf(fetch: Fetch, token = TOKEN, timeoutMs = 15_000): GithubClient {
  return createGithubClient({ token, fetch, clock: () => NOW, timeoutMs });
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });

describe('against the stand-in for GitHub', () => {
  let github: Github;
  beforeAll(async () => {
    github = await createGithub({ now: () => NOW });
  });
  afterAll(async () => {
    await github.stop();
  });
  const fetch: Fetch = async (input, init) => {
    const answer = await github.api(new Request(input, init));
    if (isCut(answer)) throw new TypeError('connection lost');
    return answer;
  };

  it('names the owner of a token', async () => {
    const { steward, visitor } = github.tokens;
    expect(valueOf(await clientOf(fetch, steward).whoAmI())).toEqual({ login: 'mira-steward' });
    expect(valueOf(await clientOf(fetch, visitor).whoAmI())).toEqual({ login: 'vic-visitor' });
    expect(errorOf(await clientOf(fetch, 'ghp_stolen').whoAmI()).code).toBe('not-authorised');
  });

  it('reads an issue and closes it as completed, with one call each', async () => {
    const client = clientOf(fetch, github.tokens.steward);
    expect(valueOf(await client.issue(ISSUE))).toEqual({ state: 'open', isPullRequest: false });
    github.requests.length = 0;
    expect(valueOf(await client.closeIssue(ISSUE))).toEqual({
      state: 'closed',
      isPullRequest: false,
    });
    expect(github.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
      [
        'PATCH',
        '/repos/acme-hubs/infrastructure/issues/3',
        { state: 'closed', state_reason: 'completed' },
      ],
    ]);
    expect(valueOf(await client.issue(ISSUE)).state).toBe('closed');
    const gone = { ...ISSUE, number: 999 };
    expect(errorOf(await client.issue(gone)).code).toBe('not-found');
  });

  it('sends no change twice, whether the answer or the whole call is lost', async () => {
    const client = clientOf(fetch, github.tokens.steward);
    for (const fault of [{ cut: true }, { cutAfter: true }, { status: 502 }, { malformed: true }]) {
      github.faults.add({ method: 'PATCH', path: /issues/, times: 1, ...fault });
      github.requests.length = 0;
      const { code } = errorOf(await client.closeIssue(ISSUE));
      expect(['unavailable', 'unexpected']).toContain(code);
      expect(github.requests).toHaveLength(1);
    }
  });
});

it('asks past the browser’s cache, without cookies, and names itself and the version it speaks', async () => {
  const seen: RequestInit[] = [];
  const fetch: Fetch = async (_input, init) => {
    seen.push(init ?? {});
    return json(200, { login: 'mira' });
  };
  valueOf(await clientOf(fetch).whoAmI());
  expect(seen).toMatchObject([
    { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', method: 'GET' },
  ]);
  expect(seen[0]?.headers).toMatchObject({
    authorization: `token ${TOKEN}`,
    'x-github-api-version': '2022-11-28',
    'user-agent': expect.stringMatching(/^Steward /),
  });
});

it('tells a pull request from an issue', async () => {
  const fetch: Fetch = async () => json(200, { state: 'open', pull_request: { url: 'x' } });
  expect(valueOf(await clientOf(fetch).issue(ISSUE)).isPullRequest).toBe(true);
});

describe('answers that are no success', () => {
  const limit = { message: 'You have exceeded a secondary rate limit. Please wait.' };
  const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1772637000' };
  it.each<[string, Response, string, RegExp, string?]>([
    ['expired token', json(401, { message: 'Bad credentials' }), 'not-authorised', /expired/],
    [
      'missing right',
      json(403, { message: 'Resource not accessible by personal access token' }),
      'not-authorised',
      /acme-hubs\/infrastructure: give it “Issues: Read and write”/,
    ],
    [
      'single sign-on',
      json(403, { message: 'Resource protected' }, { 'x-github-sso': 'required; url=https://x' }),
      'not-authorised',
      /single sign-on/,
    ],
    ['hidden or gone', json(404, { message: 'Not Found' }), 'not-found', /no access there/],
    ['deleted', json(410, { message: 'This issue was deleted' }), 'not-found', /deleted/],
    ['refused', json(422, { message: 'Validation Failed' }), 'invalid-input', /refused/],
    ['race', json(409, { message: 'Conflict' }), 'conflict', /somebody else/],
    ['hour used up', json(403, { message: 'x' }, spent), 'rate-limited', /no more calls/, '15:10'],
    [
      'secondary limit',
      json(403, limit, { 'retry-after': '90' }),
      'rate-limited',
      /no more calls/,
      '15:01',
    ],
    ['limit by words alone', json(403, limit), 'rate-limited', /no more calls/, '15:01'],
    ['429', json(429, {}, { 'retry-after': '30' }), 'rate-limited', /no more calls/, '15:00'],
    ['absurd wait', json(429, {}, { 'retry-after': '999999' }), 'rate-limited', /calls/, '16:00'],
    ['trouble', json(502, 'Server Error'), 'unavailable', /error 502.*look at the issue/],
    ['unheard of', json(418, {}), 'unexpected', /status 418/],
    ['other shape', json(200, { state: 'half' }), 'unexpected', /could not be understood/],
    [
      'a web page',
      new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'unexpected',
      /understood/,
    ],
  ])('%s', async (_, answer, code, words, until) => {
    const error = errorOf(await clientOf(async () => answer).closeIssue(ISSUE));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(words);
    expect(error.retryAt?.slice(11, 16)).toBe(until);
    // GitHub's own words never reach the steward, nor does the token.
    expect(error.message).not.toMatch(/Resource|Validation|Bad credentials|secondary/);
  });

  it('no connection, and no answer in time', async () => {
    const lost: Fetch = async () => {
      throw new TypeError(`failed to fetch with token ${TOKEN}`);
    };
    const offline = errorOf(await clientOf(lost).whoAmI());
    expect(offline).toEqual({
      code: 'unavailable',
      message: 'GitHub could not be reached: check your connection and try again.',
    });
    const mute: Fetch = async (_input, init) =>
      await new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    const late = errorOf(await clientOf(mute, TOKEN, 5).closeIssue(ISSUE));
    expect(late.message).toMatch(/did not answer in time: the change may have been made/);
  });

  it('never carry the token, whatever was thrown', async () => {
    const throwing: Fetch[] = [
      async (_input, init) => {
        throw new Error(JSON.stringify(init));
      },
      async () => json(500, { message: `token ${TOKEN}` }),
      async () => json(200, `token ${TOKEN}`),
    ];
    for (const fetch of throwing)
      for (const result of [
        await clientOf(fetch).whoAmI(),
        await clientOf(fetch).issue(ISSUE),
        await clientOf(fetch).closeIssue(ISSUE),
      ])
        expect(JSON.stringify(errorOf(result))).not.toContain(TOKEN);
  });
});
