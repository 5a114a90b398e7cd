import type { CommandName, Commands } from '@/lib/contract/commands';
import { initialSettings } from '@/lib/background/storage/documents';
import type { MessageSender } from '@/lib/platform/runtime-port';
import { describe, expect, it } from 'vitest';
import { atWork, createWorld, errorOf, from, OUTAGE, RUNTIME_ID, settled, wake } from './harness';

type Sample = { sender: MessageSender; valid: unknown; invalid: unknown };

const ref = OUTAGE;
const { sidebar, options, content, list, diagnostics } = from;
const issue = 'https://github.com/acme/hubs/issues/12';

/** One sample of every command: a command added to the contract without one does not compile. */
const samples: { readonly [N in CommandName]: Sample & { valid: Commands[N]['input'] } } = {
  'tab.current': { sender: sidebar, valid: {}, invalid: { extra: 1 } },
  'tab.report': {
    sender: content,
    valid: { ticket: ref, theme: 'dark' },
    invalid: { ticket: { host: 'evil.example', id: 1 }, theme: 'dark' },
  },
  'tab.setLayout': { sender: content, valid: { collapsed: true }, invalid: { widthPx: 9_000 } },
  'ticket.view': { sender: sidebar, valid: { ref }, invalid: { ref: { ...ref, id: -1 } } },
  'ticket.categorise': {
    sender: sidebar,
    valid: { ref, categoryId: 'incident' },
    invalid: { ref, categoryId: 5 },
  },
  'ticket.undoCategorise': {
    sender: sidebar,
    valid: { ref, undoToken: 'id' },
    invalid: { ref, undoToken: '' },
  },
  'ticket.tick': {
    sender: sidebar,
    valid: { ref, stepId: 'read', done: true },
    invalid: { ref, stepId: 'read', done: 'yes' },
  },
  'ticket.startTimebox': { sender: sidebar, valid: { ref, running: true }, invalid: { ref } },
  'reply.insert': {
    sender: sidebar,
    valid: { ref, templateId: 'update', answers: { problem: 'the hub' }, target: 'reply' },
    invalid: { ref, templateId: 'update', answers: {}, target: 'everywhere' },
  },
  'issue.draft': {
    sender: sidebar,
    valid: { ref, kind: 'incident', answers: {} },
    invalid: { ref, kind: 'bug', answers: {} },
  },
  'issue.open': {
    sender: sidebar,
    valid: { ref, kind: 'incident', answers: {} },
    invalid: { ref, kind: 'incident', answers: { a: 1 } },
  },
  'issue.link': {
    sender: sidebar,
    valid: { ref, kind: 'incident', url: issue },
    invalid: { ref, kind: 'incident', url: '' },
  },
  'issue.unlink': { sender: sidebar, valid: { ref, url: issue }, invalid: { ref } },
  'issue.note': { sender: sidebar, valid: { ref, url: issue }, invalid: { ref, url: 7 } },
  'ticket.active': { sender: sidebar, valid: { ref }, invalid: { ref, forMs: 1 } },
  'list.view': { sender: list, valid: {}, invalid: { page: 1 } },
  'list.sync': { sender: list, valid: {}, invalid: { full: true } },
  'list.snooze': {
    sender: list,
    valid: { ref, until: '2026-03-05T15:00:00Z' },
    invalid: { ref, until: 'tomorrow' },
  },
  'list.open': { sender: list, valid: {}, invalid: { url: 'https://evil.example' } },
  'ticket.close': { sender: list, valid: { ref, issueUrl: null }, invalid: { ref } },
  'ticket.undoClose': { sender: list, valid: { id: 'id' }, invalid: { id: 7 } },
  'diagnostics.view': { sender: diagnostics, valid: {}, invalid: { all: true } },
  'duty.now': { sender: sidebar, valid: {}, invalid: null },
  'budget.view': { sender: sidebar, valid: { ref }, invalid: { ref, refresh: 'now' } },
  'pack.active': { sender: sidebar, valid: {}, invalid: [] },
  'pack.written': { sender: options, valid: {}, invalid: [] },
  'settings.view': { sender: sidebar, valid: {}, invalid: 'x' },
  'settings.open': { sender: sidebar, valid: {}, invalid: { page: 1 } },
  'settings.save': {
    sender: options,
    valid: { settings: initialSettings('UTC') },
    invalid: { settings: { ...initialSettings('UTC'), handoverTime: '25:00' } },
  },
  'settings.connectFreshdesk': {
    sender: options,
    valid: { host: 'acme' },
    invalid: { host: 'acme', key: 5 },
  },
  'settings.forgetFreshdeskKey': { sender: options, valid: {}, invalid: { all: true } },
  'settings.connectGithub': {
    sender: options,
    valid: { token: 'github_pat_x' },
    invalid: { token: '' },
  },
  'settings.forgetGithubToken': { sender: options, valid: {}, invalid: { all: true } },
};
const names = Object.keys(samples) as CommandName[];

