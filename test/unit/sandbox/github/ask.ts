import type { Handler } from '../../../sandbox/types.ts';

export type Ask = (
  method: string,
  path: string,
  init?: { token?: string; body?: unknown; headers?: Record<string, string> },
) => Promise<{
  status: number;
  headers: Headers;
  json: Record<string, unknown>;
  list: Record<string, unknown>[];
}>;

/** Calls a handler of `api.github.com` and reads the JSON of its answer. */
export const asker =
  (api: Handler): Ask =>
  async (method, path, { token, body, headers } = {}) => {
    const response = await api(
      new Request(`https://api.github.com${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const value = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    const list = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
    return { status: response.status, headers: response.headers, json: value, list };
  };
