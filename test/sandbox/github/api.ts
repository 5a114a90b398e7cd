import type { Handler } from '../types.ts';
import {
  apiError,
  checkFileWrite,
  checkNewIssue,
  dropUnpermitted,
  isHidden,
  translateError,
} from './api-rules.ts';
import type { Clock } from './clock.ts';
import { withEntityTag } from './conditional.ts';
import type { Emulated } from './emulator.ts';
import { permissionsOf, type Person, senderOf } from './people.ts';
import { createRateLimit, LIMITS } from './rate-limit.ts';
import { API_ORIGIN, rewriteAnswer } from './rewrite.ts';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Link, Location, Retry-After, X-GitHub-Request-Id, X-RateLimit-Limit, X-RateLimit-Remaining, ' +
    'X-RateLimit-Reset, X-RateLimit-Resource, X-RateLimit-Used, X-GitHub-SSO, GitHub-Authentication-Token-Expiration',
};

const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...CORS,
      'access-control-allow-headers':
        'Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, X-GitHub-Api-Version, User-Agent',
      'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
      'access-control-max-age': '86400',
    },
  });

const parseObject = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};

export type ApiOptions = {
  emulated: Emulated;
  clock: Clock;
  now: () => Date;
  /** Calls an hour with a token. */
  limit: () => number;
  /** When the tokens expire, as their header says; undefined: never. */
  tokenExpiry: () => string | undefined;
};

/**
 * `api.github.com`: the emulator with what it lacks of GitHub's rules, namely unknown tokens, hidden repositories, fields
 * dropped without push access, entity tags, caching and rate-limit headers, the wording of errors.
 */
export const createApi = ({ emulated, clock, now, limit, tokenExpiry }: ApiOptions): Handler => {
  const rates = createRateLimit(now);

  const forward = async (request: Request, sender: Person | undefined): Promise<Response> => {
    const url = new URL(request.url);
    const path = decodeURIComponent(url.pathname);
    if (isHidden(path, sender)) return apiError(404, 'Not Found');
    const since = url.searchParams.get('since');
    if (since !== null) url.searchParams.set('since', clock.toMachine(since));

    const text = request.method === 'GET' ? '' : await request.text();
    let fields = text === '' ? undefined : parseObject(text);
    if (text !== '' && fields === undefined && !text.trimStart().startsWith('[')) {
      return apiError(400, 'Problems parsing JSON');
    }
    if (request.method === 'POST' && /^\/repos\/[^/]+\/[^/]+\/issues$/.test(path) && sender) {
      const problem = checkNewIssue(fields ?? {});
      if (problem !== undefined) return problem;
      fields = dropUnpermitted(fields ?? {}, sender);
    }
    const isFileWrite = request.method === 'PUT' && /^\/repos\/[^/]+\/[^/]+\/contents\//.test(path);
    if (isFileWrite && sender?.access === 'push') {
      const problem = checkFileWrite(fields ?? {});
      if (problem !== undefined) return problem;
    }
    if (request.method !== 'GET') await clock.mark();
    const accept = request.headers.get('accept') ?? undefined;
    const ask = (body: unknown): Promise<Response> =>
      emulated.call(sender, request.method, url.pathname + url.search, body, accept);
    const body = fields ?? (text === '' ? undefined : (JSON.parse(text) as unknown));
    const response = await ask(body);
    if (!isFileWrite || response.status !== 422 || fields?.['sha'] === undefined) return response;
    const { message } = (await response.clone().json()) as { message?: string };
    // GitHub creates the file and ignores the sha when there is no such file (measured live by others, 2026-08).
    const { sha: _ignored, ...rest } = fields;
    return message?.endsWith('does not exist') === true ? await ask(rest) : response;
  };

  const finish = async (
    request: Request,
    response: Response,
    sender: Person | undefined,
  ): Promise<Response> => {
    const type = response.headers.get('content-type') ?? '';
    const headers = new Headers();
    const link = response.headers.get('link');
    if (link !== null) {
      // Made from the address that the emulator was called at, which is not the one in its bodies.
      headers.set('link', link.replace(/https?:\/\/[^/]+/g, API_ORIGIN));
    }
    if (!type.includes('json')) {
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (bytes.length === 0) return new Response(null, { status: response.status, headers });
      headers.set('content-type', 'application/vnd.github.raw+json; charset=utf-8');
      return response.ok && request.method === 'GET'
        ? withEntityTag(request, bytes, headers)
        : new Response(bytes, { status: response.status, headers });
    }
    const value = rewriteAnswer(await response.json(), emulated.origin, clock) as Record<
      string,
      unknown
    >;
    if (!response.ok) {
      return 'status' in value
        ? Response.json(value, { status: response.status })
        : translateError(
            response.status,
            typeof value['message'] === 'string' ? value['message'] : '',
          );
    }
    if ('permissions' in value) {
      if (sender === undefined) delete value['permissions'];
      else value['permissions'] = permissionsOf(sender.access);
    }
    const body = JSON.stringify(value);
    headers.set('content-type', 'application/json; charset=utf-8');
    if (request.method === 'GET') return withEntityTag(request, body, headers);
    if (response.status === 201 && typeof value['url'] === 'string')
      headers.set('location', value['url']);
    return new Response(body, { status: response.status, headers });
  };

  return async (request) => {
    if (request.method === 'OPTIONS') return preflight();
    const sender = senderOf(request);
    if (sender === 'bad') {
      const refused = apiError(401, 'Bad credentials');
      for (const [name, value] of Object.entries(CORS)) refused.headers.set(name, value);
      return refused;
    }
    const who = sender?.login ?? '';
    const most = sender === undefined ? LIMITS.anonymous : limit();
    const { headers: counted, isExhausted } = rates.take(who, most);
    const response = isExhausted
      ? apiError(403, `API rate limit exceeded for user ${who}.`)
      : await finish(request, await forward(request, sender), sender);
    const isFree = response.status === 304 && sender !== undefined;
    const rate = isFree ? rates.refund(who, most) : counted;
    const extra = {
      ...CORS,
      ...rate,
      'x-github-media-type': 'github.v3; format=json',
      'x-github-api-version-selected': '2022-11-28',
      ...(request.method === 'GET' && response.status < 400
        ? {
            // Browsers may therefore answer a read for a minute from their own cache.
            'cache-control': `${sender ? 'private' : 'public'}, max-age=60, s-maxage=60`,
            vary: 'Accept, Authorization, Cookie, X-GitHub-OTP,Accept-Encoding, Accept, X-Requested-With',
          }
        : {}),
    };
    for (const [name, value] of Object.entries(extra)) response.headers.set(name, value);
    const expiry = tokenExpiry();
    if (sender !== undefined && expiry !== undefined) {
      response.headers.set('github-authentication-token-expiration', expiry);
    }
    return response;
  };
};
