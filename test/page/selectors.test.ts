import { beforeAll, describe, expect, test } from 'vitest';
import { anchors } from '@/lib/freshdesk-page/selectors';
import { find, isVisible } from '@/lib/freshdesk-page/find';
import { health } from '@/lib/freshdesk-page/page-world/health';
import { editors, pages } from './fixtures';
import { loadBody, pretendLayout } from './support';
import type { Layout } from './fixtures';

beforeAll(pretendLayout);

/** Which selector finds each anchor on each layout; null: the layout has no such place, and that is known. */
const expected: Readonly<Record<string, Readonly<Record<Layout, string | null>>>> = {
  ticketPage: { '2019': '#mainactionbar', '2024': '#ticket-details', '2026': '#ticket-details' },
  replyButton: {
    '2019': '[data-test-email-action-btn="reply"]',
    '2024': 'button[data-test-id="ticket-action-reply"]',
    '2026': '[data-test-id="ticket-action-reply-top"]',
  },
  noteButton: {
    '2019': '[data-test-note-action="add"]',
    '2024': '[data-test-id="add-note"]',
    '2026': '[data-test-id="add-note"]',
  },
  forwardButton: {
    '2019': '[data-test-email-action-btn="forward"]',
    '2024': '[data-test-id="ticket-action-forward"]',
    '2026': null,
  },
  rightActions: {
    '2019': '#mainactionbar .page-actions__right',
    '2024': '#mainactionbar .page-actions__right',
    '2026': '#mainactionbar .page-actions__right',
  },
  propertiesPanel: {
    '2019': '.ticket-properties-wrapper',
    '2024': '.ticket-properties-wrapper',
    '2026': '[data-test-id="ticket-properties-sticky"]',
  },
  updateButton: {
    '2019': '[data-test-id="ticket-properties-btn"]',
    '2024': '[data-test-id="ticket-properties-btn"]',
    '2026': '[data-test-id="ticket-properties-btn"]',
  },
  editorElement: { '2019': null, '2024': null, '2026': null },
  refreshLink: { '2019': null, '2024': null, '2026': null },
};

describe.each(['2019', '2024', '2026'] as const)('the page of %s', (layout) => {
  test.each(Object.keys(expected))('%s', (name) => {
    loadBody(pages[layout]);
    expect(health().anchors[name]).toBe(expected[name]?.[layout]);
  });

  test('never answers a hidden duplicate', () => {
    loadBody(pages[layout]);
    const found = anchors
      .filter(({ expects }) => expects === 'visible')
      .map((anchor) => find(anchor)?.element)
      .filter((element) => element !== undefined);
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter((element) => !isVisible(element))).toEqual([]);
  });
});

test('an open editor is found with its box', () => {
  loadBody(pages['2026'] + editors.reply);
  expect(health().anchors).toMatchObject({
    editorElement: '.fr-element.fr-view[contenteditable="true"]',
    editorBox: '.ticket-details__item.rich-editor',
    quoteMarker: '.fr-quoted-marker-remove',
  });
});

test('every selector is one the browser understands, and every anchor has a name of its own', () => {
  const selectors = anchors.flatMap(({ candidates }) => candidates);
  expect(() => selectors.map((selector) => document.querySelector(selector))).not.toThrow();
  expect(new Set(anchors.map(({ name }) => name)).size).toBe(anchors.length);
});

test('an empty page is reported as such, without an error', () => {
  loadBody('');
  expect(new Set(Object.values(health().anchors))).toEqual(new Set([null]));
});
