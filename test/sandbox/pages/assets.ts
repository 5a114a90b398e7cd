import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { ShellAssets } from './shell.ts';

/** One file served under `/assets/`. */
export type Asset = { body: string; contentType: string };

/** Everything under `/assets/`, by path, and what the shell links to. */
export type Assets = { files: ReadonlyMap<string, Asset>; shell: ShellAssets };

const here = dirname(fileURLToPath(import.meta.url));
const froalaDirectory = dirname(
  createRequire(import.meta.url).resolve('froala-editor/package.json'),
);

/** Froala's plugins behind the buttons of the toolbar, and `url`, which links typed addresses. */
const froalaPlugins = ['align', 'colors', 'image', 'link', 'lists', 'quote', 'table', 'url'];
const froalaPluginStyles = ['colors', 'image', 'table'];

const fingerprint = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

const readAll = async (paths: readonly string[]): Promise<string> =>
  (await Promise.all(paths.map((path) => readFile(path, 'utf8')))).join('\n');

const bundleClient = async (): Promise<string> => {
  const bundle = await rolldown({ input: join(here, 'client/main.ts'), logLevel: 'warn' });
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: false });
    return output[0].code;
  } finally {
    await bundle.close();
  }
};

const readStyles = async (): Promise<string> => {
  const names = (await readdir(join(here, 'css'))).filter((name) => name.endsWith('.css'));
  // tokens.css is read first through the sorted order of the numbered names.
  return readAll(names.toSorted().map((name) => join(here, 'css', name)));
};

const froalaFile = (...parts: string[]): string => join(froalaDirectory, ...parts);

/**
 * Bundles the client once and reads styles and the editor from the package folder.
 * Rejects when the client does not build: a sandbox with half a page would mislead.
 */
export const buildAssets = async (): Promise<Assets> => {
  const [app, styles, froala, froalaStyles] = await Promise.all([
    bundleClient(),
    readStyles(),
    readAll([
      froalaFile('js/froala_editor.min.js'),
      ...froalaPlugins.map((name) => froalaFile('js/plugins', `${name}.min.js`)),
    ]),
    readAll([
      froalaFile('css/froala_editor.min.css'),
      froalaFile('css/froala_style.min.css'),
      ...froalaPluginStyles.map((name) => froalaFile('css/plugins', `${name}.min.css`)),
    ]),
  ]);
  const files = new Map<string, Asset>();
  const add = (name: string, extension: 'js' | 'css', body: string): string => {
    const path = `/assets/${name}-${fingerprint(body)}.${extension}`;
    const contentType = extension === 'js' ? 'text/javascript' : 'text/css';
    files.set(path, { body, contentType: `${contentType}; charset=utf-8` });
    return path;
  };
  const shell: ShellAssets = {
    styles: [add('froala', 'css', froalaStyles), add('app', 'css', styles)],
    scripts: [add('froala', 'js', froala), add('app', 'js', app)],
  };
  return { files, shell };
};
