import { startBackground } from '@/lib/background/main';
import { createStorageAreas } from '@/lib/background/storage/area';
import type { CommandInput, CommandName, CommandOutput } from '@/lib/contract/commands';
import type { Failure, Result } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import type { Badge, NoticeContent } from '@/lib/platform/notices-port';
import type { MessageListener, MessageSender } from '@/lib/platform/runtime-port';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFreshdesk } from '../../sandbox/freshdesk/index';
import { isCut } from '../../sandbox/proxy/cut';
import type { Account } from '../../sandbox/types';
import { testPack } from './test-pack';

export const HOST = 'acme.freshdesk.com';
export const OUTAGE: TicketRef = { host: HOST, id: 4242 };
export const RUNTIME_ID = 'steward-under-test';
export const TAB = 7;
const EXTENSION = 'chrome-extension://changing-host';

/** Senders as a browser describes them. */
export const from = {
  options: { id: RUNTIME_ID, url: `${EXTENSION}/options.html`, frameId: 0, tab: { id: 3 } },
  sidebar: { id: RUNTIME_ID, url: `${EXTENSION}/sidebar.html`, frameId: 5, tab: { id: TAB } },
  list: { id: RUNTIME_ID, url: `${EXTENSION}/list.html`, frameId: 0, tab: { id: 5 } },
  popup: { id: RUNTIME_ID, url: `${EXTENSION}/popup.html`, frameId: 0 },
  diagnostics: { id: RUNTIME_ID, url: `${EXTENSION}/diagnostics.html`, frameId: 0, tab: { id: 6 } },
  alone: { id: RUNTIME_ID, url: `${EXTENSION}/sidebar.html#id=1`, frameId: 0, tab: { id: 4 } },
  content: {
    id: RUNTIME_ID,
    url: `https://${HOST}/a/tickets/4242`,
    frameId: 0,
    tab: { id: TAB },
  },
} satisfies Record<string, MessageSender>;

type PageMessage = { request: string; input: Record<string, unknown> };

/** The outside world: an account, tabs, and a clock that stands until it is moved. It outlives the background. */
export function createWorld(account: Partial<Account> = {}) {
  fakeBrowser.reset();
  let now = new Date('2026-03-04T15:00:00Z');
  const freshdesk = createFreshdesk({ account, now: () => now, host: HOST });
  const hooks = {
    /** An answer in the account's place; null lets the account answer. */
    answer: (_request: Request): Response | null => null,
    /** GitHub's API; out of reach unless a test puts one here. */
    github: async (_request: Request): Promise<Response> => {
      throw new TypeError('no route to host');
    },
  };
  const network: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const isGithub = new URL(request.url).host === 'api.github.com';
    const host = isGithub ? hooks.github : freshdesk.handler;
    const response = hooks.answer(request) ?? (await host(request));
    if (isCut(response)) throw new TypeError('connection lost');
    return response;
  };
  const pageRead = async (path: unknown): Promise<Result<unknown>> => {
    const headers = { cookie: freshdesk.sessionCookie };
    const response = await network(`https://${HOST}${String(path)}`, { headers });
    return {
      ok: true,
      value: {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      },
    };
  };
  const world = {
    freshdesk,
    network,
    hooks,
    /** The process that the background works by. */
    pack: testPack,
    /** Zone of the steward's machine. */
    machineTimeZone: 'UTC',
    areas: createStorageAreas(),
    /** What content scripts were asked, and what they answer. */
    asked: [] as { tabId: number; message: PageMessage }[],
    page: async (message: PageMessage): Promise<unknown> => {
      if (message.request === 'page.read') return await pageRead(message.input['path']);
      if (message.request === 'page.refreshTicket') return { ok: true, value: 'model' };
      if (message.request === 'page.setLayout') return { ok: true, value: message.input };
      const value = { how: 'inserted', target: message.input['target'], recipients: [] };
      return { ok: true, value: { ...value, verified: true } };
    },
    openTabs: new Set([TAB]),
    created: [] as { url: string; openerTabId?: number }[],
    notices: [] as unknown[],
    /** Notices sent to tabs, for the frames in them. */
    tabNotices: [] as { tabId: number; message: unknown }[],
    log: [] as unknown[][],
    optionsOpened: 0,
    /** Alarms as the browser keeps them: they outlive the background. */
    alarms: new Map<string, Date>(),
    /** Somebody is at the machine. */
    inUse: true,
    badge: { text: '', tone: 'plain', title: '' } as Badge,
    /** Notifications on the screen, by id, and all that were ever shown. */
    onScreen: new Map<string, NoticeContent>(),
    shown: [] as { id: string; content: NoticeContent; at: Date }[],
    now: () => now,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    /** The account's requests since the last call, as `GET /api/…`. */
    requests: () =>
      freshdesk.requests
        .splice(0)
        .map(({ method, path }) => `${method} ${path.replace('/api/v2', '')}`),
    ticket: (id: number) => {
      const ticket = freshdesk.store.tickets.get(id);
      if (ticket === undefined) throw new Error(`no ticket ${id}`);
      return ticket;
    },
  };
  return world;
}

