import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOptions, openTicket, startSteward, type Steward } from '../support/steward';
import { outage } from '../support/story';

/** Faults that axe finds, with the first element of each; colours included, because this is a real browser. */
async function faults(frame: Frame | Page): Promise<readonly string[]> {
  await frame.evaluate(axe.source);
  return await frame.evaluate(async () => {
    type Found = { id: string; nodes: { html: string }[] };
    const { axe: checker } = window as unknown as {
      axe: { run(): Promise<{ violations: Found[] }> };
    };
    const { violations } = await checker.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  });
}

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  let steward: Steward;
  let sidebar: Frame;
  beforeAll(async () => {
    steward = await startSteward({ page: { theme }, colorScheme: theme });
    sidebar = await openTicket(steward.page, outage);
    await sidebar
      .getByText(/left to/)
      .first()
      .waitFor();
  });
  afterAll(async () => {
    await steward.stop();
  });

  test('the sidebar follows the page’s theme', async () => {
    expect(await sidebar.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme);
  });

  test('a new ticket, with everything unfolded', async () => {
    await sidebar.getByRole('button', { name: /^Which one/ }).click();
    await sidebar.getByRole('button', { name: /^Other replies/ }).click();
    await sidebar.getByRole('button', { name: /^Why\?/ }).click();
    expect(await faults(sidebar)).toEqual([]);
  });

  test('an incident, with its forms open', async () => {
    await sidebar.getByRole('button', { name: 'Incident', exact: true }).click();
    await sidebar.getByText('Incident: before all other work').waitFor();
    await sidebar
      .getByRole('button', { name: /^Open issue/ })
      .first()
      .click();
    await sidebar.getByRole('button', { name: 'Open on GitHub' }).waitFor();
    await sidebar
      .getByRole('button', { name: /^Insert/ })
      .first()
      .click();
    expect(await faults(sidebar)).toEqual([]);
  });

  test('the sections scroll, the document around them does not', async () => {
    const [content, frame] = await sidebar.evaluate(() => [
      document.documentElement.scrollHeight,
      document.documentElement.clientHeight,
    ]);
    expect(content).toBe(frame);
  });

  test('nothing is cut off or scrolls sideways from 300 to 520 px', async () => {
    for (const width of [300, 360, 520]) {
      await sidebar.evaluate((px) => {
        document.documentElement.style.width = `${px}px`;
      }, width);
      const wide = await sidebar.evaluate(() => document.querySelector('main')?.scrollWidth ?? 0);
      expect(wide).toBeLessThanOrEqual(width);
    }
    await sidebar.evaluate(() => document.documentElement.style.removeProperty('width'));
  });

  test('the options page', async () => {
    const options = await openOptions(steward.chromium);
    await options.getByText('Connected as').waitFor();
    await options.getByRole('button', { name: 'Add a community' }).click();
    expect(await faults(options)).toEqual([]);
    await options.close();
  });

  test('the rail', async () => {
    await steward.page.bringToFront();
    await sidebar.getByRole('button', { name: 'More' }).click();
    await sidebar.getByRole('button', { name: 'Collapse to a rail' }).click();
    await sidebar.getByRole('button', { name: /^Open Steward/ }).waitFor();
    expect(await faults(sidebar)).toEqual([]);
  });
});
