import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { strangers } from '../sandbox/proxy/known-hosts';
import {
  alwaysAtWork,
  badge,
  badgeShows,
  countOf,
  fireAlarm,
  notifications,
  openList,
  openPage,
  partOf,
  pressNotification,
  rowOf,
} from '../support/list';
import { startSteward, type Steward } from '../support/steward';
import { until, writesTo } from '../support/story';

const INCIDENT = 4211;
const RESOLVED_TOO = 4213;
const RESOLVED = 4214;
const OLD = 4102;
const UPDATE = 4236;

let steward: Steward;
let list: Page;

beforeAll(async () => {
  steward = await startSteward();
  await alwaysAtWork(steward);
  // No tab of Freshdesk is open from here on: what is known comes by the agent's key.
  await steward.page.goto('about:blank');
  steward.chromium.context.setDefaultTimeout(10_000);
  list = await openList(steward);
});
afterAll(async () => {
  await steward.stop();
});

const ids = async (): Promise<readonly number[]> => {
  const numbers = await list
    .locator('[data-row] a')
    .getByText(/^#\d+$/)
    .allInnerTexts();
  return numbers.map((text) => Number(text.slice(1)));
};

const ascending = (numbers: readonly number[]): readonly number[] =>
  numbers.toSorted((a, b) => a - b);

/** Numbers of the rows, smallest first: for `expect.poll`, because the list follows a press a moment later. */
const shown = async (): Promise<readonly number[]> => ascending(await ids());

const pick = async (part: string): Promise<void> => {
  await partOf(list, part).click();
};

const closings = (id: number): readonly unknown[] => writesTo(steward, id).map(({ body }) => body);

test('one notification tells of everything that was there at the start', async () => {
  await until('a notification is shown', async () => (await notifications(steward)).length > 0);
  expect(await notifications(steward)).toHaveLength(1);
});

describe('the list', () => {
  test('holds every open and resolved ticket, also those untouched for over 30 days', async () => {
    await pick('All');
    await rowOf(list, OLD).waitFor();
    const { tickets } = steward.sandbox.freshdesk.store;
    const kept = [...tickets.values()].filter(
      ({ status, deleted, spam }) => status !== 5 && !deleted && !spam,
    );
    await expect.poll(shown).toEqual(ascending(kept.map(({ id }) => id)));
  });

  test('has what presses first, and the same count on the toolbar’s button', async () => {
    await pick('Needs us now');
    const levels = await list
      .locator('[data-row]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-level')));
    const order = ['late', 'soon', 'now', 'rest'];
    const places = levels.map((level) => order.indexOf(level ?? ''));
    expect(places).toEqual(ascending(places));
    expect(levels).not.toContain('rest');
    expect(await countOf(list, 'Needs us now')).toBe(levels.length);
    await badgeShows(steward, String(levels.length));
  });

  test('shows each part of the process where it belongs', async () => {
    await pick('Update due');
    await expect.poll(shown).toEqual(ascending([UPDATE]));
    await pick('May close');
    await expect.poll(shown).toEqual(ascending([INCIDENT, RESOLVED_TOO, RESOLVED]));
    await rowOf(list, INCIDENT)
      .getByText(/^First: .*report/i)
      .waitFor();
    expect(
      await rowOf(list, INCIDENT)
        .getByRole('button', { name: /^Close/ })
        .count(),
    ).toBe(0);
    await pick('Waiting on them');
    await rowOf(list, 4205).waitFor();
    await rowOf(list, UPDATE).waitFor({ state: 'detached' });
    await pick('Needs us now');
  });

  test('filters by community and steward, and keeps that over a reload', async () => {
    await pick('All');
    await list
      .getByRole('combobox', { name: 'Community' })
      .selectOption({ label: 'Mosaic Community College' });
    await expect.poll(shown).toEqual(ascending([UPDATE, 4230, RESOLVED_TOO]));
    await list.reload();
    await expect.poll(shown).toEqual(ascending([UPDATE, 4230, RESOLVED_TOO]));
    await list
      .getByRole('combobox', { name: 'Community' })
      .selectOption({ label: 'All communities' });
    await pick('Needs us now');
  });

  test('opens a ticket with Enter, by the keyboard alone', async () => {
    await list.getByText(/tickets? need/).waitFor();
    await list.keyboard.press('j');
    const focused = list.locator('[data-row] a:focus');
    const first = await focused.innerText();
    await list.keyboard.press('j');
    expect(await focused.innerText()).not.toBe(first);
    await list.keyboard.press('k');
    expect(await focused.innerText()).toBe(first);
    const opened = steward.chromium.context.waitForEvent('page');
    await list.keyboard.press('Enter');
    const ticket = await opened;
    await ticket.waitForURL(/acme\.freshdesk\.com\/a\/tickets\/\d+/);
    expect(first).toContain(`#${/\d+$/.exec(ticket.url())?.[0]}`);
    await ticket.close();
    await list.bringToFront();
  });
});

