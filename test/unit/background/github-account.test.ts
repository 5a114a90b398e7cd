import { afterEach, describe, expect, it } from 'vitest';
import { createGithub, type Github } from '../../sandbox/github/index';
import { atWork, errorOf, from, settled, valueOf, wake, type World } from './harness';

let github: Github | undefined;
afterEach(async () => {
  await github?.stop();
  github = undefined;
});

async function withGithub() {
  const work = await atWork();
  const api = await createGithub({ now: work.world.now });
  github = api;
  work.world.hooks.github = async (request) => await api.api(request);
  return { ...work, github: api };
}

async function secretsOf(world: World) {
  const stored = (await world.areas.local.get('secrets')) as { value: unknown } | undefined;
  return stored?.value;
}

const topics = (world: World) =>
  world.notices.splice(0).map((notice) => (notice as { changed: string }).changed);

const connected = async (ask: Awaited<ReturnType<typeof atWork>>['ask'], token: string) =>
  await ask('settings.connectGithub', { token }, from.options);

describe('connecting GitHub', () => {
  it('stores a token whose owner GitHub names, with one call, and tells open pages', async () => {
    const { world, ask, github } = await withGithub();
    topics(world);
    const token = github.tokens.steward;
    expect(valueOf(await connected(ask, `  ${token}\n`))).toEqual({ login: 'mira-steward' });
    expect(github.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /user']);
    expect(await secretsOf(world)).toEqual({
      freshdesk: { host: 'acme.freshdesk.com', key: world.freshdesk.keys.agent, agentName: 'Bo' },
      github: { token, login: 'mira-steward' },
    });
    expect(topics(world)).toEqual(expect.arrayContaining(['settings', 'list']));
    const next = wake(world);
    const { connection } = valueOf(await next.ask('settings.view', {}, from.options));
    expect(connection).toMatchObject({ githubLogin: 'mira-steward', hasFreshdeskKey: true });
  });

  it.each([
    ['refused', 'ghp_stolen', 'not-authorised'],
    ['no token at all', 'my token', 'invalid-input'],
    ['outside of what a header can hold', 'ghp_é\u0000', 'invalid-input'],
  ])('stores nothing that is %s', async (_, token, code) => {
    const { world, ask, github } = await withGithub();
    valueOf(await connected(ask, github.tokens.visitor));
    const error = errorOf(await connected(ask, token));
    expect(error.code).toBe(code);
    expect(error.message).not.toContain(token);
    expect(await secretsOf(world)).toMatchObject({ github: { login: 'vic-visitor' } });
  });

  it('stores nothing while GitHub cannot be reached', async () => {
    const { world, ask } = await atWork();
    expect(errorOf(await connected(ask, 'github_pat_x')).code).toBe('unavailable');
    expect(await secretsOf(world)).toMatchObject({ github: null });
  });

  it('can be done over secrets that cannot be read', async () => {
    const { world, ask, github } = await withGithub();
    await world.areas.local.set('secrets', { version: 2, value: 'damaged' });
    valueOf(await connected(ask, github.tokens.steward));
    expect(await secretsOf(world)).toMatchObject({
      freshdesk: null,
      github: { login: 'mira-steward' },
    });
  });
});

describe('forgetting the token', () => {
  it('takes it away with every copy, and leaves the Freshdesk key', async () => {
    const { world, ask, github } = await withGithub();
    const token = github.tokens.steward;
    valueOf(await connected(ask, token));
    await world.areas.local.set('quarantine:secrets:2026-03-01T00:00:00.000Z', { old: token });
    topics(world);
    const view = valueOf(await ask('settings.forgetGithubToken', {}, from.options));
    expect(view.connection).toMatchObject({ githubLogin: null, hasFreshdeskKey: true });
    expect(topics(world)).toEqual(expect.arrayContaining(['settings', 'list']));
    expect(await everything(world)).not.toContain(token);
  });

  it('also stops one that is still being checked', async () => {
    const { world, ask, github } = await withGithub();
    const { promise, resolve } = Promise.withResolvers<void>();
    world.hooks.github = async (request) => {
      await promise;
      return await github.api(request);
    };
    const checking = connected(ask, github.tokens.steward);
    await settled(3);
    valueOf(await ask('settings.forgetGithubToken', {}, from.options));
    resolve();
    expect(errorOf(await checking).code).toBe('conflict');
    expect(await everything(world)).not.toContain(github.tokens.steward);
  });

  it('and forgetting the Freshdesk key leaves the token', async () => {
    const { ask, github } = await withGithub();
    valueOf(await connected(ask, github.tokens.steward));
    const { connection } = valueOf(await ask('settings.forgetFreshdeskKey', {}, from.options));
    expect(connection).toMatchObject({ githubLogin: 'mira-steward', hasFreshdeskKey: false });
  });
});

/** All that is stored, as text. */
async function everything(world: World): Promise<string> {
  const parts: unknown[] = [];
  for (const area of [world.areas.local, world.areas.session])
    for (const key of await area.keys()) parts.push([key, await area.get(key)]);
  return JSON.stringify(parts);
}

it('the token lies with the secrets alone, and no page, tab, log line or other host sees it', async () => {
  const { world, ask, raw, github } = await withGithub();
  const token = github.tokens.steward;
  const elsewhere: string[] = [];
  world.hooks.answer = (request) => {
    const carried = JSON.stringify([request.url, ...request.headers]);
    if (carried.includes(token) && new URL(request.url).host !== 'api.github.com')
      elsewhere.push(request.url);
    return null;
  };
  valueOf(await connected(ask, token));
  const answers = [
    await ask('settings.view', {}, from.options),
    await ask('list.view', {}, from.list),
    await ask('diagnostics.view', {}, from.diagnostics),
    await raw({ steward: 1, command: 'settings.connectGithub', input: { token, x: 1 } }, from.list),
    await connected(ask, `${token}x`),
  ];
  await settled();
  const { local, session } = world.areas;
  const stored: string[] = [];
  for (const area of [local, session])
    for (const key of await area.keys())
      if (JSON.stringify(await area.get(key)).includes(token)) stored.push(key);
  expect(stored).toEqual(['secrets']);
  const seen = [answers, world.notices, world.tabNotices, world.asked, world.log, world.shown];
  expect(JSON.stringify([...seen, elsewhere])).not.toContain(token);
  expect(elsewhere).toEqual([]);
});
