import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, textOf } from '../support/files';

const kilobyte = 1024;

describe.each(['chrome', 'firefox'])('bundle for %s', (browser) => {
  const folder = `.output/${browser}-mv3`;
  const scripts = readdirSync(join(root, folder, 'content-scripts')).filter((name) =>
    name.endsWith('.js'),
  );

  test('each content script weighs at most 20 KB', () => {
    const heavy = scripts
      .map((name) => ({ name, bytes: statSync(join(root, folder, 'content-scripts', name)).size }))
      .filter(({ bytes }) => bytes > 20 * kilobyte);
    expect(scripts.length).toBeGreaterThan(0);
    expect(heavy).toEqual([]);
  });

  test('content scripts hold no framework, no schema library and no GitHub client', () => {
    for (const name of scripts) {
      const text = textOf(`${folder}/content-scripts/${name}`);
      expect(text).not.toMatch(/react|zod|octokit|tanstack/i);
    }
  });

  test('nothing in the package evaluates text as code or names a host of its own', () => {
    const all = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.js'),
    );
    for (const name of all)
      expect(textOf(`${folder}/${name}`)).not.toMatch(/\beval\(|127\.0\.0\.1|froala-editor/);
  });
});
