import type { Answer } from './answer.ts';
import { invalid, refused, unknownField } from './answer.ts';
import type { Route } from './call.ts';

/** 406 when the client does not take JSON, 415 when it does not send JSON. */
export function wrongMedia(request: Request): Answer | undefined {
  const accept = request.headers.get('accept') ?? '*/*';
  if (!/\*\/\*|application\/(?:\*|json)/.test(accept)) return { status: 406 };
  const sent = request.headers.get('content-type');
  if (sent !== null && request.method !== 'GET' && !/^application\/json/i.test(sent)) {
    return { status: 415 };
  }
  return undefined;
}

/** The JSON of a body; undefined without one. */
export async function readJson(request: Request): Promise<{ value: unknown } | Answer> {
  if (request.method === 'GET') return { value: undefined };
  const text = await request.text();
  if (text === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return refused(400, 'invalid_json', 'Request body has invalid json format');
  }
}

/** Query parameters that the call does not know. */
export function unknownQuery(route: Route, query: URLSearchParams): Answer | undefined {
  if (!route.query) return undefined;
  const unknown = [...query.keys()].filter((key) => !route.query?.includes(key));
  return unknown.length > 0 ? invalid(unknown.map(unknownField)) : undefined;
}

/** Methods that some route of the table has for this path; for 405. */
export function methodsFor(routes: readonly Route[], path: string): string[] {
  const fitting = routes.filter((route) => {
    const pattern = route.path.replace(/:\w+\{([^}]*)\}/g, '$1');
    return new RegExp(`^${pattern}$`).test(path);
  });
  return [...new Set(fitting.map(({ method }) => method))];
}
