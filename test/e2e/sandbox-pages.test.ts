import { beforeEach, describe, expect, test } from 'vitest';
import type { Layout } from '../sandbox/types';
import {
  editable,
  insertThroughFroala,
  openReply,
  openTicket,
  origin,
  sentBodies,
  submit,
  ticketId,
  useDesk,
  type FroalaWindow,
} from './sandbox-pages-harness';

const topReply: Record<Layout, string> = {
  2019: '#mainactionbar > .page-actions__left > [data-test-email-action="reply"]',
  2024: '#mainactionbar > .page-actions__left > [data-test-email-action="reply"]',
  2026: '#mainactionbar > .reply-bar-wrapper-top > .reply-bar-top > [data-test-id="ticket-action-reply-top"]',
};

const desk = useDesk();

describe.each(['2019', '2024', '2026'] as const)('layout %s', (layout) => {
  beforeEach(() => {
    const { pages } = desk();
    pages.options.layout = layout;
  });

  test('list to ticket without a page load, with the anchors of its generation', async () => {
    const { page } = desk();
    await page.goto(`${origin}/a/tickets/filters/my_open`);
    await page.waitForSelector('[data-test-title="main-title"]');
    await page.goto(`${origin}/a/tickets`);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await page.click(`a[href="/a/tickets/${ticketId}"]`);
    await page.waitForSelector('#ticket-details #mainactionbar button');
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect(await page.title()).toBe('[#4242] Hub will not start for the spring course : Acme');
    expect(await page.locator('[data-test-title="main-title"]').innerText()).toBe('All tickets');
    expect(await page.locator('.breadcrumb__item.active').innerText()).toBe('4242');
    expect(await page.locator(topReply[layout]).count()).toBe(1);
    expect(await page.locator('.page-actions__left').count()).toBeGreaterThan(1);
    const inLight = (selector: string) =>
      page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
    expect(await inLight('.ticket-subject-heading')).toBe(layout === '2019' ? 1 : 0);
    expect(await inLight('.sentiment-ticket-heading')).toBe(layout === '2024' ? 1 : 0);
    expect(
      await page.evaluate(
        () =>
          document.querySelector('ticket-details')?.shadowRoot?.querySelector('h2')?.textContent,
      ),
    ).toBe(layout === '2026' ? 'Hub will not start for the spring course' : undefined);
    expect(await page.evaluate(() => 'Ember' in window)).toBe(layout !== '2019');
  });

  test('a reply is filled in steps and comes with Froala, without a word of its maker in the text', async () => {
    const { page } = desk();
    await openTicket(desk());
    await page.click(topReply[layout]);
    await page.waitForSelector('.ticket-editor .fr-quoted-marker-remove');
    const [version, html] = await page.evaluate(() => {
      const { FroalaEditor } = window as unknown as FroalaWindow;
      const element = document.querySelector('.ticket-editor .fr-element');
      return [
        FroalaEditor.VERSION,
        FroalaEditor.INSTANCES.find((one) => one.el === element)?.html.get(),
      ];
    });
    expect(version).toMatch(/^3\.1\./);
    expect(html).toMatch(/^<div>Hi Ana,<\/div>/);
    expect(html).not.toMatch(/froala|powered/i);
    expect(await page.locator(submit).isEnabled()).toBe(true);
  });
});

