import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { EditorOptions } from './froala/page';
import { bundle, openPage } from './froala/open';
import { content, hideFroala, insert, model, openReply, reads } from './froala/editor';
import { pressInFrame, select, spoilModel } from './froala/editor';
import { usualSteps } from './froala/page';

const html =
  '<div>Thank you for the report &amp; the logs.</div><div><br></div>' +
  '<div>We follow it in <a href="https://example.org/incidents/7">incident 7</a>.</div>';
const [greeting, blank, signature] = [
  '<div>Hi Ana,</div>',
  '<div><br></div>',
  '<div>Bo</div><div>Support</div>',
];
const filled = usualSteps.at(-1) ?? '';

let browser: Browser;
let code: string;
let page: Page;

async function start(options: Partial<EditorOptions> = {}): Promise<void> {
  page = await openPage(browser, code, {
    enter: 'div',
    steps: usualSteps,
    stepMs: 150,
    ...options,
  });
}

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  code = await bundle();
});
afterAll(async () => browser.close());
afterEach(async () => page.context().close());

describe('a fresh reply', () => {
  test.each(['div', 'p', 'br'] as const)(
    'gets the text in place (new lines: %s)',
    async (enter) => {
      await start({ enter });
      expect(await insert(page, html)).toEqual({
        ok: true,
        value: {
          how: 'inserted',
          target: 'reply',
          recipients: ['ana@tidepool.example', 'lee@tidepool.example'],
          verified: true,
        },
      });
      expect(await model(page)).toBe(greeting + blank + html + blank + signature);
    },
  );

  test('loses exactly the text by one undo, and has it again by one redo', async () => {
    await start();
    await insert(page, html);
    const after = await content(page);
    await page.keyboard.press('Control+z');
    expect(await content(page)).toBe(filled);
    expect(await model(page)).toBe(filled);
    await page.keyboard.press('Control+Shift+z');
    expect(await content(page)).toBe(after);
  });

  test('still needs one undo after the focus went to the sidebar and came back', async () => {
    await start();
    await insert(page, html);
    await pressInFrame(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('.fr-element')?.focus());
    await page.keyboard.press('Control+z');
    expect(await content(page)).toBe(filled);
  });

  test('without a greeting gets the text on top, and one that is a single block is opened', async () => {
    await start({ steps: [signature] });
    await insert(page, html);
    expect(await model(page)).toBe(html + blank + signature);
    await page.context().close();
    await start({ steps: ['<p>Hello Ana<br><br>Ticket: 4242</p>'] });
    await insert(page, html);
    expect(await model(page)).toBe(`<p>Hello Ana<br><br></p>${html}${blank}<p>Ticket: 4242</p>`);
  });
});

describe('a draft of the agent', () => {
  const draft = `${greeting}${blank}<div>I have looked at the logs.</div>${blank}${signature}`;

  test('is split at the caret that the agent placed, and keeps every word', async () => {
    await start({ steps: [draft] });
    await openReply(page, 'Support');
    await page.click('.fr-element div:nth-child(3)');
    await select(page, 'looked at', 9, 9);
    await pressInFrame(page);
    await insert(page, html);
    expect(await model(page)).toBe(
      `${greeting}${blank}<div>I have looked at</div>${blank}${html}${blank}<div> the logs.</div>${blank}${signature}`,
    );
    await page.keyboard.press('Control+z');
    expect(await content(page)).toBe(draft);
  });

  test('loses nothing that was selected', async () => {
    await start({ steps: [draft] });
    await openReply(page, 'Support');
    await page.click('.fr-element div:nth-child(3)');
    await select(page, 'I have looked at the logs.', 0, 26);
    await insert(page, html);
    expect(await model(page)).toBe(draft.replace('logs.</div>', `logs.</div>${blank}${html}`));
  });

  test('keeps what was typed a moment ago when the text is taken back', async () => {
    await start({ steps: [draft] });
    await openReply(page, 'Support');
    await page.click('.fr-element div:nth-child(3)');
    await page.keyboard.press('End');
    await page.keyboard.type(' Now');
    await insert(page, html);
    await page.keyboard.press('Control+z');
    expect(await content(page)).toBe(draft.replace('logs.', 'logs. Now'));
  });

  test('that nobody clicked into gets the text below the greeting', async () => {
    await start({ steps: [draft] });
    await openReply(page, 'Support');
    await insert(page, html);
    expect(await model(page)).toBe(draft.replace(blank, blank + html + blank));
  });
});

