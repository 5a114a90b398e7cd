import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFirefox } from '../sandbox/browser/find';
import { launchFirefox, type Firefox } from '../sandbox/browser/firefox';
import { startSandbox, type Sandbox } from '../sandbox/start';
import { strangers } from '../sandbox/proxy/known-hosts';
import { until } from '../support/story';

const search = await findFirefox();
if (!search.found) console.log(`Firefox tests left out: ${search.reason}`);
const ticket = 4223;
const findings = 'the quota of the shared disk';

type Box = { x: number; y: number; width: number; height: number };

describe.skipIf(!search.found)('Firefox with the built extension', () => {
  let sandbox: Sandbox;
  let firefox: Firefox;
  let page: Page;

  beforeAll(async () => {
    sandbox = await startSandbox({ page: { theme: 'light' } });
    // Categorised by a colleague, so that the next step is the reply.
    const seeded = sandbox.freshdesk.store.tickets.get(ticket);
    if (seeded === undefined) throw new Error(`There is no ticket ${ticket} in the seed.`);
    seeded.type = 'Change Request';
    firefox = await launchFirefox({
      proxyUrl: sandbox.proxyUrl,
      executablePath: search.found ? search.path : '',
      extensionZipOrDir: join(import.meta.dirname, '../../.output/firefox-mv3'),
      headless: true,
    });
    page = await firefox.browser.newPage();
    await page.setViewport({ width: 1440, height: 1000 });
  });
  afterAll(async () => {
    await firefox?.close();
    await sandbox?.stop();
  });

  /**
   * Boxes of the filled buttons in the sidebar, from top to bottom. The frame cannot be entered in Firefox; the one
   * filled button is the next sensible action, and its colour stands nowhere else.
   */
  async function filledButtons(): Promise<readonly Box[]> {
    const picture = await page.screenshot({ encoding: 'base64' });
    return await page.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (context === null) return [];
      context.drawImage(bitmap, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const left = bitmap.width - 340;
      const rows: { y: number; from: number; to: number }[] = [];
      for (let y = 130; y < bitmap.height; y += 1) {
        const hits: number[] = [];
        for (let x = left; x < bitmap.width; x += 1) {
          const at = (y * bitmap.width + x) * 4;
          if (pixels[at] === 0x2c && pixels[at + 1] === 0x5c && pixels[at + 2] === 0xc5)
            hits.push(x);
        }
        if (hits.length > 18) rows.push({ y, from: hits[0] ?? 0, to: hits.at(-1) ?? 0 });
      }
      const boxes: { x: number; y: number; width: number; height: number }[] = [];
      for (const row of rows) {
        const last = boxes.at(-1);
        if (last !== undefined && row.y - (last.y + last.height) < 10) last.height = row.y - last.y;
        else boxes.push({ x: row.from, y: row.y, width: row.to - row.from, height: 1 });
      }
      return boxes.filter(({ height }) => height > 15);
    }, picture);
  }

  const press = async (box: Box | undefined): Promise<void> => {
    if (box === undefined) throw new Error('No filled button in the sidebar.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  };

  const model = (): Promise<string> =>
    page.evaluate(() => {
      type Froala = { INSTANCES: { el: Element; html: { get(): string } }[] };
      const { FroalaEditor } = window as unknown as { FroalaEditor?: Froala };
      const shown = FroalaEditor?.INSTANCES.find(({ el }) => el.getBoundingClientRect().height > 0);
      return shown?.html.get() ?? '';
    });

  test('shows the sidebar on a ticket and leaves room for it', async () => {
    await page.goto(`https://acme.freshdesk.com/a/tickets/${ticket}`);
    await until(
      'the sidebar shows its next step',
      async () => (await filledButtons()).length > 0,
      20_000,
    );
    const right = await page.evaluate(
      () => document.querySelector('.application-header')?.getBoundingClientRect().right ?? 0,
    );
    expect(right).toBeLessThanOrEqual(1440 - 300);
  });

  test('inserts a reply that leaves as it was shown', async () => {
    await press((await filledButtons())[0]);
    await new Promise((resolve) => setTimeout(resolve, 800));
    await page.keyboard.type(findings);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await press((await filledButtons()).at(-1));
    await until(
      'the text stands in the model',
      async () => (await model()).includes(findings),
      20_000,
    );
    expect(sandbox.freshdesk.outbox).toEqual([]);
    await page.click('button[data-test-id="submit"]');
    await until('the reply left', () =>
      sandbox.freshdesk.outbox.some(({ html }) => html.includes(findings)),
    );
    expect(sandbox.failures).toEqual([]);
    expect(strangers(sandbox.refused)).toEqual([]);
  });
});
