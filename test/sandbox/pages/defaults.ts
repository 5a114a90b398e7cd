import type { PageOptions } from '../types.ts';

/** Name of the account as it ends every `document.title` (`[#id] Subject : Acme`). */
export const accountName = 'Acme';

/**
 * What a page is served with when nothing is asked for.
 * `editorStepMs` keeps the pauses between the steps below the 700 ms of silence after which careful
 * userscripts call an editor settled; `draftDelayMs` is the "about 4 s" measured live in 2026-09.
 */
export const defaultPageOptions: PageOptions = {
  layout: '2026',
  theme: 'light',
  requester: 'light',
  wideBars: false,
  editorStepMs: 150,
  draftDelayMs: 4000,
  language: 'en',
};

/** A full, mutable set of options: what was asked for over the defaults. */
export const pageOptionsFrom = (asked: Partial<PageOptions> = {}): PageOptions => ({
  ...defaultPageOptions,
  ...asked,
});
