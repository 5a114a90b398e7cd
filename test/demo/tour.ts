import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openList, openPage } from '../support/list.ts';
import {
  account,
  openOptions,
  openTicket,
  sidebarOf,
  startSteward,
  type Steward,
} from '../support/steward.ts';

/** Walks through the job of a steward and takes a picture at each stop; answers the files written. */
export async function takeScreenshots(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const steward = await startSteward({ viewport: { width: 1440, height: 900 } });
  const shoot = async (page: Page, name: string): Promise<void> => {
    // The last frame of a fold or a fade, not the middle of it.
    await page.waitForTimeout(300);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    files.push(path);
  };
  try {
    const { page, chromium, sandbox } = steward;
    await page.goto(`${account}/a/tickets`);
    await page.getByText('Hub will not start for the spring course').first().waitFor();
    await shoot(page, '1-list');

    await page.getByText('Hub will not start for the spring course').first().click();
    const sidebar = await sidebarOf(page, 4242);
    await sidebar.getByText('left to', { exact: false }).first().waitFor();
    await shoot(page, '2-ticket-light');

    sandbox.pages.options.theme = 'dark';
    await openTicket(page, 4242);
    await shoot(page, '2-ticket-dark');
    sandbox.pages.options.theme = 'light';

    const light = await openTicket(page, 4242);
    await light.getByRole('button', { name: 'Incident', exact: true }).click();
    await light.getByText('Incident: before all other work').waitFor();
    await shoot(page, '3-categorised');

    await shootIssue(page, shoot);
    await shootReply(page, shoot);

    const options = await openOptions(chromium);
    await options.getByText('Connected as').waitFor();
    await options.setViewportSize({ width: 1440, height: 1420 });
    await shoot(options, '7-options');
    await options.close();

    await shootList(steward, shoot);

    const again = await openTicket(page, 4242);
    // Once the page has settled: room is measured against Freshdesk's own controls.
    await page.waitForTimeout(1500);
    await again.getByRole('button', { name: 'More' }).click();
    await again.getByRole('button', { name: 'Collapse to a rail' }).click();
    await shoot(page, '8-rail');
  } finally {
    await steward.stop();
  }
  return files;
}

type Shoot = (page: Page, name: string) => Promise<void>;

/** What needs the stewards now: the whole list, and its short form under the toolbar's button. */
async function shootList(steward: Steward, shoot: Shoot): Promise<void> {
  const list = await openList(steward);
  await list.setViewportSize({ width: 1440, height: 900 });
  await shoot(list, '9-needs-us-now');
  await list.close();
  const popup = await openPage(steward, 'popup');
  await popup.setViewportSize({ width: 380, height: 480 });
  await popup.getByText(/need you now/).waitFor();
  await shoot(popup, '9-popup');
  await popup.close();
}

/** The prefilled incident issue on GitHub, then the issue it became. */
async function shootIssue(page: Page, shoot: Shoot): Promise<void> {
  const sidebar = await sidebarOf(page, 4242);
  await sidebar
    .getByRole('button', { name: /^Open issue/ })
    .first()
    .click();
  await sidebar
    .getByLabel('What is happening')
    .fill('Nobody in the spring course can start a server: it times out, then a plain 503.');
  await sidebar
    .getByLabel('Who is affected, and how badly')
    .fill('140 students; their first lab session starts in two hours.');
  await sidebar.getByRole('button', { name: 'Open on GitHub' }).scrollIntoViewIfNeeded();
  await shoot(page, '4-issue-draft');
  const opened = page.context().waitForEvent('page');
  await sidebar.getByRole('button', { name: 'Open on GitHub' }).click();
  const github = await opened;
  await github.getByRole('button', { name: 'Create' }).waitFor();
  await shoot(github, '5-issue-prefilled');
  await github.getByRole('button', { name: 'Create' }).click();
  await github.waitForURL(/\/issues\/\d+$/);
  await github.close();
}

/** The acknowledgement in Freshdesk's own editor, with the issue's link in it. */
async function shootReply(page: Page, shoot: Shoot): Promise<void> {
  const sidebar = await sidebarOf(page, 4242);
  await sidebar
    .getByRole('button', { name: /^Insert/ })
    .first()
    .click();
  await sidebar
    .getByLabel(/related to/i)
    .fill('a full disk on the server that starts user sessions');
  await sidebar.getByRole('button', { name: 'Insert', exact: true }).click();
  await sidebar.getByText(/It is in the reply/).waitFor();
  // The end of the letter with Freshdesk's Send button, as somebody sees it who reads it once more.
  const full = page.viewportSize();
  await page.setViewportSize({ width: 1440, height: 720 });
  await page.locator('button[data-test-id="submit"]').scrollIntoViewIfNeeded();
  await page
    .locator('.ticket-editor__footer')
    .evaluate((footer) => footer.scrollIntoView({ block: 'end' }));
  // To the end of the letter, past the notice that the editor shows without a licence.
  await page
    .locator('.ticket-editor .fr-wrapper')
    .filter({ visible: true })
    .evaluate((box) => {
      box.scrollTop = box.scrollHeight;
    });
  await sidebar.getByText(/It is in the reply/).scrollIntoViewIfNeeded();
  await shoot(page, '6-reply-inserted');
  if (full !== null) await page.setViewportSize(full);
}
