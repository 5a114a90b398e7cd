import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LoggedRequest } from '../sandbox/types';
import { sidebarOf, type Steward } from './steward';
import { until } from './until';

export { until } from './until';

export const outage = 4242;
const context = 'a full disk on the node that starts user sessions';

/** Presses that reached a frame while `work` ran, by mouse or by key. */
export async function countClicks(frame: Frame, work: () => Promise<void>): Promise<number> {
  await frame.evaluate(() => {
    const counts = 'presses' in window;
    const counter = Object.assign(window, { presses: 0 });
    if (!counts) window.addEventListener('click', () => (counter.presses += 1), true);
  });
  await work();
  return await frame.evaluate(() => ('presses' in window ? Number(window.presses) : -1));
}

/** The ticket type as Freshdesk's own panel shows it. */
export async function typeOf(page: Page): Promise<string> {
  const field = page.locator('[data-test-id="tkt-properties-ticket_type"]');
  return (await field.locator('.ember-power-select-trigger').innerText()).trim();
}

/** Writes to one ticket through API v2 that reached Freshdesk, in order. */
export function writesTo(steward: Steward, id: number): readonly LoggedRequest[] {
  return steward.sandbox.freshdesk.requests.filter(
    ({ method, path }) => method !== 'GET' && path.startsWith(`/api/v2/tickets/${id}`),
  );
}

/** Bodies of the replies that went out by mail. */
export function repliesSent(steward: Steward): readonly string[] {
  return steward.sandbox.freshdesk.outbox
    .filter(({ cause }) => cause === 'reply')
    .map(({ html }) => html);
}

/** One press; Freshdesk has the type, and its own panel shows it. */
export async function categorise(steward: Steward, sidebar: Frame): Promise<void> {
  await sidebar.getByRole('button', { name: 'Incident', exact: true }).click();
  await until(
    'Freshdesk has the type',
    () => steward.sandbox.freshdesk.store.tickets.get(outage)?.type === 'Incident',
  );
  await until('its panel shows the type', async () => (await typeOf(steward.page)) === 'Incident');
}

/** Opens the prefilled issue, submits it on GitHub and waits until the sidebar knows its number. */
export async function openIssue(steward: Steward, sidebar: Frame): Promise<number> {
  const opened = steward.page.context().waitForEvent('page');
  await sidebar
    .getByRole('button', { name: /^Open issue/ })
    .first()
    .click();
  await sidebar.getByRole('button', { name: 'Open on GitHub' }).click();
  const github = await opened;
  await github.getByRole('button', { name: 'Create' }).click();
  await github.waitForURL(/\/issues\/\d+$/);
  const number = Number(/\d+$/.exec(github.url())?.[0]);
  await github.close();
  await sidebar.getByText(`#${number}`).first().waitFor();
  return number;
}

/** Fills the one blank and inserts the acknowledgement; nothing has left yet. */
export async function insertAcknowledgement(sidebar: Frame): Promise<void> {
  const row = sidebar.getByRole('listitem').filter({ hasText: 'Incident: acknowledge' }).first();
  await row.getByRole('button', { name: /^Insert/ }).click();
  await sidebar.getByLabel('What the incident is related to').fill(context);
  await sidebar.getByRole('button', { name: 'Insert', exact: true }).click();
  await sidebar.getByText(/It is in the reply/).waitFor();
}

/** The agent presses Send in Freshdesk; answers the mail that left. */
export async function send(steward: Steward): Promise<string> {
  const before = repliesSent(steward).length;
  await steward.page.locator('button[data-test-id="submit"]').click();
  await until('the reply left', () => repliesSent(steward).length === before + 1);
  return repliesSent(steward).at(-1) ?? '';
}

/** The whole job on the outage, with what the outside must have received by the end. */
export async function tellStory(
  steward: Steward,
  between: (step: 'categorised' | 'linked') => Promise<void> = async () => undefined,
): Promise<void> {
  const sidebar = await sidebarOf(steward.page, outage);
  await categorise(steward, sidebar);
  await between('categorised');
  const number = await openIssue(steward, await sidebarOf(steward.page, outage));
  await between('linked');
  await insertAcknowledgement(await sidebarOf(steward.page, outage));
  expect(steward.sandbox.freshdesk.outbox).toEqual([]);
  const mail = await send(steward);
  expect(mail).toContain(context);
  expect(mail).toContain(`https://github.com/acme-hubs/infrastructure/issues/${number}`);
  expect(mail).not.toMatch(/\{\{|\{ [A-Z]/);
  expect(writesTo(steward, outage)).toHaveLength(1);
  expect(steward.sandbox.failures).toEqual([]);
}
