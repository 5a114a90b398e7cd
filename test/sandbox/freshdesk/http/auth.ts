import type { Agent } from '../model/account.ts';

/** Who is asking: by API key, by the session cookie of the agent pages, or not at all. */
export type Identity =
  | { kind: 'key' | 'session'; agent: Agent }
  | { kind: 'bad' | 'none'; agent?: undefined };

/** Reads Basic auth (key as user name, any password) before the cookie, as the API does. */
export function identify(
  headers: Headers,
  agents: { byKey(key: string): Agent | undefined; session(): Agent | undefined; cookie: string },
): Identity {
  const header = headers.get('authorization');
  if (header !== null) {
    const key = basicUser(header);
    const agent = key === undefined ? undefined : agents.byKey(key);
    return agent ? { kind: 'key', agent } : { kind: 'bad' };
  }
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/);
  const sessions = cookies.filter((pair) => pair.startsWith('_helpkit_session='));
  if (sessions.length === 0) return { kind: 'none' };
  const agent = sessions.includes(agents.cookie) ? agents.session() : undefined;
  return agent ? { kind: 'session', agent } : { kind: 'bad' };
}

function basicUser(header: string): string | undefined {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(header.trim()) ?? [];
  if (encoded === undefined) return undefined;
  const [user] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return user === '' ? undefined : user;
}
