import { browser } from 'wxt/browser';

/** One storage area, values untyped: what comes out of storage is parsed before anyone believes it. */
export type StorageArea = {
  readonly get: (key: string) => Promise<unknown>;
  /** Values of those of the keys that exist, in one call. */
  readonly getMany: (keys: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;
  readonly set: (key: string, value: unknown) => Promise<void>;
  /** All or none, in one call. */
  readonly setMany: (values: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly remove: (keys: readonly string[]) => Promise<void>;
  readonly keys: () => Promise<readonly string[]>;
};

/** `local` outlives the browser, `session` outlives the background only: tab numbers belong there. */
export type StorageAreas = { readonly local: StorageArea; readonly session: StorageArea };

type BrowserArea = {
  get: (keys: string | string[] | null) => Promise<Record<string, unknown>>;
  /** Since Chromium 130 and Firefox 143; without it the names come with all the values. */
  getKeys?: () => Promise<string[]>;
  set: (items: Record<string, unknown>) => Promise<void>;
  remove: (keys: string[]) => Promise<void>;
};

function area(of: () => BrowserArea): StorageArea {
  return {
    get: async (key) => (await of().get(key))[key],
    getMany: async (keys) => (keys.length === 0 ? {} : await of().get([...keys])),
    set: async (key, value) => {
      await of().set({ [key]: value });
    },
    setMany: async (values) => {
      await of().set({ ...values });
    },
    remove: async (keys) => {
      if (keys.length > 0) await of().remove([...keys]);
    },
    keys: async () => {
      try {
        const names = await of().getKeys?.();
        if (names !== undefined) return names;
      } catch {
        // A browser that has only the name of it.
      }
      return Object.keys(await of().get(null));
    },
  };
}

/** The browser's storage. */
export function createStorageAreas(): StorageAreas {
  return {
    local: area(() => browser.storage.local),
    session: area(() => browser.storage.session),
  };
}

/**
 * Shuts content scripts out of `storage.local`, where the API key lies. Chromium has this for every area; Firefox only
 * for `session` (measured 2026), so there the call is left out: content scripts of Steward never ask for storage.
 */
export async function restrictLocalStorage(): Promise<boolean> {
  const local: { setAccessLevel?: unknown } = browser.storage.local;
  if (typeof local.setAccessLevel !== 'function') return false;
  try {
    await browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    return true;
  } catch {
    return false;
  }
}
