import { createFaults, withFaultsAndLog } from '../faults.ts';
import type { Account, Faults, Handler, LoggedRequest } from '../types.ts';
import { createInternalApi, createPublicApi, type ApiDeps } from './api.ts';
import type { Context } from './context.ts';
import { createEmptySwitch } from './empty.ts';
import { invalid, notLoggedIn, unknownField } from './http/answer.ts';
import { identify, type Identity } from './http/auth.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { respond } from './http/respond.ts';
import { receiveMail, type IncomingMail } from './incoming.ts';
import { internalRoutes } from './internal/routes.ts';
import type { Mail, Ticket } from './model/ticket.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { agentRoutes } from './routes/agents.ts';
import { companyRoutes } from './routes/companies.ts';
import { contactRoutes } from './routes/contacts.ts';
import { searchRoutes } from './routes/search.ts';
import { setupRoutes } from './routes/setup.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { timeEntryRoutes } from './routes/time-entries.ts';
import { seed } from './seed/index.ts';
import { AGENT } from './seed/people.ts';
import { createStore, type Store } from './store.ts';
import { createEventStream } from './stream.ts';
import { raiseEscalations } from './tickets/change.ts';

export type { IncomingMail } from './incoming.ts';
export type * from './model/account.ts';
export type * from './model/ticket.ts';
export type { Store } from './store.ts';

/** API keys of agents: `agent` is Bo's, `admin` Ada's, `cleo` that of a second steward. */
export type Keys = { agent: string; admin: string; cleo: string };

/** A Freshdesk account that answers like the real one. */
export type Freshdesk = {
  /** Answers `/api/v2/*`, `/api/_/*` and `/notifications/stream`. */
  handler: Handler;
  /** Live: a change takes effect with the next request. */
  account: Account;
  faults: Faults;
  /** Every request, in the order of the answers; keys and cookies are not in it. */
  requests: LoggedRequest[];
  store: Store;
  keys: Keys;
  /** `name=value` of Bo's session; to be set HttpOnly, Secure, SameSite=Lax, Path=/. */
  sessionCookie: string;
  outbox: Mail[];
  /** Server jobs: raises the escalation flags of what is overdue by now. */
  tick(): void;
  /** Lets a mail arrive at the support address. */
  receive(mail: IncomingMail): Ticket;
  /** Forgets what was used of the minute's call budget. */
  resetRateLimit(): void;
  /** Ends open event streams. */
  close(): void;
};

const DEFAULT_ACCOUNT: Account = {
  role: 'agent',
  age: '2026',
  ticketScope: 1,
  featuresOff: [],
  nestedChoices: 'object',
  empty: false,
  rateLimitPerMinute: 700,
  dueDateDelayMs: 0,
  searchLagMs: 0,
};

const KEYS: Keys = {
  agent: 'bK7sandboxBo20Qw9xLr',
  admin: 'aD3sandboxAda5Tz8mVe',
  cleo: 'cL9sandboxCleo1Hn4pYu',
};
const SESSION_COOKIE = '_helpkit_session=5f1c9a7e30b84d2f8e6b';
const CSRF_TOKEN = 'csrf-7c2e41d09b5f4e8ab3d6';

/** Makes an account, seeded relative to `now()`. `host` is the name it answers under. */
export function createFreshdesk(
  options: { account?: Partial<Account>; now?: () => Date; host?: string } = {},
): Freshdesk {
  const now = options.now ?? (() => new Date());
  const account: Account = { ...DEFAULT_ACCOUNT, ...options.account };
  const store = createStore();
  const stream = createEventStream();
  const outbox: Mail[] = [];
  const context: Context = {
    store,
    account,
    now,
    host: options.host ?? 'acme.freshdesk.com',
    outbox,
    publish: stream.publish,
  };
  seed(context);
  const setEmpty = createEmptySwitch(store);
  setEmpty(account.empty);

  const agentIdByKey = new Map([
    [KEYS.agent, AGENT.Bo],
    [KEYS.admin, AGENT.Ada],
    [KEYS.cleo, AGENT.Cleo],
  ]);
  const whoIs = (request: Request): Identity =>
    identify(request.headers, {
      byKey: (key) => store.agents.get(agentIdByKey.get(key) ?? 0),
      session: () => store.agents.get(AGENT.Bo),
      cookie: SESSION_COOKIE,
    });
  const isBo = (identity: Identity) => identity.agent?.id === AGENT.Bo;
  const deps: ApiDeps = {
    context,
    identify: whoIs,
    isAdmin: (who) => who.agent?.admin === true || (isBo(who) && account.role === 'admin'),
    scopeOf: (who) => (isBo(who) ? account.ticketScope : 1),
  };
  const rate = createRateLimit(() => account.rateLimitPerMinute, now);
  const publicApi = createPublicApi(
    deps,
    [
      ...ticketRoutes(context),
      ...conversationRoutes(context),
      ...timeEntryRoutes(context),
      ...contactRoutes(context),
      ...companyRoutes(context),
      ...agentRoutes(context),
      ...setupRoutes(context),
      ...searchRoutes(context),
    ],
    rate,
  );
  const internalApi = createInternalApi(deps, internalRoutes(context, CSRF_TOKEN), CSRF_TOKEN);

  const route: Handler = (request) => {
    setEmpty(account.empty);
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.startsWith('/api/v2/')) return publicApi(request);
    if (pathname.startsWith('/api/_/')) return internalApi(request);
    if (pathname.startsWith('//api/v2/')) return doubleSlash(request, publicApi);
    if (pathname === '/notifications/stream') {
      if (whoIs(request).kind !== 'session') return respond(notLoggedIn);
      const ticket = searchParams.get('ticket');
      return stream.open(ticket === null ? null : Number(ticket));
    }
    return respond({ status: 404 });
  };

  const list = createFaults();
  const requests: LoggedRequest[] = [];
  return {
    handler: withFaultsAndLog(route, {
      list,
      requests,
      now,
      auth: (request) => whoIs(request).kind,
    }),
    account,
    faults: list.faults,
    requests,
    store,
    keys: KEYS,
    sessionCookie: SESSION_COOKIE,
    outbox,
    tick: () => raiseEscalations(context),
    receive: (mail) => receiveMail(context, mail),
    resetRateLimit: rate.reset,
    close: stream.close,
  };
}

/** An address configured with a slash at its end: reads work, writes give a misleading error (public issues). */
function doubleSlash(request: Request, publicApi: Handler): Response | Promise<Response> {
  if (request.method !== 'GET') return respond(invalid([unknownField('ticket')]));
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(1);
  return publicApi(new Request(url, request));
}
