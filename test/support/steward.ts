import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import {
  launchChromium,
  type Chromium,
  type ChromiumOptions,
} from '../sandbox/browser/chromium.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/start.ts';

export const extensionDir = join(import.meta.dirname, '../../.output/chrome-mv3');
export const account = 'https://acme.freshdesk.com';

/** The stand-ins, a browser with the built extension, and one page of it. */
export type Steward = {
  readonly sandbox: Sandbox;
  readonly chromium: Chromium;
  readonly page: Page;
  stop(): Promise<void>;
};

export type StewardOptions = SandboxOptions &
  Partial<Pick<ChromiumOptions, 'colorScheme' | 'viewport' | 'headless'>> & {
    /** How far the options page is filled in; `key` is everything. */
    readonly setUp?: 'nothing' | 'session' | 'key';
  };

/** Starts everything and fills in the options page as a steward would. */
export async function startSteward(options: StewardOptions = {}): Promise<Steward> {
  if (!existsSync(join(extensionDir, 'manifest.json'))) {
    throw new Error('The extension is not built yet: run npx wxt build -b chrome --mv3.');
  }
  const { setUp = 'key', colorScheme, viewport, headless = true, ...sandboxOptions } = options;
  const sandbox = await startSandbox(sandboxOptions);
  const chromium = await launchChromium({
    proxyUrl: sandbox.proxyUrl,
    extensionDir,
    headless,
    ...(colorScheme !== undefined && { colorScheme }),
    ...(viewport !== undefined && { viewport }),
  });
  const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
  if (setUp !== 'nothing') await fillOptions(chromium, sandbox, setUp);
  return {
    sandbox,
    chromium,
    page,
    stop: async () => {
      await chromium.close();
      await sandbox.stop();
    },
  };
}

/** Opens the options page in a new tab. */
export async function openOptions(chromium: Chromium): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(`chrome-extension://${await chromium.extensionId()}/options.html`);
  return page;
}

/** Types what a new steward types on the first day: account, key, team and budgets. */
export async function fillOptions(
  chromium: Chromium,
  sandbox: Sandbox,
  setUp: 'session' | 'key',
): Promise<void> {
  const page = await openOptions(chromium);
  if (setUp === 'key') {
    await page.getByLabel('Freshdesk account').fill('acme');
    await page.getByLabel('API key').fill(sandbox.freshdesk.keys.agent);
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('Connected as Bo').waitFor();
  }
  await page.getByLabel('Repository', { exact: true }).fill('acme-hubs/infrastructure');
  await page.getByLabel('Roster').fill(['Bo', 'Cleo', 'Dee', 'Eli', 'Fay'].join('\n'));
  await page.getByLabel('First shift starts on').fill(shiftStart());
  await page.getByLabel('Joins on that day').selectOption('Cleo');
  await page.getByLabel('Default hours a month').fill('4');
  await page.getByText('All changes saved').waitFor();
  await page.close();
}

/** A Wednesday three to nine days ago, so that the next handover is always ahead. */
function shiftStart(): string {
  const day = new Date(Date.now() - 3 * 86_400_000);
  while (day.getUTCDay() !== 3) day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** Opens a ticket by its address and waits for the sidebar. */
export async function openTicket(page: Page, id: number): Promise<Frame> {
  await page.goto(`${account}/a/tickets/${id}`);
  return sidebarOf(page, id);
}

/** The sidebar's frame, once it shows the ticket of that number, open or as a rail. */
export async function sidebarOf(page: Page, id: number): Promise<Frame> {
  const frame = await frameOf(page);
  const rail = frame.getByRole('button', { name: `Open Steward for ticket ${id}` });
  await frame.getByText(`#${id}`, { exact: true }).or(rail).first().waitFor();
  return frame;
}

async function frameOf(page: Page): Promise<Frame> {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const frame = page.frames().find((candidate) => candidate.url().includes('/sidebar.html'));
    if (frame !== undefined) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error('The sidebar did not appear within 15 s.');
}