describe('a note', () => {
  test('opens empty, takes the text as it is, and is empty again after one undo', async () => {
    await start();
    const report = await insert(page, html, { target: 'note' });
    expect(report).toMatchObject({ value: { how: 'inserted', target: 'note', recipients: [] } });
    expect(await model(page, 'note')).toBe(html);
    await page.keyboard.press('Control+z');
    expect((await content(page)).replace(blank, '')).toBe('');
  });

  test('is not filled with a reply', async () => {
    await start();
    await insert(page, '<div>For us only</div>', { target: 'note' });
    const before = await content(page);
    const report = await insert(page, html);
    expect(report).toMatchObject({ value: { how: 'clipboard', html, text: 'as text' } });
    expect(await content(page)).toBe(before);
  });
});

test.each([
  ['spaces', '<div>a  b   c&nbsp;&nbsp;d </div>'],
  ['signs', '<div>&lt;b&gt; &amp;amp; "quoted" \'single\' $&amp; $1 \\n {{x}}</div>'],
  ['scripts of the world', '<div>Olá, ça va? 你好 مرحبا 👩🏽‍🔬 \u202eabc\u202c</div>'],
  ['lists', '<ul><li>one</li><li>two</li></ul><div>after</div>'],
  ['code', '<div>Run <code>conda  list</code></div>'],
  ['many lines', '<div>line</div><div><br></div>'.repeat(60)],
])('arrives to the letter: %s', async (_, text) => {
  await start({ stepMs: 30 });
  expect(await insert(page, text)).toMatchObject({ value: { verified: true } });
  expect(await reads(page, await model(page), text)).toBe(true);
});

describe('nothing is claimed that is not so', () => {
  test('a ticket left while the editor fills gets nothing', async () => {
    await start({ stepMs: 400 });
    const asked = insert(page, html);
    await page.waitForSelector('.fr-element');
    await page.evaluate(() => history.pushState(null, '', '/a/tickets/4243'));
    expect(await asked).toMatchObject({ ok: false, error: { code: 'page-changed' } });
    expect(await content(page)).not.toContain('Thank you');
  });

  test('a model that changes the text gets it taken out again, and the text goes to the clipboard', async () => {
    await start();
    await openReply(page, 'Support');
    await spoilModel(page, 'report', 'rep0rt');
    const report = await insert(page, html);
    expect(report).toMatchObject({ value: { how: 'clipboard', html } });
    expect(await content(page)).toBe(filled);
    expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe('as text');
  });

  test('without the library the text goes in as if typed, and the report says that it is unchecked', async () => {
    await start();
    await openReply(page, 'Support');
    await hideFroala(page);
    const report = await insert(page, html);
    expect(report).toMatchObject({
      value: { how: 'clipboard', reason: expect.stringContaining('could not check') as string },
    });
    const now = await content(page);
    expect(now).toContain(html);
    expect(now.startsWith(greeting) && now.endsWith(signature)).toBe(true);
  });

  test('an editor that could be anything is left alone', async () => {
    await start();
    await openReply(page, 'Support');
    await page.evaluate(() => {
      // A script of the page opened it: no button was pressed, and nothing around it says what it is.
      const box = document.querySelector('.fr-box');
      if (box !== null) document.querySelector('main')?.replaceChildren(box.cloneNode(true));
    });
    const report = await insert(page, html);
    expect(report).toMatchObject({ value: { how: 'clipboard' } });
  });

  test.each([
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<div style="x">y</div>',
    '  ',
  ])('refuses %s', async (hostile) => {
    await start();
    expect(await insert(page, hostile)).toMatchObject({ error: { code: 'invalid-input' } });
  });
});
