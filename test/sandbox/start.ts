import { createFreshdesk } from './freshdesk/index.ts';
import { createGithub, type Github, type GithubOptions } from './github/index.ts';
import { createPages } from './pages/index.ts';
import { createProxy, type HandlerFailure, type Refusal } from './proxy/proxy.ts';
import { createSlack, type Slack } from './slack/index.ts';
import type { Account, Handler, PageOptions } from './types.ts';

export const FRESHDESK_HOST = 'acme.freshdesk.com';

export type SandboxOptions = {
  /** What differs from the default account; `sandbox.freshdesk.account` can be changed while running. */
  account?: Partial<Account>;
  /** What differs from the default agent page; `sandbox.pages.options` can be changed while running. */
  page?: Partial<PageOptions>;
  /** What differs from the default GitHub; `sandbox.github.options` can be changed while running. */
  github?: Partial<GithubOptions>;
  /** The time in which all stand-ins live; the machine's by default. */
  now?: () => Date;
  /** Port of the proxy; a free one by default. */
  port?: number;
};

type Freshdesk = ReturnType<typeof createFreshdesk>;
type Pages = Awaited<ReturnType<typeof createPages>>;

export type Sandbox = {
  /** To be given to a browser as its proxy. */
  proxyUrl: string;
  freshdesk: Freshdesk;
  pages: Pages;
  github: Github;
  slack: Slack;
  /** Requests to hosts that the sandbox does not stand in for. */
  refused: Refusal[];
  /** Errors of the sandbox itself; anything in here makes a test's result worthless. */
  failures: HandlerFailure[];
  /** Drops all connections and frees all ports. */
  stop(): Promise<void>;
};

/** Paths of the account's host that the API answers; everything else is a page. */
const isApi = (pathname: string): boolean =>
  pathname.startsWith('/api/') || pathname.startsWith('/notifications/');

const freshdeskHost =
  (api: Handler, pages: Handler): Handler =>
  (request) =>
    (isApi(new URL(request.url).pathname) ? api : pages)(request);

/** Starts everything that a browser with the extension needs, on loopback and on free ports. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { now } = options;
  const clock = now === undefined ? {} : { now };
  const freshdesk = createFreshdesk({
    account: options.account ?? {},
    host: FRESHDESK_HOST,
    ...clock,
  });
  const pages = await createPages({
    sessionCookie: freshdesk.sessionCookie,
    page: options.page ?? {},
  });
  const github = await createGithub({ ...options.github, ...clock });
  const slack = await createSlack(clock);
  const proxy = await createProxy({
    hosts: {
      [FRESHDESK_HOST]: freshdeskHost(freshdesk.handler, pages.handler),
      'api.github.com': github.api,
      'github.com': github.web,
      'hooks.slack.com': slack.handler,
    },
    port: options.port ?? 0,
    ...clock,
  });
  return {
    proxyUrl: proxy.proxyUrl,
    freshdesk,
    pages,
    github,
    slack,
    refused: proxy.refused,
    failures: proxy.failures,
    stop: async () => {
      await proxy.stop();
      await Promise.all([github.stop(), slack.stop()]);
    },
  };
};
