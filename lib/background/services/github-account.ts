import type { Result } from '@/lib/contract/result';
import type { GithubCheck } from '@/lib/contract/views';
import type { Clock } from '@/lib/platform/clock';
import { fail, ok } from '@/lib/platform/result';
import type { Broadcast } from '../broadcast';
import { createGithubClient, type GithubClient } from '../github/client';
import type { Documents } from '../storage/documents';

export type GithubAccount = {
  /** One call with the token; stored only when GitHub names its owner. */
  readonly connect: (token: string) => Promise<Result<GithubCheck>>;
  readonly forget: () => Promise<Result<unknown>>;
  /** A client with the stored token; `not-configured` when there is none. */
  readonly client: () => Promise<Result<GithubClient>>;
};

export const NEEDS_TOKEN =
  'Closing the issue too needs your GitHub token: add it on Steward’s options page.';

/** Whatever fits into a header: anything else is no token, and the browser would quote it in its complaint. */
const TOKEN = /^[\x21-\x7e]+$/;

/** The steward's own GitHub token. Nothing here ever answers the token itself. */
export function createGithubAccount(deps: {
  readonly documents: Pick<Documents, 'secrets'>;
  readonly broadcast: Broadcast;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
}): GithubAccount {
  const { documents, broadcast, fetch, clock } = deps;
  /** How often a token was forgotten: one that was still being checked then must not come back. */
  const forgotten = { times: 0 };

  function tell(): void {
    broadcast('settings');
    broadcast('list');
  }

  return {
    connect: async (text) => {
      const token = text.trim();
      if (!TOKEN.test(token))
        return fail('invalid-input', 'That is no GitHub token: paste it without spaces.');
      const begun = forgotten.times;
      const owner = await createGithubClient({ token, fetch, clock }).whoAmI();
      if (!owner.ok) return owner;
      if (forgotten.times !== begun)
        return fail('conflict', 'The token was forgotten while it was checked: enter it again.');
      const github = { token, login: owner.value.login };
      const kept = await documents.secrets.update((secrets) => ({ ...secrets, github }));
      // Secrets that cannot be read are as good as none; without this no token could be stored again.
      const stored = kept.ok ? kept : await documents.secrets.replace({ freshdesk: null, github });
      if (!stored.ok) return stored;
      tell();
      return ok({ login: github.login });
    },
    forget: async () => {
      forgotten.times += 1;
      const before = await documents.secrets.read();
      // Taken away whole, because an older raw form kept aside could hold the token too.
      await documents.secrets.remove();
      const freshdesk = before.ok ? before.value.freshdesk : null;
      const put =
        freshdesk === null
          ? ok(true)
          : await documents.secrets.replace({ freshdesk, github: null });
      tell();
      return put;
    },
    client: async () => {
      const secrets = await documents.secrets.read();
      if (!secrets.ok) return secrets;
      const { github } = secrets.value;
      if (github === null) return fail('not-configured', NEEDS_TOKEN);
      return ok(createGithubClient({ token: github.token, fetch, clock }));
    },
  };
}
