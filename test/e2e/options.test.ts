import axe from 'axe-core';
import { expect, test } from 'vitest';
import { openOptions, startSteward } from '../support/steward';

/** Longer than any transition of colours, so that none is measured half-way. */
const SETTLED_MS = 600;

test('the options page is readable in both themes, also where it complains', async () => {
  const steward = await startSteward();
  try {
    const page = await openOptions(steward.chromium);
    await page.getByText('All changes saved').waitFor();
    await page.getByRole('button', { name: 'Add a community' }).click();
    await page
      .getByLabel(/^Hours of community/)
      .last()
      .fill('some');
    await page.getByLabel('Time zone of the team').fill('Nowhere/Land');
    await page.getByText('Saved, but for the fields marked above').waitFor();
    await page.evaluate(axe.source);
    const grounds: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(SETTLED_MS);
      const seen = await page.evaluate(async () => {
        const { axe: inPage } = globalThis as unknown as { readonly axe: typeof axe };
        const { violations } = await inPage.run(document);
        return {
          ground: getComputedStyle(document.body).backgroundColor,
          problems: violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html, failureSummary }) => [id, html, failureSummary]),
          ),
        };
      });
      grounds.push(seen.ground);
      expect({ colorScheme, problems: seen.problems }).toEqual({ colorScheme, problems: [] });
    }
    expect(new Set(grounds).size).toBe(2);
  } finally {
    await steward.stop();
  }
});
