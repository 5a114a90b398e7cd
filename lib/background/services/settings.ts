import type { Result } from '@/lib/contract/result';
import type { FreshdeskCheck, Settings, SettingsView } from '@/lib/contract/views';
import { fail, ok } from '@/lib/platform/result';
import type { Broadcast } from '../broadcast';
import type { Documents } from '../storage/documents';
import { hostSchema } from '../storage/schemas';
import type { Connections } from './connection';

export type SettingsService = {
  readonly view: () => Promise<Result<SettingsView>>;
  readonly save: (settings: Settings) => Promise<Result<SettingsView>>;
  /** One call to the account with the key; host and key are stored only when it is answered well. */
  readonly connectFreshdesk: (host: string, key?: string) => Promise<Result<FreshdeskCheck>>;
  readonly forgetFreshdeskKey: () => Promise<Result<SettingsView>>;
};

/** `acme`, `acme.freshdesk.com`, `https://acme.freshdesk.com/a/tickets/1` → `acme.freshdesk.com`; null for anything else. */
export function normaliseHost(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  const bare = /^[a-z0-9][a-z0-9-]*$/.test(trimmed) ? `${trimmed}.freshdesk.com` : trimmed;
  const url = URL.parse(/^https?:\/\//.test(bare) ? bare : `https://${bare}`);
  if (url === null || url.username !== '' || url.port !== '') return null;
  const host = hostSchema.safeParse(url.hostname);
  return host.success ? host.data : null;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What the shape alone does not tell; the sentence for the first problem, or null. */
function problemOf(settings: Settings): string | null {
  const { timeZone, roster, firstIncoming } = settings;
  if (!isTimeZone(timeZone))
    return `“${timeZone}” is no time zone: use a name such as Europe/Berlin.`;
  if (new Set(roster).size !== roster.length) return 'The roster names somebody twice.';
  if (firstIncoming !== null && !roster.includes(firstIncoming))
    return `${firstIncoming} is not on the roster: choose who joined first from the roster.`;
  return null;
}

/** Freshdesk's numbers: 1 all, 2 groups, 3 own. An unknown one is taken for the narrowest: it promises least. */
function scopeOf(ticketScope: number): FreshdeskCheck['scope'] {
  if (ticketScope === 1) return 'all tickets';
  return ticketScope === 2 ? 'tickets of its groups' : 'own tickets';
}

/** Settings and the key. Nothing here ever answers the key itself. */
export function createSettings(deps: {
  readonly documents: Pick<Documents, 'settings' | 'secrets'>;
  readonly connections: Connections;
  readonly broadcast: Broadcast;
}): SettingsService {
  const { documents, connections, broadcast } = deps;

  async function view(): Promise<Result<SettingsView>> {
    const settings = await documents.settings.read();
    if (!settings.ok) return settings;
    const secrets = await documents.secrets.read();
    if (!secrets.ok) return secrets;
    const { freshdesk } = secrets.value;
    return ok({
      settings: settings.value,
      connection: {
        hasFreshdeskKey: freshdesk !== null,
        freshdeskAgent: freshdesk?.agentName ?? null,
      },
    });
  }

  /** The stored key belongs to its own host: it is never tried on another one. */
  async function keyFor(host: string, given: string | undefined): Promise<Result<string>> {
    if (given !== undefined && given.trim() !== '') return ok(given.trim());
    const secrets = await documents.secrets.read();
    if (!secrets.ok) return secrets;
    const { freshdesk } = secrets.value;
    if (freshdesk?.host === host) return ok(freshdesk.key);
    return fail('invalid-input', `Paste your API key for ${host}.`);
  }

  return {
    view,
    save: async (settings) => {
      const problem = problemOf(settings);
      if (problem !== null) return fail('invalid-input', problem);
      const next = { ...settings, stewardName: settings.stewardName.trim() };
      // The account changes by connecting alone: a form that was read before must not set it back.
      const updated = await documents.settings.update(({ freshdeskHost }) => ({
        ...next,
        freshdeskHost,
      }));
      const saved = updated.ok ? updated : await documents.settings.replace(next);
      if (!saved.ok) return saved;
      broadcast('settings');
      broadcast('team');
      return await view();
    },
    connectFreshdesk: async (hostText, keyText) => {
      const host = normaliseHost(hostText);
      if (host === null)
        return fail(
          'invalid-input',
          'That is no Freshdesk address: use the one of your account, such as acme.freshdesk.com.',
        );
      const key = await keyFor(host, keyText);
      if (!key.ok) return key;
      const me = await connections.clientForKey(host, key.value).me();
      if (!me.ok) return me;
      const agentName = me.value.contact.name;
      const settings = await documents.settings.update((current) => ({
        ...current,
        freshdeskHost: host,
        stewardName: current.stewardName === '' ? agentName : current.stewardName,
      }));
      if (!settings.ok) return settings;
      const stored = await documents.secrets.replace({
        freshdesk: { host, key: key.value, agentName },
      });
      if (!stored.ok) return stored;
      broadcast('settings');
      broadcast('ticket');
      return ok({
        agentName,
        agentEmail: me.value.contact.email ?? '',
        scope: scopeOf(me.value.ticket_scope),
      });
    },
    forgetFreshdeskKey: async () => {
      await documents.secrets.remove();
      broadcast('settings');
      broadcast('ticket');
      return await view();
    },
  };
}