describe('properties', () => {
  const status = '[data-test-id="tkt-properties-ticket_type"] .ember-power-select-trigger';
  const update = '[data-test-id="ticket-properties-btn"]';

  test('a scripted click opens nothing; a mouse does; Update sends only what changed', async () => {
    const { freshdesk, page } = desk();
    await openTicket(desk());
    await page.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)?.click(),
      status,
    );
    expect(await page.locator('.ember-power-select-option').count()).toBe(0);
    expect(await page.locator(update).isDisabled()).toBe(true);
    await page.click(status);
    await page.click(
      '#ember-basic-dropdown-wormhole .ember-power-select-option:has-text("Incident")',
    );
    await page.click(update);
    await expect.poll(() => freshdesk.store.tickets.get(ticketId)?.type).toBe('Incident');
    const put = freshdesk.requests.find(({ method }) => method === 'PUT');
    expect(put?.body).toEqual({ type: 'Incident' });
    await expect.poll(() => page.locator(update).isDisabled()).toBe(true);
  });

  test('a write through the API is only announced; a model reload shows it', async () => {
    const { freshdesk, page } = desk();
    await openTicket(desk());
    const priority = page.locator(
      '[data-test-id="tkt-properties-priority"] .ember-power-select-selected-item',
    );
    const before = await priority.innerText();
    const answer = await freshdesk.handler(
      new Request(`${origin}/api/v2/tickets/${ticketId}`, {
        method: 'PUT',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${btoa(`${freshdesk.keys.agent}:X`)}`,
        },
        body: JSON.stringify({ priority: 4 }),
      }),
    );
    expect(answer.status).toBe(200);
    await page.waitForSelector('.ticket-sidebar-sticky__refresh-text');
    expect(await priority.innerText()).toBe(before);
    await page.evaluate((id) => {
      type Application = {
        __container__?: {
          lookup(name: string): {
            peekRecord(type: string, id: string): { reload(): unknown } | null;
          };
        };
      };
      const { Ember } = window as unknown as {
        Ember: { Application: { NAMESPACES: Application[] } };
      };
      const containers = Ember.Application.NAMESPACES.map(
        // oxlint-disable-next-line no-underscore-dangle -- the name is Ember's own
        (one) => one.__container__,
      );
      const container = containers.find((one) => one !== undefined);
      return container?.lookup('service:store').peekRecord('ticket', String(id))?.reload();
    }, ticketId);
    await expect.poll(() => priority.innerText()).toBe('Urgent');
    expect(await page.locator('.ticket-sidebar-sticky__refresh-text').count()).toBe(0);
  });
});

describe('the page around', () => {
  test('drawing anew throws foreign nodes out and keeps the open editor', async () => {
    const { page } = desk();
    await openTicket(desk());
    await openReply(desk());
    await insertThroughFroala(desk(), '<div>kept</div>');
    const left = await page.evaluate(() => {
      document
        .querySelector('.app-main-wrapper')
        ?.append(Object.assign(document.createElement('i'), { id: 'foreign' }));
      document.body.append(Object.assign(document.createElement('i'), { id: 'on-body' }));
      window.dispatchEvent(new CustomEvent('sandbox:rerender'));
      return [document.querySelector('#foreign'), document.querySelector('#on-body')].map(Boolean);
    });
    expect(left).toEqual([false, true]);
    expect(await page.locator('#mainactionbar button').count()).toBeGreaterThan(3);
    expect(await page.locator(editable).innerText()).toContain('kept');
    await page.click(submit);
    await page.waitForSelector('.editor-placeholder');
    expect(sentBodies(desk())[0]).toContain('kept');
  });

  test('the action bar alone can be replaced', async () => {
    const { page } = desk();
    await openTicket(desk());
    const replaced = await page.evaluate(() => {
      const before = document.querySelector('#mainactionbar');
      window.dispatchEvent(new CustomEvent('sandbox:rerender-bar'));
      return before !== document.querySelector('#mainactionbar') && before?.isConnected === false;
    });
    expect(replaced).toBe(true);
  });

  test('hotkeys work on the page and stay out of inputs', async () => {
    const { page } = desk();
    await page.goto(`${origin}/a/tickets`);
    await page.click(`a[href="/a/tickets/${ticketId}"]`);
    await page.waitForSelector('#mainactionbar button');
    await page.focus('.tag-input');
    await page.keyboard.type('run');
    expect(await page.locator('.ticket-editor').count()).toBe(0);
    await page.click('.status-cards-container');
    await page.keyboard.press('?');
    await page.waitForSelector('#nucleus-modal-wormhole [role="dialog"]');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.waitForURL((url) => !url.pathname.endsWith(`/${ticketId}`));
  });

  test('the middle of a long thread comes only when asked for', async () => {
    const { freshdesk, page } = desk();
    const longest = Array.from(freshdesk.store.tickets.values(), ({ id }) => ({
      id,
      count: Array.from(freshdesk.store.conversations.values()).filter(
        (one) => one.ticket_id === id,
      ).length,
    })).toSorted((one, other) => other.count - one.count)[0];
    await openTicket(desk(), longest?.id);
    const shown = page.locator('[data-test-id="conversation-wrapper"]');
    expect(await shown.count()).toBeLessThan(10);
    await page.click('button[data-test-button="load-more"]');
    await expect.poll(() => shown.count()).toBe(longest?.count);
  });

  test('wide bars keep the width of the window when the app is narrowed', async () => {
    const { pages, page } = desk();
    pages.options.wideBars = true;
    await openTicket(desk());
    const widths = await page.evaluate(() => {
      document.documentElement.style.width = '900px';
      const width = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      return {
        window: innerWidth,
        header: width('.application-header')?.width,
        bar: width('#mainactionbar')?.width,
        panelRight: width('.ticket-properties-wrapper')?.right,
      };
    });
    expect(widths).toMatchObject({ header: widths.window, bar: widths.window });
    expect(widths.panelRight).toBeLessThanOrEqual(900);
  });

  test('Portuguese changes texts and label-named ids, not API-named ones; the requester can sit in a shadow root', async () => {
    const { pages, page } = desk();
    Object.assign(pages.options, { language: 'pt', requester: 'shadow' });
    await openTicket(desk());
    expect(await page.locator('[data-test-id="ticket-properties-btn"]').innerText()).toBe(
      'Atualizar',
    );
    expect(
      await page
        .locator('[data-test-id="tkt-properties-ticket_type"] [data-test-id="Tipo"]')
        .count(),
    ).toBe(1);
    const mail = await page.evaluate(
      () =>
        document
          .querySelector('mfe-application[app-id="fw-unified-mfe--contact-info"]')
          ?.shadowRoot?.querySelector('p.break-all')?.textContent,
    );
    expect(mail).toBe('ana.ruiz@tidepool.example');
    expect(await page.locator('.widget-requestor-info').count()).toBe(0);
  });
});
