import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Root folder of the project. */
export const root = join(import.meta.dirname, '../..');

const skipped = new Set(['node_modules', '.git', '.output', '.wxt', '.artifacts']);

/** All files below a folder of the project, as paths relative to the root; build results left out. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split('/').some((part) => skipped.has(part)));
}

/** Text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Runs a tool of the project and returns what it printed, also when it failed. */
export function outputOf(tool: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(join(root, 'node_modules/.bin', tool), args, { cwd, encoding: 'utf8' });
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'stdout' in error)
      return String(error.stdout);
    throw error;
  }
}
