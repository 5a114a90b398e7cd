import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTicket, startSteward, type Steward } from '../support/steward';
import { outage } from '../support/story';

let steward: Steward;
let page: Page;

beforeAll(async () => {
  steward = await startSteward({ viewport: { width: 1280, height: 720 } });
  page = steward.page;
  await steward.chromium.context.addInitScript(() => {
    const sum = Object.assign(window, { moved: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum.moved += Number(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });
});
afterAll(async () => {
  await steward.stop();
});

/** Sum of what moved without being asked to, as the browser scores it. */
const moved = (place: Frame | Page): Promise<number> =>
  place.evaluate(() => Number(Reflect.get(window, 'moved')));

test('nothing moves while a slow ticket is read for the first time', async () => {
  const mend = steward.sandbox.freshdesk.faults.add({ path: /^\/api\/v2\//, delayMs: 1500 });
  const sidebar = await openTicket(page, 4223);
  await sidebar.getByRole('status', { name: 'Reading the ticket' }).waitFor();
  await sidebar.getByRole('region', { name: 'Clocks' }).waitFor();
  mend();
  await page.waitForTimeout(500);
  expect(await moved(sidebar)).toBeLessThan(0.001);
  expect(await moved(page)).toBeLessThan(0.01);
});

/** Whether a press on the middle of what has the focus, and of the named button, would meet just that. */
const inReach = (sidebar: Frame, button: string): Promise<readonly boolean[]> =>
  sidebar.evaluate((name) => {
    const wanted = [...document.querySelectorAll('button')].find((one) => one.textContent === name);
    return [document.activeElement, wanted].map((element) => {
      if (element == null) return false;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return hit !== null && element.contains(hit);
    });
  }, button);

test.each(['with fresh data', 'with a failed refresh said at the foot'])(
  'in a low window the field that is typed in and the button that goes on are both in view: %s',
  async (state) => {
    const ticket = steward.sandbox.freshdesk.store.tickets.get(outage);
    if (ticket !== undefined) ticket.type = 'Incident';
    const sidebar = await openTicket(page, outage);
    await sidebar.getByText('Incident: before all other work').waitFor();
    if (state !== 'with fresh data') {
      const fault = { path: /^\/api\/v2\//, status: 500 };
      const mend = steward.sandbox.freshdesk.faults.add(fault);
      await sidebar.getByRole('button', { name: 'Refresh from Freshdesk' }).click();
      await sidebar.getByRole('alert').waitFor();
      mend();
    }
    await sidebar
      .getByRole('button', { name: /^Open issue/ })
      .first()
      .click();
    for (const field of ['Title: the symptom in a few words', 'What is happening']) {
      const box = sidebar.getByLabel(field);
      await box.focus();
      expect({ field, reach: await inReach(sidebar, 'Open on GitHub') }).toEqual({
        field,
        reach: [true, true],
      });
    }
  },
);