export type World = ReturnType<typeof createWorld>;

/** Starts a background in a world, as the browser does each time it wakes one; storage and tabs are what they were. */
export function wake(world: World) {
  let listener: MessageListener = () => undefined;
  const listeners = {
    url: (_tabId: number, _url: string): void => {},
    removed: (_tabId: number): void => {},
    alarm: (_name: string): void => {},
    notice: (_id: string): void => {},
    noticeButton: (_id: string, _index: number): void => {},
  };
  const note =
    (level: string) =>
    (...parts: unknown[]) =>
      void world.log.push([level, ...parts]);
  let ids = 0;
  const { ready } = startBackground({
    runtime: {
      id: RUNTIME_ID,
      onMessage: (one) => {
        listener = one;
      },
      send: async (message) => {
        world.notices.push(message);
        throw new Error('Could not establish connection. Receiving end does not exist.');
      },
      openOptionsPage: async () => {
        world.optionsOpened += 1;
      },
      pageUrl: (path) => `chrome-extension://${RUNTIME_ID}${path}`,
      version: () => '0.1.0',
    },
    alarms: {
      set: async (name, at) => {
        world.alarms.set(name, at);
      },
      clear: async (name) => {
        world.alarms.delete(name);
      },
      all: async () => [...world.alarms].map(([name, at]) => ({ name, at })),
      onAlarm: (one) => {
        listeners.alarm = one;
      },
    },
    notices: {
      setBadge: async (badge) => {
        world.badge = badge;
      },
      show: async (id, content) => {
        world.onScreen.set(id, content);
        world.shown.push({ id, content, at: world.now() });
      },
      clear: async (id) => {
        world.onScreen.delete(id);
      },
      onClick: (one) => {
        listeners.notice = one;
      },
      onButton: (one) => {
        listeners.noticeButton = one;
      },
    },
    idle: { inUse: async () => world.inUse },
    tabs: {
      create: async (input) => {
        world.created.push(input);
        return 100 + world.created.length;
      },
      send: async (tabId, message, frameId) => {
        const gone = new Error('Could not establish connection. Receiving end does not exist.');
        if (!world.openTabs.has(tabId)) throw gone;
        if (frameId === undefined) {
          world.tabNotices.push({ tabId, message });
          return undefined;
        }
        const asked = message as PageMessage;
        world.asked.push({ tabId, message: asked });
        return await world.page(asked);
      },
      onUrl: (one) => {
        listeners.url = one;
      },
      onRemoved: (one) => {
        listeners.removed = one;
      },
    },
    areas: world.areas,
    restrictStorage: async () => true,
    fetch: world.network,
    pack: world.pack,
    clock: world.now,
    newId: () => `id-${world.now().getTime()}-${(ids += 1)}`,
    machineTimeZone: world.machineTimeZone,
    logger: { info: note('info'), warn: note('warn'), error: note('error') },
  });

  const raw = async (message: unknown, sender: MessageSender): Promise<unknown> =>
    await new Promise((resolve) => {
      if (listener(message, sender, resolve) === undefined) resolve('not answered');
    });
  const ask = async <N extends CommandName>(
    command: N,
    input: CommandInput<N>,
    sender: MessageSender = from.sidebar,
  ): Promise<Result<CommandOutput<N>>> =>
    // What comes over the wire has gone through JSON.
    JSON.parse(JSON.stringify(await raw({ steward: 1, command, input }, sender)));
  return { ready, raw, ask, listeners };
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export function errorOf(result: Result<unknown>): Failure {
  if (result.ok) throw new Error('expected a failure');
  return result.error;
}

/** A background with a ticket open in a tab, and with the agent's key unless told otherwise. */
export async function atWork(
  options: { readonly key?: boolean; readonly account?: Partial<Account> } = {},
) {
  const world = createWorld(options.account);
  const background = wake(world);
  if (options.key !== false)
    valueOf(
      await background.ask(
        'settings.connectFreshdesk',
        { host: 'acme', key: world.freshdesk.keys.agent },
        from.options,
      ),
    );
  valueOf(await background.ask('tab.report', { ticket: OUTAGE, theme: 'light' }, from.content));
  world.requests();
  return { world, ...background };
}

/** Lets everything begun in the background come to its end. */
export async function settled(turns = 50): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 0));
}
