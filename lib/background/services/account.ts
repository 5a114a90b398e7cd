import type { Documents } from '../storage/documents';

/** The account whose tickets the list shows: the connected one, else that of an open Freshdesk tab; null: none. */
export type Account = { readonly host: () => Promise<string | null> };

/** Said wherever there is none. */
export const NO_ACCOUNT =
  'Steward does not know your Freshdesk account yet: add your API key on the options page, or open a ticket.';

/** Reads the account from the settings, or from what the open tabs report. */
export function createAccount(deps: {
  readonly documents: Pick<Documents, 'settings' | 'tabs'>;
}): Account {
  const { documents } = deps;
  return {
    host: async () => {
      const settings = await documents.settings.read();
      if (settings.ok && settings.value.freshdeskHost !== null) return settings.value.freshdeskHost;
      const tabs = await documents.tabs.read();
      return tabs.ok ? (Object.values(tabs.value)[0]?.host ?? null) : null;
    },
  };
}