describe('a notification', () => {
  test('comes once for a new request, and puts it aside by its button', async () => {
    const before = Number(await badge(steward));
    const [old] = await notifications(steward);
    const { freshdesk } = steward.sandbox;
    const { id } = freshdesk.receive({
      from: 'grace@northwind.example',
      subject: 'Is the hub slower since noon?',
      body: '<div>Every cell takes twice as long.</div>',
    });
    // The open list looks on each turn of the minute.
    await rowOf(list, id).waitFor({ timeout: 75_000 });
    await badgeShows(steward, String(before + 1));
    await until('it is told', async () =>
      (await notifications(steward)).some((one) => one !== old),
    );
    await pressNotification(steward, 1);
    await badgeShows(steward, String(before));
    await pick('Put aside');
    await expect.poll(shown).toContain(id);
    await pick('Needs us now');
  });

  test('is not shown again by another look or by a background that was stopped', async () => {
    await steward.chromium.stopWorker();
    const shown = await openPage(steward, 'popup');
    await shown.getByText(/tickets? need/).waitFor();
    await shown.close();
    await list.bringToFront();
    await fireAlarm(steward, 'attention');
    await list.waitForTimeout(1000);
    expect(await notifications(steward)).toHaveLength(0);
  });
});

describe('putting aside', () => {
  test('takes a ticket out of the count until its time, over a stopped background, by keys', async () => {
    const before = Number(await badge(steward));
    const link = rowOf(list, UPDATE).getByRole('link', { name: new RegExp(`#${UPDATE}`) });
    await link.focus();
    await list.keyboard.press('s');
    await list.keyboard.press('Enter');
    await badgeShows(steward, String(before - 1));
    // For a while the row stays where it was, to be taken back in place.
    await rowOf(list, UPDATE)
      .getByText(/Put aside until/)
      .waitFor();
    await steward.chromium.stopWorker();
    await list.reload();
    await list.getByText(/tickets? need/).waitFor();
    await rowOf(list, UPDATE).waitFor({ state: 'detached' });
    await pick('Put aside');
    await rowOf(list, UPDATE)
      .getByText(/Put aside until/)
      .waitFor();
    await rowOf(list, UPDATE)
      .getByRole('button', { name: `Take back ticket ${UPDATE}` })
      .click();
    await badgeShows(steward, String(before));
    await pick('Needs us now');
    await expect.poll(shown).toContain(UPDATE);
  });
});

describe('closing', () => {
  test('sends nothing when it is taken back within ten seconds', async () => {
    const row = rowOf(list, RESOLVED);
    await row.getByRole('button', { name: `Close ticket ${RESOLVED}` }).click();
    await row
      .getByText(/Closes in/)
      .first()
      .waitFor();
    await row.getByRole('button', { name: /^Undo/ }).click();
    await row.getByRole('button', { name: `Close ticket ${RESOLVED}` }).waitFor();
    await list.waitForTimeout(11_000);
    expect(closings(RESOLVED)).toEqual([]);
  });

  test('sets Closed after ten seconds, once, by the keyboard, and the ticket leaves the count', async () => {
    const before = Number(await badge(steward));
    const link = rowOf(list, RESOLVED).getByRole('link', {
      name: new RegExp(`#${RESOLVED}`),
    });
    await link.focus();
    await list.keyboard.press('c');
    await until('Freshdesk has it closed', () => closings(RESOLVED).length > 0, 20_000);
    expect(closings(RESOLVED)).toEqual([{ status: 5 }]);
    expect(steward.sandbox.freshdesk.store.tickets.get(RESOLVED)?.status).toBe(5);
    await badgeShows(steward, String(before - 1));
    expect(steward.sandbox.freshdesk.outbox.filter(({ cause }) => cause === 'reply')).toEqual([]);
  });

  test('is not done when the requester has written meanwhile', async () => {
    const row = rowOf(list, RESOLVED_TOO);
    const sent = closings(RESOLVED_TOO).length;
    await row.getByRole('button', { name: `Close ticket ${RESOLVED_TOO}` }).click();
    await row
      .getByText(/Closes in/)
      .first()
      .waitFor();
    const ticket = steward.sandbox.freshdesk.store.tickets.get(RESOLVED_TOO);
    const contact = steward.sandbox.freshdesk.store.contacts.get(ticket?.requester_id ?? 0);
    steward.sandbox.freshdesk.receive({
      ticketId: RESOLVED_TOO,
      from: contact?.email ?? '',
      body: '<div>It is missing again!</div>',
    });
    await row.getByRole('alert').waitFor({ timeout: 20_000 });
    expect(closings(RESOLVED_TOO)).toHaveLength(sent);
  });
});

test('the popup is the list’s short form', async () => {
  const popup = await openPage(steward, 'popup');
  await popup.setViewportSize({ width: 380, height: 560 });
  await popup.getByText(`${await badge(steward)} tickets need you now`).waitFor();
  const opened = steward.chromium.context.waitForEvent('page');
  await popup.getByRole('link', { name: /Show all/ }).click();
  const page = await opened;
  await page.waitForLoadState();
  expect(page.url()).toMatch(/\/list\.html/);
});

test('nobody was asked but Freshdesk, and nothing of the sandbox broke', () => {
  expect(steward.sandbox.failures).toEqual([]);
  expect(strangers(steward.sandbox.refused)).toEqual([]);
});
