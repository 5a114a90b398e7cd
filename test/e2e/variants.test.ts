import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { PageOptions } from '../sandbox/types';
import { openTicket, sidebarOf, startSteward, type Steward } from '../support/steward';
import { outage, repliesSent, tellStory } from '../support/story';

async function withSteward(
  page: Partial<PageOptions>,
  work: (steward: Steward) => Promise<void>,
): Promise<void> {
  const steward = await startSteward({ page });
  try {
    await openTicket(steward.page, outage);
    await work(steward);
  } finally {
    await steward.stop();
  }
}

const variants: readonly (readonly [string, Partial<PageOptions>])[] = [
  ['the page of 2019', { layout: '2019' }],
  ['the page of 2024', { layout: '2024' }],
  ['the page of 2026', { layout: '2026' }],
  ['a requester block in a shadow root', { requester: 'shadow' }],
  ['a Portuguese account', { language: 'pt' }],
];

test.each(variants)('the whole job on %s', async (_name, page) => {
  await withSteward(page, async (steward) => {
    await tellStory(steward);
    expect(repliesSent(steward)).toHaveLength(1);
  });
});

test('the whole job over the app, when its bars reach across the window', async () => {
  await withSteward({ wideBars: true }, async (steward) => {
    const sidebar = await sidebarOf(steward.page, outage);
    const open = sidebar.getByRole('button', { name: `Open Steward for ticket ${outage}` });
    await open.click();
    await tellStory(steward);
    expect(repliesSent(steward)).toHaveLength(1);
  });
});

test('the whole job while the app renders its root anew in between', async () => {
  await withSteward({}, async (steward) => {
    await tellStory(steward, async () => {
      await steward.page.evaluate(() => window.dispatchEvent(new CustomEvent('sandbox:rerender')));
      await sidebarOf(steward.page, outage);
    });
    expect(repliesSent(steward)).toHaveLength(1);
  });
});

/** True when a press on the middle of the control would reach Freshdesk, and not the sidebar or nothing at all. */
async function reachable(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).filter({ visible: true }).first().boundingBox();
  if (box === null) return false;
  return await page.evaluate(
    ([x = -1, y = -1]) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && document.body.contains(hit);
    },
    [box.x + box.width / 2, box.y + box.height / 2],
  );
}

test.each([
  ['beside the narrowed app', false],
  ['over the app as a slim rail, when bars reach across the window', true],
])('Freshdesk’s own controls stay in reach: %s', async (_name, wideBars) => {
  await withSteward({ wideBars }, async ({ page }) => {
    await page.waitForTimeout(1500);
    for (const selector of [
      'button[data-test-actions="more"]',
      '.page-actions__right button',
      '[data-test-id="profile-dropdown"]',
      '[data-test-id="ticket-properties-btn"]',
    ]) {
      expect({ selector, reachable: await reachable(page, selector) }).toEqual({
        selector,
        reachable: true,
      });
    }
  });
});

test('away from tickets the sidebar is hidden and the app has its full width again', async () => {
  await withSteward({}, async ({ page }) => {
    const width = async (): Promise<number> =>
      (await page.locator('.application-header').boundingBox())?.width ?? 0;
    await expect.poll(width).toBeLessThan(1100);
    await page.locator('[data-test-id="nav-dashboard"]').first().click();
    await page.waitForURL(/dashboard/);
    await expect.poll(width).toBeGreaterThan(1300);
  });
});
