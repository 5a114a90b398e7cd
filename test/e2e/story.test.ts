import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, sidebarOf, startSteward, type Steward } from '../support/steward';
import { countClicks, repliesSent, typeOf, writesTo } from '../support/story';

/** The main job by mouse, from the list to a ticket that is categorised, linked to an issue and answered. */
describe('from the list to an answered incident', () => {
  let steward: Steward;
  let page: Page;
  let sidebar: Frame;

  beforeAll(async () => {
    steward = await startSteward();
    page = steward.page;
    await page.goto(`${account}/a/tickets`);
  });
  afterAll(async () => {
    await steward.stop();
  });

  test('the list has no sidebar, a ticket opened from it has one without a page load', async () => {
    await page.getByText('Hub will not start for the spring course').first().waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await page.getByText('Hub will not start for the spring course').first().click();
    sidebar = await sidebarOf(page, 4242);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });

  test('says who is on duty and how the clocks stand without a press', async () => {
    await sidebar.getByText('on duty').waitFor();
    await sidebar
      .getByText(/left to/)
      .first()
      .waitFor();
    const text = await sidebar.locator('body').innerText();
    expect(text).toContain('Bo');
    expect(text).toContain('Cleo');
    expect(text).toMatch(/Dee joins/);
    expect(text).toMatch(/Read and understand/);
    expect(text).toMatch(/First response/);
    expect(text).toMatch(/\d+ h \d{2} m/);
  });

  test('one press categorises: Freshdesk receives it and shows it without a reload', async () => {
    const clicks = await countClicks(sidebar, async () => {
      await sidebar.getByRole('button', { name: 'Incident', exact: true }).click();
      await expect
        .poll(() => steward.sandbox.freshdesk.store.tickets.get(4242)?.type)
        .toBe('Incident');
    });
    expect(clicks).toBe(1);
    expect(writesTo(steward, 4242)).toEqual([
      expect.objectContaining({
        method: 'PUT',
        auth: 'key',
        body: { type: 'Incident', priority: 4, tags: ['incident'] },
      }),
    ]);
    await expect.poll(() => typeOf(page)).toBe('Incident');
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect(steward.sandbox.freshdesk.outbox).toEqual([]);
  });

  test('two presses open the prefilled incident issue', async () => {
    const opened = page.context().waitForEvent('page');
    const clicks = await countClicks(sidebar, async () => {
      await sidebar
        .getByRole('button', { name: /^Open issue/ })
        .first()
        .click();
      await sidebar.getByRole('button', { name: 'Open on GitHub' }).click();
    });
    expect(clicks).toBeLessThanOrEqual(2);
    const github = await opened;
    await github.waitForLoadState();
    const [form] = steward.sandbox.github.newIssuePages;
    const filled = JSON.stringify(form?.view);
    expect(filled).toMatch(/\[Incident\] [^"]*spring course/);
    expect(filled).toContain('https://acme.freshdesk.com/a/tickets/4242');
    // The repository is public: nothing of the person is in it.
    expect(filled).not.toMatch(/Ana|ruiz|oceanography/i);
    await github.getByRole('button', { name: 'Create' }).click();
    await github.waitForURL(/\/issues\/\d+$/);
    const number = /\d+$/.exec(github.url())?.[0];
    await github.close();
    await sidebar.getByText(`#${number}`).first().waitFor();
  });

  test('the acknowledgement goes in with its link, and out as it was shown', async () => {
    await sidebar
      .getByRole('button', { name: /^Insert/ })
      .first()
      .click();
    await sidebar
      .getByLabel('What the incident is related to')
      .fill('a full disk <b>&amp; "quotes"</b> on node 7');
    await sidebar.getByRole('button', { name: 'Insert', exact: true }).click();
    await sidebar.getByText('It is in the reply to ana.ruiz@tidepool.example + 2').waitFor();
    expect(steward.sandbox.freshdesk.outbox).toEqual([]);

    await page.locator('button[data-test-id="submit"]').click();
    await expect.poll(() => steward.sandbox.freshdesk.outbox.length).toBe(1);
    const [mail] = repliesSent(steward);
    expect(mail).toMatch(/https:\/\/github\.com\/acme-hubs\/infrastructure\/issues\/\d+/);
    expect(mail).toContain('a full disk &lt;b&gt;&amp;amp; "quotes"&lt;/b&gt; on node 7');
    expect(mail).not.toMatch(/\{\{|\{ /);
  });

  test('the clock of the first response is met once Freshdesk says so', async () => {
    await sidebar
      .getByRole('button', { name: /Refresh|Read again/i })
      .first()
      .click();
    await sidebar
      .getByText(/First response/)
      .first()
      .waitFor();
    await expect
      .poll(() => sidebar.locator('body').innerText())
      .toMatch(/First response\s+in \d|met/);
  });
});
