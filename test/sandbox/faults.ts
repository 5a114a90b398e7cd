import { cutResponse } from './proxy/cut.ts';
import type { Fault, Faults, Handler, LoggedRequest } from './types.ts';

/** The faults of one stand-in, and the look-up its handler does for each request. */
export type FaultList = {
  faults: Faults;
  /** The first fault that matches and is not used up; using it counts against its `times`. */
  take(request: Request): Fault | undefined;
};

type Entry = { fault: Fault; left: number };

const matches = (fault: Fault, request: Request): boolean => {
  const url = new URL(request.url);
  if (fault.method !== undefined && fault.method.toUpperCase() !== request.method) return false;
  if (fault.host !== undefined && fault.host !== url.host) return false;
  // A global or sticky expression remembers where it stopped, which would make every second request slip through.
  fault.path.lastIndex = 0;
  return fault.path.test(url.pathname + url.search);
};

/** An empty list of faults. */
export const createFaults = (): FaultList => {
  const entries = new Set<Entry>();
  return {
    faults: {
      add: (fault) => {
        const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
        entries.add(entry);
        return () => void entries.delete(entry);
      },
      clear: () => entries.clear(),
    },
    take: (request) => {
      for (const entry of entries) {
        if (entry.left <= 0 || !matches(entry.fault, request)) continue;
        entry.left -= 1;
        return entry.fault;
      }
      return undefined;
    },
  };
};

const sleep = (delayMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, delayMs));

const spoilJson = async (response: Response): Promise<Response> => {
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const half = text.slice(0, Math.floor(text.length / 2));
  return new Response(half === '' ? '{' : half, { status: response.status, headers });
};

const answer = async (
  fault: Fault | undefined,
  request: Request,
  handler: Handler,
): Promise<Response> => {
  if (fault?.delayMs !== undefined) await sleep(fault.delayMs);
  if (fault?.cut === true) return cutResponse();
  if (fault?.status !== undefined) {
    const headers = { 'content-type': 'application/json; charset=utf-8', ...fault.headers };
    const bodyless = fault.status === 204 || fault.status === 304;
    return new Response(bodyless ? null : (fault.body ?? ''), { status: fault.status, headers });
  }
  const response = await handler(request);
  if (fault?.cutAfter === true) {
    await response.body?.cancel();
    return cutResponse();
  }
  return fault?.malformed === true ? await spoilJson(response) : response;
};

/** Text of a request as the log keeps it: parsed when it is JSON, as it is otherwise, undefined when there is none. */
export const readLoggedBody = async (request: Request): Promise<unknown> => {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const text = await request.clone().text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

export type Recording = {
  list: FaultList;
  /** Filled in the order in which requests were answered. */
  requests: LoggedRequest[];
  now: () => Date;
  auth: (request: Request) => LoggedRequest['auth'];
};

/**
 * The handler with faults applied and every request written down. A dropped connection is logged with status 0, because
 * its sender saw no answer.
 */
export const withFaultsAndLog =
  (handler: Handler, { list, requests, now, auth }: Recording): Handler =>
  async (request) => {
    const at = now();
    const url = new URL(request.url);
    const body = await readLoggedBody(request);
    const fault = list.take(request);
    const response = await answer(fault, request, handler);
    const isDropped = fault?.cut === true || fault?.cutAfter === true;
    requests.push({
      at,
      method: request.method,
      host: url.host,
      path: url.pathname + url.search,
      auth: auth(request),
      body,
      status: isDropped ? 0 : response.status,
    });
    return response;
  };
