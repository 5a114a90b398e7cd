import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesBelow, outputOf, root, textOf } from './support/files';

const product = ['entrypoints', 'components', 'lib'].flatMap(filesBelow);
const code = [...product, ...filesBelow('test')].filter((path) => /\.(ts|tsx|css)$/.test(path));
const linesOf = (path: string): number => textOf(path).split('\n').length;

describe('size', () => {
  test('no source file is over 300 lines', () => {
    expect(code.filter((path) => linesOf(path) > 301)).toEqual([]);
  });

  test('half of the product files have at most 80 lines', () => {
    const sizes = product
      .filter((path) => /\.tsx?$/.test(path))
      .map(linesOf)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(80);
  });

  test('an entrypoint only wires: at most 60 lines', () => {
    const entries = filesBelow('entrypoints').filter((path) => /\.tsx?$/.test(path));
    expect(entries.filter((path) => linesOf(path) > 61)).toEqual([]);
  });
});

describe('names', () => {
  test('modules are kebab-case, components PascalCase, hooks useX', () => {
    const name =
      /(^|\/)([a-z0-9]+([.-][a-z0-9]+)*\.(ts|css)|[A-Z]\w*\.tsx|use[A-Z]\w*\.ts|(main|index|mount|use[A-Z]\w*)\.tsx)$/;
    expect(product.filter((path) => /\.(ts|tsx|css)$/.test(path) && !name.test(path))).toEqual([]);
  });
});

describe('text of the product', () => {
  const texts = [...code, 'README.md', 'CONTRIBUTING.md', 'package.json', 'wxt.config.ts'];

  test('no path of a machine and no registry address', () => {
    const machine = /(^|[\s"'`(])\/(work|home|Users)\/\w|registry\.npmjs\.org/m;
    const self = 'test/conventions.test.ts';
    expect(texts.filter((path) => path !== self && machine.test(textOf(path)))).toEqual([]);
    expect(textOf('package-lock.json')).not.toContain('"resolved"');
  });

  test('whoever silences a rule says why on the same line', () => {
    const silent =
      /(oxlint|eslint)-disable(?!.*--\s*\S)|@ts-(ignore|expect-error)\s*$|\b(it|test|describe)\.(only|todo)\b/m;
    const self = 'test/conventions.test.ts';
    expect(code.filter((path) => path !== self && silent.test(textOf(path)))).toEqual([]);
  });

  test('the sandbox imports no product code', () => {
    const imports = /from '(@\/|(\.\.\/)+(lib|components|entrypoints)\/)/;
    expect(filesBelow('test/sandbox').filter((path) => imports.test(textOf(path)))).toEqual([]);
  });
});

describe('lint refuses what the layers forbid', () => {
  /** A file, and the complaint that it must draw. */
  const violations: readonly (readonly [string, string, string])[] = [
    [
      'lib/domain/a.ts',
      "import { useState } from 'react';\nexport const x = useState;",
      'no-restricted-imports',
    ],
    ['lib/domain/b.ts', "import * as z from 'zod';\nexport const x = z;", 'no-restricted-imports'],
    [
      'lib/domain/c.ts',
      "import { x } from '@/lib/background/x';\nexport const y = x;",
      'no-restricted-imports',
    ],
    ['lib/domain/d.ts', 'export const x = () => document.title;', 'no-restricted-globals'],
    [
      'lib/contract/a.ts',
      "import * as z from 'zod';\nexport const x = z;",
      'no-restricted-imports',
    ],
    [
      'lib/client/a.ts',
      "import { x } from '@/lib/background/x';\nexport const y = x;",
      'no-restricted-imports',
    ],
    [
      'lib/background/a.ts',
      "import { x } from '@/lib/freshdesk-page/x';\nexport const y = x;",
      'no-restricted-imports',
    ],
    ['lib/background/b.ts', 'export const x = () => browser.storage.local;', 'browser.storage'],
    [
      'lib/freshdesk-page/a.ts',
      "import { x } from '@/lib/background/x';\nexport const y = x;",
      'no-restricted-imports',
    ],
    [
      'components/A.tsx',
      "import { browser } from 'wxt/browser';\nexport const x = browser;",
      'no-restricted-imports',
    ],
    [
      'components/B.tsx',
      "import { x } from '@/lib/background/x';\nexport const y = x;",
      'no-restricted-imports',
    ],
    ['components/c.ts', "export const x = () => fetch('/');", 'no-restricted-globals'],
    [
      'components/d.ts',
      "export const x = () => document.querySelector('a');",
      'document.querySelector',
    ],
    ['components/e.ts', "export const x = (e: Element) => { e.innerHTML = ''; };", 'innerHTML'],
    ['components/f.ts', 'export const x = () => localStorage.length;', 'no-restricted-globals'],
    ['lib/platform/a.ts', "export const x = () => console.log('x');", 'no-console'],
  ];
  let folder = '';
  let report = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'layers-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, '.oxlintrc.json'), textOf('.oxlintrc.json'));
    for (const [path, text] of violations) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    report = outputOf('oxlint', ['--format=unix', '.'], folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(violations)('%s', (path, _text, words) => {
    const lines = report.split('\n').filter((line) => line.includes(path));
    expect(lines.join('\n')).toContain(words);
  });
});
