/**
 * What Steward costs Freshdesk's page, and how long a steward waits for the sidebar:
 * `npx node test/bench/page-cost.bench.ts [--runs 7]` after a build. The same pages are loaded in a browser with the
 * built extension and in one without, in turn; the table shows medians and says nothing about what is fast enough.
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchChromium, type Chromium } from '../sandbox/browser/chromium.ts';
import { findBrowser } from '../sandbox/browser/find.ts';
import { startSandbox, type Sandbox } from '../sandbox/start.ts';
import { account, extensionDir, fillOptions } from '../support/steward.ts';
import {
  busyWhileLoading,
  sidebarFrame,
  timeUntilShown,
  type Busy,
  type Shown,
} from './measure.ts';
import { tableOf } from './table.ts';

const TICKET = 4242;
/** The bar's buttons come last of what the ticket page draws; clocks need the ticket, the pack and the settings. */
const MARKS = { page: '#mainactionbar button', sidebar: 'section[aria-label="Clocks"]' };
const ROW = '[data-test-id^="ticket-row-"]';

type Arm = { chromium: Chromium; hasSteward: boolean };
type Run = { list: Busy; ticket: Busy; cold: Shown; warm: Shown };

const addressOf = (ticketId: number): string => `${account}/a/tickets/${ticketId}`;

async function measure({ chromium, hasSteward }: Arm, ticketId: number): Promise<Run> {
  const { context } = chromium;
  const list = await busyWhileLoading(context, `${account}/a/tickets`, (page) =>
    page.locator(ROW).first().waitFor(),
  );
  const ticket = await busyWhileLoading(context, addressOf(TICKET), async (page) => {
    await page.locator(MARKS.page).first().waitFor();
    if (hasSteward) await sidebarIsThere(page);
  });
  // A ticket nobody has opened, and a background that the browser has put to sleep.
  if (hasSteward) await chromium.stopWorker();
  const cold = await timeUntilShown(context, addressOf(ticketId), MARKS, hasSteward);
  const warm = await timeUntilShown(context, addressOf(ticketId), MARKS, hasSteward);
  return { list, ticket, cold, warm };
}

/** Asks the sidebar's own process, so that waiting costs the page nothing. */
async function sidebarIsThere(page: Page): Promise<void> {
  await (await sidebarFrame(page)).locator(MARKS.sidebar).waitFor();
}

/** Plain tickets of one kind that no browser has opened yet, one for each run. */
function unopened(sandbox: Sandbox, count: number): readonly number[] {
  const { store } = sandbox.freshdesk;
  const before = new Set(store.tickets.keys());
  store.seedMany(count);
  return [...store.tickets.keys()].filter((id) => !before.has(id));
}

async function measureAll(
  sandbox: Sandbox,
  arms: { without: Arm; with: Arm },
  runs: number,
): Promise<{ without: Run; with: Run }[]> {
  // The first run fills the browsers' caches and counts for nothing.
  const [rehearsal = TICKET, ...tickets] = unopened(sandbox, runs + 1);
  for (const arm of [arms.without, arms.with]) await measure(arm, rehearsal);
  const pairs: { without: Run; with: Run }[] = [];
  for (const [index, ticketId] of tickets.entries()) {
    sandbox.freshdesk.resetRateLimit();
    process.stderr.write(`run ${index + 1} of ${runs}\n`);
    // Who goes first changes, so that a machine that slows down is unfair to nobody.
    if (index % 2 === 0) {
      const without = await measure(arms.without, ticketId);
      pairs.push({ without, with: await measure(arms.with, ticketId) });
    } else {
      const withIt = await measure(arms.with, ticketId);
      pairs.push({ without: await measure(arms.without, ticketId), with: withIt });
    }
  }
  return pairs;
}

function report(pairs: readonly { without: Run; with: Run }[]): string {
  const both = (name: string, value: (run: Run) => number) => ({
    name,
    without: pairs.map((pair) => value(pair.without)),
    with: pairs.map((pair) => value(pair.with)),
  });
  const onlyWith = (name: string, value: (run: Run) => number | null) => ({
    name,
    without: [],
    with: pairs.map((pair) => value(pair.with) ?? Number.NaN),
  });
  return tableOf([
    both('Ticket list: main thread busy', ({ list }) => list.taskMs),
    both('Ticket list: of that JavaScript', ({ list }) => list.scriptMs),
    both('Ticket: main thread busy', ({ ticket }) => ticket.taskMs),
    both('Ticket: of that JavaScript', ({ ticket }) => ticket.scriptMs),
    both("Ticket: until Freshdesk's buttons", ({ warm }) => warm.pageMs),
    onlyWith('Sidebar shows the ticket, cold', ({ cold }) => cold.sidebarMs),
    onlyWith('Sidebar shows the ticket, warm', ({ warm }) => warm.sidebarMs),
  ]);
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`--runs is a whole number from 1, not "${values.runs}".`);
  process.exit(2);
}
if (!existsSync(join(extensionDir, 'manifest.json'))) {
  console.error('The extension is not built yet: run npm run build.');
  process.exit(2);
}

const browser = await findBrowser();
// A copy, because a build in the meantime would take the extension away from under the browser.
const copy = await mkdtemp(join(tmpdir(), 'steward-bench-'));
const sandbox = await startSandbox();
const chromiums: Chromium[] = [];
const open = async (extension?: string): Promise<Chromium> => {
  const { proxyUrl } = sandbox;
  const chromium = await launchChromium({
    proxyUrl,
    headless: true,
    browser,
    ...(extension !== undefined && { extensionDir: extension }),
  });
  chromiums.push(chromium);
  return chromium;
};
try {
  await cp(extensionDir, copy, { recursive: true });
  const without = { chromium: await open(), hasSteward: false };
  const withIt = { chromium: await open(copy), hasSteward: true };
  await fillOptions(withIt.chromium, sandbox, 'key');
  const pairs = await measureAll(sandbox, { without, with: withIt }, runs);
  const version = without.chromium.context.browser()?.version() ?? '';
  console.log(`${runs} runs, Chromium ${version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}`);
  console.log(report(pairs));
  if (sandbox.failures.length > 0) throw new Error('The sandbox failed; the numbers mean nothing.');
} finally {
  for (const chromium of chromiums) await chromium.close();
  await sandbox.stop();
  await rm(copy, { recursive: true, force: true });
}
