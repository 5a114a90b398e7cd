import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import type { Browser, Page } from 'playwright-core';
import type { EditorOptions } from './page';
import { TICKET_URL, pageHtml, pageScript } from './page';

const root = path.resolve(import.meta.dirname, '../../..');
const froala = path.join(root, 'node_modules/froala-editor');

/** The product's editor code and the harness around it as one classic script. */
export async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(import.meta.dirname, 'entry.ts'), formats: ['iife'], name: 'bundle' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error('the bundle came out empty');
  return chunk.code;
}

/** A tab with the test page under a ticket's real address; nothing leaves the machine. */
export async function openPage(
  browser: Browser,
  code: string,
  options: EditorOptions,
): Promise<Page> {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/froala.js': [
      'text/javascript',
      await readFile(`${froala}/js/froala_editor.pkgd.min.js`, 'utf8'),
    ],
    '/froala.css': ['text/css', await readFile(`${froala}/css/froala_editor.pkgd.min.css`, 'utf8')],
    '/steward.js': ['text/javascript', code],
    '/page.js': ['text/javascript', pageScript(options)],
  };
  await page.route('**/*', async (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname] ?? [
      'text/html',
      pageHtml,
    ];
    await route.fulfill({ contentType, body });
  });
  await page.goto(TICKET_URL);
  return page;
}
