import { describe, expect, test } from 'vitest';
import {
  draftBodies,
  editable,
  insertThroughFroala,
  openReply,
  openTicket,
  sentBodies,
  submit,
  ticketId,
  useDesk,
} from './sandbox-pages-harness';

const topReply = '[data-test-id="ticket-action-reply-top"]';
const desk = useDesk();

describe('the model is what is sent', () => {
  test('a bare DOM write is on screen, in no draft and in no mail', async () => {
    const { freshdesk, page } = desk();
    await openTicket(desk());
    await openReply(desk());
    await page.evaluate((selector) => {
      document.querySelector(selector)?.insertAdjacentHTML('afterbegin', '<div>ghost</div>');
    }, editable);
    expect(await page.locator(editable).innerText()).toContain('ghost');
    await page.waitForTimeout(600);
    expect(draftBodies(desk())).toEqual([]);
    await page.click(submit);
    await page.waitForSelector('.editor-placeholder');
    expect(sentBodies(desk())).toHaveLength(1);
    expect(sentBodies(desk())[0]).not.toContain('ghost');
    expect(freshdesk.outbox.at(-1)?.to).toEqual(['ana.ruiz@tidepool.example']);
  });

  test('an insert through Froala is saved as a draft, restored, and sent', async () => {
    const { freshdesk, page } = desk();
    await openTicket(desk());
    await openReply(desk());
    await insertThroughFroala(desk(), '<div>We are on it.</div>');
    await expect.poll(() => draftBodies(desk())).toHaveLength(1);
    expect(draftBodies(desk())[0]).toContain('We are on it.');
    await openTicket(desk());
    await openReply(desk());
    expect(await page.locator(editable).innerText()).toContain('We are on it.');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.editor-placeholder');
    expect(sentBodies(desk())[0]).toContain('We are on it.');
    expect(freshdesk.store.drafts.size).toBe(0);
  });

  test('undo of the editor takes the insert back, in the model too', async () => {
    const { page } = desk();
    await openTicket(desk());
    await openReply(desk());
    await insertThroughFroala(desk(), '<div>Not yet.</div>');
    await page.click(editable);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => page.locator(editable).innerText()).not.toContain('Not yet.');
    await page.click(submit);
    await page.waitForSelector('.editor-placeholder');
    expect(sentBodies(desk())[0]).not.toContain('Not yet.');
  });

  test('send and set as posts the status with the reply', async () => {
    const { freshdesk, page } = desk();
    await openTicket(desk());
    await openReply(desk());
    await page.click('.send-and-set-trigger');
    await page.click('[data-test-link="dropdown-submit-Pending"]');
    await page.waitForSelector('.editor-placeholder');
    expect(freshdesk.store.tickets.get(ticketId)?.status).toBe(3);
    expect(await page.locator('[data-test-id="ticket-status"]').innerText()).toBe('Pending');
  });
});

describe('notes and leaving', () => {
  test('a note opens empty, can be added once it has content, and is private', async () => {
    const { freshdesk, page } = desk();
    await openTicket(desk());
    await page.click('[data-test-id="add-note"]');
    await page.waitForSelector(editable);
    expect(await page.locator(submit).isDisabled()).toBe(true);
    await page.click(editable);
    await page.keyboard.type('Seen by two of us');
    await expect.poll(() => page.locator(submit).isEnabled()).toBe(true);
    await page.click(submit);
    const note = page.locator('.ticket-details__privatenote:not(:has(.emails-info))');
    await expect.poll(() => note.innerText()).toContain('Seen by two of us');
    const posted = freshdesk.requests.find(({ path }) => path.endsWith('/notes'));
    expect(posted?.body).toMatchObject({ private: true });
  });

  test('another editor asks before an unsaved one goes', async () => {
    const { page } = desk();
    await openTicket(desk());
    await page.keyboard.press('n');
    await page.click(editable);
    await page.keyboard.type('draft of a note');
    await expect.poll(() => page.locator(submit).isEnabled()).toBe(true);
    await page.click(topReply);
    await page.click('#nucleus-modal-wormhole [data-test-id="modal-cancel"]');
    expect(await page.locator(editable).innerText()).toContain('draft of a note');
    await page.click(topReply);
    await page.click('#nucleus-modal-wormhole [data-test-id="modal-leave"]');
    await page.waitForSelector('.ticket-editor--reply');
  });

  test('a slash at the caret offers the canned responses', async () => {
    const { page } = desk();
    await openTicket(desk());
    await page.keyboard.press('n');
    await page.click(editable);
    await page.keyboard.type('/');
    await page.click('.canned-item >> nth=0');
    // The slash alone makes the note sendable already, so it is the text that has to be waited for.
    await expect.poll(() => page.locator(editable).innerText()).toMatch(/^\s*[^/\s][^]{10,}/);
    expect(await page.locator(editable).innerText()).not.toContain('{{');
    expect(await page.locator(submit).isEnabled()).toBe(true);
  });
});
