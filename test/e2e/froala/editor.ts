import type { Page } from 'playwright-core';
import type { PageRequests } from '@/lib/contract/page';
import type { InsertReport } from '@/lib/contract/views';
import type { Result } from '@/lib/contract/result';
import type { Harness } from './entry';

type Input = PageRequests['page.insert']['input'];

/** What the test page has in its window. */
type TestWindow = {
  readonly harness: Harness;
  readonly models: Readonly<Record<string, string>>;
  readonly current: {
    readonly el: HTMLElement;
    readonly html: { readonly get: () => string };
    readonly events: { readonly on: (name: string, listener: (html: string) => string) => void };
  };
  FroalaEditor?: unknown;
};

const ref = { host: 'acme.freshdesk.com', id: 4242 };

/** Froala without a licence adds its own paragraph to what it returns; it is not part of the question. */
const withoutAttribution = (html: string | undefined): string =>
  (html ?? '').replace(/<p data-f-id="pbf".*<\/p>$/, '');

/** Asks Steward to insert; resolves with its report. */
export async function insert(
  page: Page,
  html: string,
  change: Partial<Input> = {},
): Promise<Result<InsertReport>> {
  const whole = { html, text: 'as text', htmlWithoutGreeting: null };
  const input: Input = { ref, target: 'reply', ...whole, ...change };
  return page.evaluate(
    async (asked) => (window as unknown as TestWindow).harness.insert(asked),
    input,
  );
}

/** What Freshdesk would send: Froala's model as of its last `contentChanged`. */
export async function model(page: Page, kind: 'reply' | 'note' = 'reply'): Promise<string> {
  const html = await page.evaluate((name) => (window as unknown as TestWindow).models[name], kind);
  return withoutAttribution(html);
}

/** Whether markup contains other markup as a browser reads it: Froala spells some letters as entities. */
export async function reads(page: Page, whole: string, part: string): Promise<boolean> {
  return page.evaluate(
    ([a, b]) => {
      const read = (html: string): string =>
        new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
      return read(a).includes(read(b));
    },
    [whole, part] as const,
  );
}

/** What Froala returns now. */
export async function content(page: Page): Promise<string> {
  const html = await page.evaluate(() => (window as unknown as TestWindow).current.html.get());
  return withoutAttribution(html);
}

/** Opens the reply by the agent's own press and waits until it is filled. */
export async function openReply(page: Page, last: string): Promise<void> {
  await page.click('[data-test-id="ticket-action-reply"]');
  await page.waitForFunction(
    (text) => document.querySelector('.fr-element')?.textContent?.includes(text) === true,
    last,
  );
  await page.waitForTimeout(100);
}

/** Presses a button inside a frame, as the steward does in the sidebar: the page loses the focus. */
export async function pressInFrame(page: Page): Promise<void> {
  await page.frameLocator('iframe').locator('#press').click();
}

/** Selects inside one text of the editor, as a mouse would leave it. */
export async function select(page: Page, text: string, from: number, to: number): Promise<void> {
  await page.evaluate(
    ([part, start, end]) => {
      const editor = document.querySelector('.fr-element');
      const walker = document.createTreeWalker(editor ?? document, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node.nodeValue?.includes(part) !== true) continue;
        const offset = node.nodeValue.indexOf(part);
        getSelection()?.setBaseAndExtent(node, offset + start, node, offset + end);
        return;
      }
      throw new Error(`no text ${part}`);
    },
    [text, from, to] as const,
  );
}

/** Makes Froala return something else than what it was given. */
export async function spoilModel(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([a, b]) =>
      (window as unknown as TestWindow).current.events.on('html.get', (html) =>
        html.replaceAll(a, b),
      ),
    [from, to] as const,
  );
}

/** Takes Froala's global away, as a page would that bundles it. */
export async function hideFroala(page: Page): Promise<void> {
  await page.evaluate(() => delete (window as unknown as TestWindow).FroalaEditor);
}
