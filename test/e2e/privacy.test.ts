import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../sandbox/browser/chromium';
import { strangers } from '../sandbox/proxy/known-hosts';
import { openTicket, startSteward, type Steward } from '../support/steward';
import { categorise, outage, send, insertAcknowledgement, openIssue } from '../support/story';

/** One steward with a key does the whole job; afterwards the traces are searched. */
let steward: Steward;
let globalsAfter: readonly string[];

const globals = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.getOwnPropertyNames(window).sort());

beforeAll(async () => {
  steward = await startSteward();
  const sidebar = await openTicket(steward.page, outage);
  await categorise(steward, sidebar);
  await openIssue(steward, sidebar);
  await insertAcknowledgement(sidebar);
  await send(steward);
  globalsAfter = await globals(steward.page);
});
afterAll(async () => {
  await steward.stop();
});

test('no request went to anybody but Freshdesk and GitHub', () => {
  expect(strangers(steward.sandbox.refused)).toEqual([]);
  expect(steward.sandbox.failures).toEqual([]);
});

test('the key went to Freshdesk’s API only, and never from the page', () => {
  const { requests } = steward.sandbox.freshdesk;
  const withKey = requests.filter(({ auth }) => auth === 'key');
  expect(withKey.length).toBeGreaterThan(2);
  expect(withKey.every(({ path }) => path.startsWith('/api/v2/'))).toBe(true);
});

test('the key is nowhere in the page, its storage or its addresses', async () => {
  const key = steward.sandbox.freshdesk.keys.agent;
  const traces = await steward.page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      performance.getEntries().map(({ name }) => name),
    ]),
  );
  expect(traces).not.toContain(key);
  expect(traces).not.toContain(btoa(`${key}:X`));
});

test('extension storage is closed to the content script’s world', async () => {
  const worker = await steward.chromium.serviceWorker();
  const stored = await worker.evaluate(async () =>
    JSON.stringify(await chrome.storage.local.get()),
  );
  expect(stored).toContain(steward.sandbox.freshdesk.keys.agent);
  const session = await steward.page.context().newCDPSession(steward.page);
  const contexts: { id: number; name: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const own = contexts.find(({ name }) => name.includes('Steward'));
  expect(own).toBeDefined();
  const { result } = await session.send('Runtime.evaluate', {
    contextId: own?.id ?? -1,
    expression: 'chrome.storage.local.get().then(() => "open", (error) => String(error))',
    awaitPromise: true,
    returnByValue: true,
  });
  expect(result.value).toMatch(/not allowed/);
});

test('leaves no global on the page: it has the same ones as without Steward', async () => {
  const bare = await launchChromium({ proxyUrl: steward.sandbox.proxyUrl, headless: true });
  try {
    const page = await bare.context.newPage();
    await page.goto(`https://acme.freshdesk.com/a/tickets/${outage}`);
    await page.locator('[data-test-id="ticket-action-reply"]').first().click();
    await page.locator('.ticket-editor .fr-element').filter({ visible: true }).first().waitFor();
    const without = await globals(page);
    expect(without).toContain('FroalaEditor');
    expect(globalsAfter.filter((name) => !without.includes(name))).toEqual([]);
  } finally {
    await bare.close();
  }
});
