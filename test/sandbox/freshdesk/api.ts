import { Hono, type Context as HonoContext } from 'hono';
import type { Handler } from '../types.ts';
import type { Context } from './context.ts';
import { methodNotAllowed, denied, notFound, notLoggedIn, type Answer } from './http/answer.ts';
import type { Identity } from './http/auth.ts';
import type { Call, Route } from './http/call.ts';
import type { RateLimit } from './http/rate-limit.ts';
import { methodsFor, readJson, unknownQuery, wrongMedia } from './http/request.ts';
import { rateHeaders, respond } from './http/respond.ts';

/** What the two APIs need besides the data. */
export type ApiDeps = {
  context: Context;
  identify: (request: Request) => Identity;
  isAdmin: (identity: Identity) => boolean;
  scopeOf: (identity: Identity) => 1 | 2 | 3;
};

async function run(request: Request, route: Route, call: Omit<Call, 'body'>): Promise<Answer> {
  if (route.admin === true && !call.admin) return denied;
  const json = await readJson(request);
  if ('status' in json) return json;
  return unknownQuery(route, call.query) ?? route.run({ ...call, body: json.value });
}

function callOf(
  c: HonoContext,
  { identity, deps }: { identity: Identity & { kind: 'key' | 'session' }; deps: ApiDeps },
) {
  return {
    method: c.req.method,
    params: c.req.param() as Record<string, string>,
    query: new URL(c.req.url).searchParams,
    agent: identity.agent,
    admin: deps.isAdmin(identity),
    scope: deps.scopeOf(identity),
  };
}

function isKnown(identity: Identity): identity is Identity & { kind: 'key' | 'session' } {
  return identity.agent !== undefined;
}

/** A table of routes as a handler; `answer` wraps what all calls of one API have in common. */
function mount(
  base: string,
  routes: readonly Route[],
  answer: (c: HonoContext, route: Route | undefined) => Promise<Response>,
): Handler {
  const app = new Hono();
  for (const route of routes) app.on(route.method, `${base}${route.path}`, (c) => answer(c, route));
  app.notFound((c) => answer(c, undefined));
  return (request) => app.fetch(request);
}

/** `/api/v2`: budget first (failed calls count too), then media, identity, rights. */
export function createPublicApi(deps: ApiDeps, routes: readonly Route[], rate: RateLimit): Handler {
  const base = '/api/v2';
  return mount(base, routes, async (c, route) => {
    const url = new URL(c.req.url);
    const cost = route?.cost?.(url.searchParams) ?? 1;
    const charge = rate.charge(cost, route?.limit);
    const headers = rateHeaders(deps.context.account.rateLimitPerMinute, charge, cost);
    // What a 429 says in its body is documented nowhere: it says nothing here.
    if (!charge.allowed) return respond({ status: 429 }, headers);
    const request = c.req.raw;
    const media = wrongMedia(request);
    if (media) return respond(media, headers);
    const identity = deps.identify(request);
    // The page's session reads API v2, and is refused when it writes (seen live, 2026).
    const writes = request.method !== 'GET';
    if (!isKnown(identity) || (writes && identity.kind === 'session'))
      return respond(notLoggedIn, headers);
    if (!route) {
      const methods = methodsFor(routes, url.pathname.slice(base.length));
      return respond(
        methods.length > 0 ? methodNotAllowed(request.method, methods) : notFound,
        headers,
      );
    }
    return respond(await run(request, route, callOf(c, { identity, deps })), headers);
  });
}

/** `/api/_`: session only; writes need the CSRF token and say that they come from a script. */
export function createInternalApi(
  deps: ApiDeps,
  routes: readonly Route[],
  csrfToken: string,
): Handler {
  return mount('/api/_', routes, async (c, route) => {
    const request = c.req.raw;
    const identity = deps.identify(request);
    if (!isKnown(identity) || identity.kind !== 'session') return respond(notLoggedIn);
    const tokened =
      request.headers.get('x-csrf-token') === csrfToken && request.headers.has('x-requested-with');
    if (request.method !== 'GET' && !tokened) return respond(notLoggedIn);
    if (!route) return respond(notFound);
    return respond(await run(request, route, callOf(c, { identity, deps })));
  });
}
