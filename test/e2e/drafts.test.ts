import type { Frame, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderTemplate } from '@/lib/domain/template';
import { builtinPack } from '@/lib/pack/load';
import { openTicket, sidebarOf, startSteward, type Steward } from '../support/steward';
import { send } from '../support/story';

/** A change request whose queued reply has no blank. */
const ticket = 4223;
const editable = '.ticket-editor .fr-element';

let steward: Steward;
let page: Page;
let sidebar: Frame;

beforeEach(async () => {
  steward = await startSteward();
  page = steward.page;
  sidebar = await openTicket(page, ticket);
  await sidebar.getByRole('button', { name: 'Change', exact: true }).click();
  await sidebar.getByText(/Undo/).first().waitFor();
});
afterEach(async () => {
  await steward.stop();
});

const queued = async (): Promise<void> => {
  const row = sidebar.getByRole('listitem').filter({ hasText: 'Request: queued' }).first();
  await row.getByRole('button', { name: /^Insert/ }).click();
  await sidebar.getByText(/It is in the reply/).waitFor();
};

/** What Freshdesk would send now: Froala's model. */
const model = (): Promise<string> =>
  page.evaluate((selector) => {
    type Froala = { INSTANCES: { el: Element; html: { get(): string } }[] };
    const { FroalaEditor } = window as unknown as { FroalaEditor: Froala };
    const visible = [...document.querySelectorAll(selector)].find(
      (element) => element.getBoundingClientRect().height > 0,
    );
    return FroalaEditor.INSTANCES.find(({ el }) => el === visible)?.html.get() ?? '';
  }, editable);

const openReply = async (): Promise<void> => {
  await page.locator('[data-test-id="ticket-action-reply"]').first().click();
  await page.locator(editable).filter({ visible: true }).first().waitFor();
  await page.waitForTimeout(1200);
};

test('one click inserts a reply with no blank; what is sent is what stands in the editor', async () => {
  await queued();
  const shown = await model();
  expect(shown).toContain('planning of our team’s work');
  // Byte for byte what the pack's template makes of this ticket; Freshdesk's own reply greets already.
  const template = builtinPack().templates.find(({ id }) => id === 'queued');
  if (template === undefined) throw new Error('The pack has no queued reply.');
  const { html, withoutGreeting } = renderTemplate(template, { 'requester.firstName': 'Priya' });
  expect(withoutGreeting?.html).toBeTruthy();
  const sent = await send(steward);
  expect(sent).toContain(withoutGreeting?.html);
  expect(sent).not.toContain(html);
});

test('what the agent wrote stays, and one undo takes out exactly what was inserted', async () => {
  await openReply();
  await page.locator(editable).filter({ visible: true }).first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.type(' My own words stay.');
  await page.waitForTimeout(600);
  const before = await model();
  expect(before).toContain('My own words stay.');
  await queued();
  const after = await model();
  expect(after).toContain('My own words stay.');
  expect(after).toContain('planning of our team’s work');
  await page.locator(editable).filter({ visible: true }).first().focus();
  await page.keyboard.press('Control+z');
  await expect.poll(model).toBe(before);
});

test('a draft saved earlier is found again and not replaced', async () => {
  await openReply();
  await page.locator(editable).filter({ visible: true }).first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('A thought from this morning.');
  await expect
    .poll(() => JSON.stringify([...steward.sandbox.freshdesk.store.drafts.values()]), {
      timeout: 15_000,
    })
    .toContain('A thought from this morning.');
  await page.reload();
  sidebar = await sidebarOf(page, ticket);
  await queued();
  const html = await model();
  expect(html).toContain('A thought from this morning.');
  expect(html).toContain('planning of our team’s work');
});

test('a ticket switched in the middle gets nothing', async () => {
  const row = sidebar.getByRole('listitem').filter({ hasText: 'Request: queued' }).first();
  await row.getByRole('button', { name: /^Insert/ }).click();
  await page.evaluate(() => history.pushState(null, '', '/a/tickets/4226'));
  await page.waitForTimeout(3000);
  // Neither in the editor that still stands there, nor in a draft of any ticket.
  expect(await model()).not.toContain('planning of our team’s work');
  expect(JSON.stringify([...steward.sandbox.freshdesk.store.drafts.values()])).not.toContain(
    'planning of our team',
  );
  await page.goto('https://acme.freshdesk.com/a/tickets/4226');
  await sidebarOf(page, 4226);
  await openReply();
  expect(await model()).not.toContain('planning of our team’s work');
});
