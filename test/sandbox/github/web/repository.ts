import type { Call } from '../emulator.ts';
import type { Person } from '../people.ts';
import { type ChooserConfig, readChooserConfig, readTemplate, type Template } from '../template.ts';

const FOLDER = '.github/ISSUE_TEMPLATE';

export type Label = { name: string; color: string };

/** What the new-issue page needs to know of a repository. */
export type RepositorySetup = {
  templates: readonly Template[];
  config: ChooserConfig;
  labels: readonly Label[];
};

/**
 * Reads templates and labels through the API. Templates are read anew for each page, so that a test may change them by
 * writing a file.
 */
export const readSetup = async (
  call: Call,
  viewer: Person,
  repo: string,
): Promise<RepositorySetup> => {
  const listing = await call(viewer, 'GET', `/repos/${repo}/contents/${FOLDER}`);
  const entries = listing.ok ? ((await listing.json()) as { name: string }[]) : [];
  const texts = await Promise.all(
    entries.map(async ({ name }) => {
      const path = `/repos/${repo}/contents/${FOLDER}/${encodeURIComponent(name)}`;
      const file = await call(viewer, 'GET', path, undefined, 'application/vnd.github.raw+json');
      return { name, text: await file.text() };
    }),
  );
  const isConfig = (name: string): boolean => /^config\.ya?ml$/.test(name);
  const labels = await call(viewer, 'GET', `/repos/${repo}/labels?per_page=100`);
  return {
    templates: texts
      .filter(({ name }) => !isConfig(name))
      .map(({ name, text }) => readTemplate(name, text))
      .filter((template) => template !== undefined),
    config: readChooserConfig(texts.find(({ name }) => isConfig(name))?.text),
    labels: (await labels.json()) as Label[],
  };
};
