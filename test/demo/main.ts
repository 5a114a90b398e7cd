/**
 * `npm run demo`: builds Steward, starts the stand-ins and opens a ticket with the sidebar beside it.
 * With `--screenshots DIR`, or where there is no display, it walks through the job, writes pictures and ends.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../sandbox/browser/find.ts';
import { account, startSteward } from '../support/steward.ts';
import { takeScreenshots } from './tour.ts';

const root = join(import.meta.dirname, '../..');

const { values } = parseArgs({ options: { screenshots: { type: 'string' } } });
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

console.log('1/3 Building the extension …');
const built = spawnSync(join(root, 'node_modules/.bin/wxt'), ['build', '-b', 'chrome', '--mv3'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
if (built.status !== 0) {
  console.error('The extension could not be built; the lines above say why.');
  process.exit(1);
}

console.log('2/3 Looking for a browser …');
const browser = await findBrowser();
process.env['STEWARD_BROWSER'] = browser.path;
console.log(`    ${browser.why}`);

if (values.screenshots !== undefined || !hasDisplay) {
  const folder = resolve(values.screenshots ?? join(root, 'test/.artifacts/demo'));
  console.log(
    values.screenshots === undefined
      ? '3/3 There is no display here: walking through the job and writing pictures instead …'
      : '3/3 Walking through the job and writing pictures …',
  );
  for (const file of await takeScreenshots(folder)) console.log(`    ${file}`);
  process.exit(0);
}

console.log('3/3 Opening the stand-in for Freshdesk …');
const steward = await startSteward({ headless: false });
await steward.page.goto(`${account}/a/tickets/4242`);
await steward.page.bringToFront();
console.log(`
Ticket 4242 is open, with Steward beside it. Try: Incident, then Open incident issue, then insert the reply.
Everything is a stand-in on this machine: nothing leaves it. Close the window to end.`);
await new Promise<void>((done) => {
  steward.chromium.context.on('close', () => done());
  process.on('SIGINT', () => done());
});
await steward.stop().catch(() => undefined);
process.exit(0);
