/**
 * `npm test`: everything a change must pass, in the order in which it fails fastest, with one closing line.
 * `npm test -- unit component` runs only the named parts.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, findFirefox } from './sandbox/browser/find.ts';

const root = join(import.meta.dirname, '..');
const report = join(root, 'test/.artifacts/vitest.json');

type Tally = { passed: number; failed: number };
type Part = { name: string; run: () => Promise<Tally> };

/** Runs a command with its output shown; resolves with its exit code. */
function exec(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules/.bin', command), args, {
      cwd: root,
      stdio: 'inherit',
      env: process.env,
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => {
      console.error(`Could not start ${command}: ${error.message}. Run npm ci first.`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const check = (name: string, command: string, ...args: string[]): Part => ({
  name,
  run: async () =>
    (await exec(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
});

type VitestReport = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number };

const tests = (name: string, prepare?: () => Promise<void>): Part => ({
  name,
  run: async () => {
    await prepare?.();
    rmSync(report, { force: true });
    const code = await exec('vitest', [
      'run',
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    try {
      const result = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
      const failed = result.numFailedTests;
      // A file that cannot be loaded fails without a failed test; it counts as one.
      return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
    } catch {
      return { passed: 0, failed: 1 };
    }
  },
});

/** End-to-end tests need browsers: found, or installed with a word about it, before the first test starts. */
async function browsers(): Promise<void> {
  const chromium = await findBrowser();
  process.env['STEWARD_BROWSER'] = chromium.path;
  console.log(`Chromium tests use ${chromium.why}`);
  const firefox = await findFirefox();
  if (firefox.found) process.env['STEWARD_FIREFOX'] = firefox.path;
  console.log(
    firefox.found ? `Firefox tests use ${firefox.why}` : `Without Firefox: ${firefox.reason}`,
  );
}

const parts: readonly Part[] = [
  check('format', 'oxfmt', '--check'),
  check('lint', 'oxlint', '--type-aware', '--deny-warnings'),
  check('types', 'tsc', '--noEmit'),
  tests('unit'),
  tests('page'),
  tests('component'),
  check('build-chrome', 'wxt', 'build', '-b', 'chrome', '--mv3'),
  check('build-firefox', 'wxt', 'build', '-b', 'firefox', '--mv3'),
  tests('built'),
  tests('e2e', browsers),
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `Unknown part ${unknown.join(', ')}. There are: ${parts.map((part) => part.name).join(', ')}.`,
  );
  process.exit(2);
}

const total: Tally = { passed: 0, failed: 0 };
const broken: string[] = [];
for (const part of parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n── ${part.name}`);
  const started = Date.now();
  const tally = await part.run();
  total.passed += tally.passed;
  total.failed += tally.failed;
  if (tally.failed > 0) broken.push(part.name);
  console.log(
    `── ${part.name}: ${tally.failed === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
}
if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
