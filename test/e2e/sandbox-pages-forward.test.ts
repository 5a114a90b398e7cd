import { describe, expect, test } from 'vitest';
import { editable, openTicket, submit, ticketId, useDesk } from './sandbox-pages-harness';

const desk = useDesk();

describe('a forward in the agent page', () => {
  test('goes to the address that was typed, with the description quoted', async () => {
    const { freshdesk, page } = desk();
    await openTicket(desk());
    await page.click('[data-test-email-action="forward"]');
    await page.waitForSelector(`${editable} .freshdesk_quote`);
    await page.fill('.address-input[name="to"]', 'ops@cloud.example');
    await page.click(submit);
    await page.waitForSelector('.editor-placeholder');
    expect(freshdesk.outbox).toHaveLength(1);
    expect(freshdesk.outbox[0]).toMatchObject({
      cause: 'forward',
      ticketId,
      to: ['ops@cloud.example'],
    });
    expect(freshdesk.outbox[0]?.html).toContain('freshdesk_quote');
    const entry = page.locator('[data-test-id="conversation-wrapper"]').last();
    expect(await entry.innerText()).toContain('ops@cloud.example');
    expect(await entry.getAttribute('class')).toContain('ticket-details__privatenote');
  });

  test('without an address nothing leaves, and the editor stays open', async () => {
    const { freshdesk, page } = desk();
    await openTicket(desk());
    await page.keyboard.press('f');
    await page.waitForSelector(`${editable} .freshdesk_quote`);
    await page.click(submit);
    await page.getByText('to_emails').waitFor();
    expect(await page.locator(editable).innerText()).toContain('Ana Ruiz');
    expect(await page.locator(submit).isEnabled()).toBe(true);
    expect(freshdesk.outbox).toEqual([]);
  });
});
