import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium, type Chromium } from '../sandbox/browser/chromium';
import { createFreshdesk, type Freshdesk } from '../sandbox/freshdesk/index';
import { defaultPageOptions } from '../sandbox/pages/defaults';
import { createPages, type Pages } from '../sandbox/pages/index';
import { createProxy, type Proxy } from '../sandbox/proxy/proxy';

export const origin = 'https://acme.freshdesk.com';
/** The seeded ticket about a hub that does not start. */
export const ticketId = 4242;
export const editable = '.ticket-editor .fr-element';
export const submit = '[data-test-id="submit"]';
const quick = { editorStepMs: 30, draftDelayMs: 200 };

/** What one test sees: a fresh account behind the same pages, and a fresh tab. */
export type Desk = { freshdesk: Freshdesk; pages: Pages; page: Page };

/** The part of the editor's public surface that add-ons use. */
export type FroalaWindow = {
  FroalaEditor: {
    VERSION: string;
    INSTANCES: {
      el: Element;
      html: { get(): string; insert(html: string): void };
      undo: { saveStep(): void };
      events: { trigger(name: string): void };
    }[];
  };
};

/**
 * Starts pages, proxy and browser for the tests of one file. The pages and the API stand under the real host name,
 * because cookies, policy and the editor's licence check depend on it.
 */
export const useDesk = (): (() => Desk) => {
  let desk: Desk | undefined;
  let pages: Pages;
  let proxy: Proxy | undefined;
  let chromium: Chromium | undefined;
  let freshdesk: Freshdesk;

  beforeAll(async () => {
    pages = await createPages({ sessionCookie: createFreshdesk({}).sessionCookie });
    const isApi = (path: string) => path.startsWith('/api/') || path.startsWith('/notifications/');
    proxy = await createProxy({
      hosts: {
        'acme.freshdesk.com': (request) =>
          (isApi(new URL(request.url).pathname) ? freshdesk : pages).handler(request),
      },
    });
    chromium = await launchChromium({ proxyUrl: proxy.proxyUrl, headless: true });
  });

  afterAll(async () => {
    await chromium?.close();
    await proxy?.stop();
  });

  beforeEach(async () => {
    if (chromium === undefined) throw new Error('The browser did not start');
    freshdesk = createFreshdesk({});
    Object.assign(pages.options, defaultPageOptions, quick);
    desk = { freshdesk, pages, page: await chromium.context.newPage() };
  });

  afterEach(async () => {
    await desk?.page.close();
    freshdesk.close();
    expect(proxy?.failures).toEqual([]);
  });

  return () => {
    if (desk === undefined) throw new Error('The desk is there inside a test only');
    return desk;
  };
};

/** Opens a ticket and waits until its bar has its buttons. */
export const openTicket = async ({ page }: Desk, id = ticketId): Promise<void> => {
  await page.goto(`${origin}/a/tickets/${id}`);
  await page.waitForSelector('#mainactionbar button');
};

/** Opens a reply and waits until the page has filled it (the quote's marker comes last). */
export const openReply = async ({ page }: Desk): Promise<void> => {
  await page.keyboard.press('r');
  await page.waitForSelector('.ticket-editor .fr-quoted-marker-remove');
};

/** Inserts at the caret through the instance of the open editor, as one step of its undo. */
export const insertThroughFroala = ({ page }: Desk, html: string): Promise<void> =>
  page.evaluate((text) => {
    const { FroalaEditor } = window as unknown as FroalaWindow;
    const element = document.querySelector('.ticket-editor .fr-element');
    const froala = FroalaEditor.INSTANCES.find((one) => one.el === element);
    froala?.html.insert(text);
    froala?.undo.saveStep();
    froala?.events.trigger('contentChanged');
  }, html);

const bodiesOf = ({ freshdesk }: Desk, method: string, ending: string): string[] =>
  freshdesk.requests
    .filter((request) => request.method === method && request.path.endsWith(ending))
    .map(({ body }) => (body as { body: string }).body);

/** HTML of the replies that reached the API. */
export const sentBodies = (desk: Desk): string[] => bodiesOf(desk, 'POST', '/reply');

/** HTML of the drafts that were saved. */
export const draftBodies = (desk: Desk): string[] => bodiesOf(desk, 'PUT', '/draft');
