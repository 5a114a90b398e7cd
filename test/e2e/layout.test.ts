import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTicket, sidebarOf, startSteward, type Steward } from '../support/steward';
import { outage, until } from '../support/story';

let steward: Steward;
let page: Page;

beforeAll(async () => {
  steward = await startSteward({ setUp: 'nothing' });
  page = steward.page;
  await openTicket(page, outage);
});
afterAll(async () => {
  await steward.stop();
});

/** Right end of Freshdesk's own bar, in CSS pixels: what is left of the window's 1440. */
const appEndsAt = async (): Promise<number> => {
  const box = await page.locator('.application-header').boundingBox();
  return Math.round((box?.x ?? 0) + (box?.width ?? 0));
};

test('dragging the edge resizes the sidebar within its limits', async () => {
  await until('the app is narrowed', async () => (await appEndsAt()) === 1080);
  const drag = async (from: number, to: number): Promise<void> => {
    await page.mouse.move(from, 500);
    await page.mouse.down();
    await page.mouse.move(to, 500, { steps: 8 });
    await page.mouse.up();
  };
  await drag(1080, 1000);
  expect(await appEndsAt()).toBe(1000);
  await drag(1000, 400);
  expect(await appEndsAt()).toBe(1440 - 520);
  await drag(920, 1000);
  expect(await appEndsAt()).toBe(1000);
});

test('width and fold survive a reload, a stopped worker and a new tab', async () => {
  // A width whose message meets a worker in its last moment may be lost; this is about one that was stored.
  await page.waitForTimeout(500);
  await steward.chromium.stopWorker();
  await page.reload();
  const sidebar = await sidebarOf(page, outage);
  await until('the width is remembered', async () => (await appEndsAt()) === 1000);
  await sidebar.getByRole('button', { name: 'More' }).click();
  await sidebar.getByRole('button', { name: 'Collapse to a rail' }).click();
  await until(
    'the app has its width back but for the rail',
    async () => (await appEndsAt()) === 1396,
  );

  await page.close();
  page = await steward.chromium.context.newPage();
  const again = await openTicket(page, outage);
  await until('the fold is remembered', async () => (await appEndsAt()) === 1396);
  await again.getByRole('button', { name: `Open Steward for ticket ${outage}` }).click();
  await expect.poll(appEndsAt).toBe(1000);
});

test('a window too narrow for both gets the rail, a wide one the sidebar again', async () => {
  await page.setViewportSize({ width: 900, height: 800 });
  const sidebar = await sidebarOf(page, outage);
  await sidebar.getByRole('button', { name: `Open Steward for ticket ${outage}` }).waitFor();
  expect(await appEndsAt()).toBe(900);
  await page.setViewportSize({ width: 1440, height: 900 });
  await until('there is room again', async () => (await appEndsAt()) === 1000);
});
