import type { PageOptions } from '../../types.ts';

/** The options the page was served with, the account's name, and the editor's licence key if any. */
export type Config = PageOptions & { accountName: string; froalaKey?: string };

/** Reads the environment from the shell's meta element. Throws when the shell is broken. */
export const readConfig = (doc: Document): Config => {
  const meta = doc.querySelector<HTMLMetaElement>('meta[name="helpdesk/config/environment"]');
  if (meta === null) throw new Error('The environment is missing from the page');
  return JSON.parse(decodeURIComponent(meta.content)) as Config;
};
