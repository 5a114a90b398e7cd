import type { Result } from '@/lib/contract/result';
import type { FreshdeskCheck, Settings, SettingsView } from '@/lib/contract/views';
import { fail, ok } from '@/lib/platform/result';
import type { Broadcast } from '../broadcast';
import type { Documents } from '../storage/documents';
import { createKeyedQueue } from '../storage/queue';
import { hostSchema } from '../storage/schemas';
import { isTimeZone } from '../time-zone';
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

/** What the shape alone does not tell; the sentence for the first problem, or null. */
function problemOf(settings: Settings): string | null {
  const { timeZone, roster, firstIncoming } = settings;
  if (!isTimeZone(timeZone))
    return `“${timeZone}” is no time zone: use a name such as Europe/Berlin.`;
  if (roster.some((name) => name.trim() === '')) return 'The roster has a name without letters.';
  if (new Set(roster).size !== roster.length) return 'The roster names somebody twice.';
  if (firstIncoming !== null && !roster.includes(firstIncoming))
    return `${firstIncoming} is not on the roster: choose who joined first from the roster.`;
  return null;
}

/** That a repository is private was said of that very one: another one counts as public until it is said again. */
function isPublic(before: Settings, next: Settings): boolean {
  const same = before.githubRepository?.toLowerCase() === next.githubRepository?.toLowerCase();
  return next.githubRepositoryIsPublic || (!same && !before.githubRepositoryIsPublic);
}

/** Freshdesk's numbers: 1 all, 2 groups, 3 own. An unknown one is taken for the narrowest: it promises least. */
function scopeOf(ticketScope: number): FreshdeskCheck['scope'] {
  if (ticketScope === 1) return 'all tickets';
  return ticketScope === 2 ? 'tickets of its groups' : 'own tickets';
}

/** Settings and the key. Nothing here ever answers the key itself. */
export function createSettings(deps: {
  readonly documents: Pick<Documents, 'settings' | 'secrets' | 'refusals'>;
  readonly connections: Connections;
  readonly broadcast: Broadcast;
}): SettingsService {
  const { documents, connections, broadcast } = deps;
  /** Host and key change together, whoever else changes them. */
  const queue = createKeyedQueue();
  /** How often the key was forgotten: one that was still being checked then must not come back. */
  const forgotten = { times: 0 };

  async function view(): Promise<Result<SettingsView>> {
    const settings = await documents.settings.read();
    if (!settings.ok) return settings;
    const secrets = await documents.secrets.read();
    // A key that cannot be read is as good as none; without this answer nobody could enter it again.
    const freshdesk = secrets.ok ? secrets.value.freshdesk : null;
    return ok({
      settings: settings.value,
      connection: {
        hasFreshdeskKey: freshdesk !== null,
        freshdeskAgent: freshdesk?.agentName ?? null,
        githubLogin: (secrets.ok ? secrets.value.github : null)?.login ?? null,
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

  /** Host and key are stored both or not at all: a key that stays behind would be shown beside another host. */
  async function store(host: string, key: string, agentName: string): Promise<Result<unknown>> {
    const before = await documents.secrets.read();
    const freshdesk = { host, key, agentName };
    const kept = await documents.secrets.update((secrets) => ({ ...secrets, freshdesk }));
    const stored = kept.ok ? kept : await documents.secrets.replace({ freshdesk, github: null });
    if (!stored.ok) return stored;
    const settings = await documents.settings.update((current) => ({
      ...current,
      freshdeskHost: host,
      stewardName: current.stewardName === '' ? agentName : current.stewardName,
    }));
    if (settings.ok) return settings;
    if (before.ok) {
      const { freshdesk: last } = before.value;
      await documents.secrets.update((secrets) => ({ ...secrets, freshdesk: last }));
    }
    return settings;
  }

  /** A GitHub token stays; what cannot be read goes, with its copies. */
  async function forgetKey(): Promise<void> {
    const github = await documents.secrets.read();
    await documents.secrets.remove();
    if (github.ok && github.value.github !== null)
      await documents.secrets.replace({ freshdesk: null, github: github.value.github });
  }

  async function connect(
    host: string,
    keyText: string | undefined,
  ): Promise<Result<FreshdeskCheck>> {
    const key = await keyFor(host, keyText);
    if (!key.ok) return key;
    const begun = forgotten.times;
    const me = await connections.clientForKey(host, key.value).me();
    if (!me.ok) return me;
    const { name: agentName, email } = me.value.contact;
    const stored = await queue('account', async () =>
      forgotten.times === begun
        ? await store(host, key.value, agentName)
        : fail('conflict', 'The key was forgotten while it was being checked: enter it again.'),
    );
    if (!stored.ok) return stored;
    // Another key may do what the one before could not.
    await documents.refusals.replace({});
    broadcast('settings');
    broadcast('ticket');
    return ok({ agentName, agentEmail: email ?? '', scope: scopeOf(me.value.ticket_scope) });
  }

  return {
    view,
    save: async (settings) => {
      const problem = problemOf(settings);
      if (problem !== null) return fail('invalid-input', problem);
      const next = { ...settings, stewardName: settings.stewardName.trim() };
      const updated = await documents.settings.update((current) => ({
        ...next,
        // The account changes by connecting alone: a form that was read before must not set it back.
        freshdeskHost: current.freshdeskHost,
        githubRepositoryIsPublic: isPublic(current, next),
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
      return await connect(host, keyText);
    },
    forgetFreshdeskKey: async () => {
      forgotten.times += 1;
      await queue('account', forgetKey);
      await documents.refusals.replace({});
      broadcast('settings');
      broadcast('ticket');
      return await view();
    },
  };
}
