import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTicket, sidebarOf, startSteward, type Steward } from '../support/steward';
import {
  categorise,
  insertAcknowledgement,
  openIssue,
  outage,
  send,
  tellStory,
  writesTo,
} from '../support/story';

describe('with a key', () => {
  let steward: Steward;
  beforeEach(async () => {
    steward = await startSteward();
  });
  afterEach(async () => {
    await stopUnharmed(steward);
  });

  test('a 429 while reading: what is known stays, with the time of the next try', async () => {
    const sidebar = await openTicket(steward.page, outage);
    await sidebar
      .getByText(/left to/)
      .first()
      .waitFor();
    steward.sandbox.freshdesk.faults.add({
      path: /^\/api\/v2\//,
      status: 429,
      headers: { 'retry-after': '30' },
      times: 1,
    });
    await sidebar
      .getByRole('button', { name: /refresh/i })
      .first()
      .click();
    await sidebar
      .getByText(/used up its calls/)
      .first()
      .waitFor();
    expect(await sidebar.locator('body').innerText()).toContain('Tidepool University');
    // Nothing is asked of Freshdesk while it has told us to wait.
    const before = steward.sandbox.freshdesk.requests.filter(({ auth }) => auth === 'key').length;
    await steward.page.waitForTimeout(1500);
    expect(steward.sandbox.freshdesk.requests.filter(({ auth }) => auth === 'key').length).toBe(
      before,
    );
  });

  test('a 429 in the middle of the job: said in a sentence, and the press works later', async () => {
    const sidebar = await openTicket(steward.page, outage);
    const mend = steward.sandbox.freshdesk.faults.add({
      method: 'PUT',
      path: /^\/api\/v2\/tickets/,
      status: 429,
      headers: { 'retry-after': '1' },
    });
    await sidebar.getByRole('button', { name: 'Incident', exact: true }).click();
    await sidebar
      .getByText(/used up its calls/)
      .first()
      .waitFor();
    expect(steward.sandbox.freshdesk.store.tickets.get(outage)?.type).toBeNull();
    mend();
    await steward.page.waitForTimeout(1500);
    await tellStoryAfterFailure(steward);
  });

  test('a 500 in the middle of the job: the write is not sent twice by itself', async () => {
    const sidebar = await openTicket(steward.page, outage);
    steward.sandbox.freshdesk.faults.add({
      method: 'PUT',
      path: /^\/api\/v2\/tickets/,
      status: 500,
      times: 1,
    });
    await sidebar.getByRole('button', { name: 'Incident', exact: true }).click();
    await sidebar.getByRole('alert').first().waitFor();
    expect(writesTo(steward, outage)).toHaveLength(1);
    await tellStoryAfterFailure(steward);
  });

  test('the worker is stopped between any two steps', async () => {
    await openTicket(steward.page, outage);
    await tellStory(steward, async () => {
      await steward.chromium.stopWorker();
      expect(await steward.chromium.isWorkerRunning()).toBe(false);
    });
  });

  test('ticks and links survive a reload', async () => {
    const sidebar = await openTicket(steward.page, outage);
    await categorise(steward, sidebar);
    const number = await openIssue(steward, sidebar);
    await sidebar.getByRole('checkbox', { name: /Name an Incident Commander/ }).press('Space');
    await sidebar.getByText('7 of 16 done').waitFor();
    await steward.chromium.stopWorker();
    await steward.page.reload();
    const again = await sidebarOf(steward.page, outage);
    await again.getByText('7 of 16 done').waitFor();
    expect(await again.getByText(`#${number}`).count()).toBeGreaterThan(0);
  });
});

/** Ends the browser first, so that a failure of the sandbox leaves none behind. */
async function stopUnharmed(steward: Steward): Promise<void> {
  await steward.stop();
  expect(steward.sandbox.failures).toEqual([]);
}

/** The rest of the job once a failed press has been said and mended. */
async function tellStoryAfterFailure(steward: Steward): Promise<void> {
  const sidebar = await sidebarOf(steward.page, outage);
  await categorise(steward, sidebar);
  await openIssue(steward, sidebar);
  await insertAcknowledgement(sidebar);
  await send(steward);
}

describe('with the page’s session only', () => {
  test('clocks, duty, replies and issues work; categorising says what it needs', async () => {
    const steward = await startSteward({ setUp: 'session' });
    try {
      const sidebar = await openTicket(steward.page, outage);
      await sidebar
        .getByText(/left to/)
        .first()
        .waitFor();
      await sidebar.getByText('on duty').waitFor();
      expect(await sidebar.locator('body').innerText()).toMatch(/API key/);
      await sidebar
        .getByRole('button', { name: /^Open engineering issue/ })
        .first()
        .click();
      const opened = steward.page.context().waitForEvent('page');
      await sidebar.getByRole('button', { name: 'Open on GitHub' }).click();
      await (await opened).close();

      await sidebar.getByRole('button', { name: /^Other replies/ }).click();
      const queued = sidebar.getByRole('listitem').filter({ hasText: 'Request: queued' }).first();
      await queued.getByRole('button', { name: /^Insert/ }).click();
      await sidebar.getByText(/It is in the reply/).waitFor();
      expect(await send(steward)).toContain('planning of our team’s work');
      expect(writesTo(steward, outage)).toEqual([]);
      expect(
        steward.sandbox.freshdesk.requests.filter(({ auth }) => auth === 'key' || auth === 'bad'),
      ).toEqual([]);
    } finally {
      await steward.stop();
    }
  });

  test('nothing configured: one line says what works, with one next step', async () => {
    const steward = await startSteward({ setUp: 'nothing' });
    try {
      const sidebar = await openTicket(steward.page, outage);
      await sidebar
        .getByText(/left to/)
        .first()
        .waitFor();
      const text = await sidebar.locator('body').innerText();
      expect(text).toMatch(/not set up yet/);
      expect(text).toMatch(/Add the team/);
    } finally {
      await steward.stop();
    }
  });
});
