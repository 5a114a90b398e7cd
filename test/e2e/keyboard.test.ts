import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTicket, startSteward, type Steward } from '../support/steward';
import { outage, repliesSent, typeOf, until } from '../support/story';

let steward: Steward;
let page: Page;
let sidebar: Frame;

beforeAll(async () => {
  steward = await startSteward();
  page = steward.page;
  sidebar = await openTicket(page, outage);
  await sidebar
    .getByText(/left to/)
    .first()
    .waitFor();
});
afterAll(async () => {
  await steward.stop();
});

/** Name of what has the focus inside the sidebar; empty when the focus is elsewhere. */
const focused = (): Promise<string> =>
  sidebar.evaluate(() => {
    if (!document.hasFocus()) return '';
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    const label =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? (element.labels?.[0]?.textContent ?? '')
        : element.textContent;
    return element.getAttribute('aria-label') ?? label;
  });

/** Presses Tab until the named control has the focus. */
async function tabTo(name: RegExp, limit = 150): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < limit; presses += 1) {
    const now = await focused();
    if (name.test(now)) return;
    seen.push(now);
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} cannot be reached by Tab; passed: ${seen.filter(Boolean).join(' | ')}`);
}

test('the whole job by keyboard: categorise, issue, reply', async () => {
  await tabTo(/^Incident$/);
  await page.keyboard.press('Enter');
  await until('the panel shows the type', async () => (await typeOf(page)) === 'Incident');

  await tabTo(/^Open issue/);
  await page.keyboard.press('Enter');
  await sidebar.getByRole('button', { name: 'Open on GitHub' }).waitFor();
  await tabTo(/^Open on GitHub$/);
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('Enter');
  const github = await opened;
  await github.getByRole('button', { name: 'Create' }).press('Enter');
  await github.waitForURL(/\/issues\/\d+$/);
  await github.close();
  await page.bringToFront();
  await sidebar.getByText(/#\d+/).nth(1).waitFor();

  await tabTo(/^Insert/);
  await page.keyboard.press('Enter');
  await tabTo(/^What the incident is related to/);
  await page.keyboard.type('a lost node r n f j k ? x');
  await tabTo(/^Insert$/);
  await page.keyboard.press('Enter');
  await sidebar.getByText(/It is in the reply/).waitFor();
  // Freshdesk's single-letter keys heard nothing of what was typed in the sidebar.
  expect(await page.locator('.ticket-editor').filter({ visible: true }).count()).toBe(1);

  await page.locator('.ticket-editor .fr-element').filter({ visible: true }).first().focus();
  await page.keyboard.press('Control+Enter');
  await until('the reply left', () => repliesSent(steward).length === 1);
  expect(repliesSent(steward)[0]).toContain('a lost node r n f j k ? x');
});