const NOTHING_TO_DO: Partial<Record<CommandName, string>> = {
  'ticket.undoCategorise': 'not-found',
  'issue.note': 'not-found',
  // An open ticket, one that the list does not have, no closing, and no way to GitHub.
  'ticket.close': 'conflict',
  'list.snooze': 'not-found',
  'ticket.undoClose': 'not-found',
  'settings.connectGithub': 'unavailable',
};

const ONLY_OPTIONS = names.filter((name) => samples[name].sender === options);

describe.each(names)('%s', (name) => {
  const { sender, valid, invalid } = samples[name];

  it('has a handler that accepts a valid input', async () => {
    const { ask } = await atWork();
    const answer = await ask(name, valid as never, sender);
    // Some have nothing to do in this world; none of them may misunderstand.
    const outcome = answer.ok ? 'done' : answer.error.code;
    expect(outcome).toBe(NOTHING_TO_DO[name] ?? 'done');
  });

  it('refuses an invalid input', async () => {
    const { ask } = await atWork();
    expect(errorOf(await ask(name, invalid as never, sender)).code).toBe('invalid-input');
  });

  it('refuses senders it is not for, before looking at the input', async () => {
    const { raw } = await atWork();
    const strangers: MessageSender[] = [
      { ...sender, id: 'another-extension' },
      {
        id: RUNTIME_ID,
        url: 'https://acme.freshdesk.com.evil.example/',
        frameId: 0,
        tab: { id: 1 },
      },
      { id: RUNTIME_ID, url: 'http://acme.freshdesk.com/a/tickets/1', frameId: 0, tab: { id: 1 } },
      { id: RUNTIME_ID, url: content.url, frameId: 3, tab: { id: 1 } },
      { id: RUNTIME_ID, url: 'chrome-extension://x/unknown.html', frameId: 0 },
      { ...options, frameId: 2 },
      { id: RUNTIME_ID },
    ];
    if (sender !== content && name !== 'tab.setLayout') strangers.push(content);
    if (sender === options) strangers.push(sidebar, from.alone);
    for (const stranger of strangers) {
      const answer = await raw({ steward: 1, command: name, input: invalid }, stranger);
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-authorised' } });
    }
  });
});

it('keeps commands that touch the key to the options page', () => {
  expect(ONLY_OPTIONS).toEqual([
    'pack.written',
    'settings.save',
    'settings.connectFreshdesk',
    'settings.forgetFreshdeskKey',
    'settings.connectGithub',
    'settings.forgetGithubToken',
  ]);
});

it('never lets the key out: not in an answer, a notice, a message to a page, a log line or an address', async () => {
  const { world, ask, raw } = await atWork();
  const said: unknown[] = [];
  for (const name of names.filter((one) => one !== 'settings.forgetFreshdeskKey')) {
    const { sender, valid, invalid } = samples[name];
    for (const input of [valid, invalid])
      for (const asker of [sender, sidebar, content, options])
        said.push(await ask(name, input as never, asker));
  }
  const { agent: key } = world.freshdesk.keys;
  said.push(await raw({ steward: 1, command: key, input: key }, options));
  const bad = { host: 'acme', key: 'a key that is refused' };
  said.push(await ask('settings.connectFreshdesk', bad, options));
  await settled();
  const { notices, tabNotices, asked, log, created } = world;
  const paths = world.freshdesk.requests.map(({ path }) => path);
  const everything = JSON.stringify({ said, notices, tabNotices, asked, log, created, paths });
  expect(world.freshdesk.requests.some(({ auth }) => auth === 'key')).toBe(true);
  expect(everything).not.toContain(key);
  expect(everything).not.toContain(btoa(`${key}:X`));
  expect(everything).not.toContain(bad.key);
});

describe('the gate', () => {
  it('refuses names it does not know, also those of every object', async () => {
    const { raw } = await atWork();
    for (const command of ['ticket.delete', 'toString', '__proto__', 5]) {
      const answer = await raw({ steward: 1, command, input: {} }, sidebar);
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
  });

  it('leaves messages that are no commands to others', async () => {
    const { raw } = await atWork();
    expect(await raw({ steward: 1, changed: 'ticket' }, sidebar)).toBe('not answered');
    expect(await raw('hello', sidebar)).toBe('not answered');
    expect(await raw(null, sidebar)).toBe('not answered');
  });

  it('turns whatever is thrown into one sentence without its text', async () => {
    const world = createWorld();
    const broken = { ...world.areas.local, get: () => Promise.reject(new Error('secret detail')) };
    const { ask } = wake({ ...world, areas: { ...world.areas, local: broken } });
    const error = errorOf(await ask('settings.view', {}));
    expect(error.code).toBe('unexpected');
    expect(JSON.stringify([error, world.log])).not.toContain('secret detail');
  });
});
