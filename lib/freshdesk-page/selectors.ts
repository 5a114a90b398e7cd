import { always, during } from './anchor';
import type { Anchor } from './anchor';

/*
 * Every place of Freshdesk's page that Steward looks for. English `data-test-*` ids come first: they survive the
 * agent's language and most redesigns. Labels are localised and come last or not at all.
 */

/** Something that only a ticket page has. */
export const ticketPage: Anchor = {
  name: 'ticketPage',
  expects: 'present',
  candidates: [
    during(['2024', '2026'], '#ticket-details', 'timer extension, 2024-10 to 2026-03'),
    during(['2026'], '.tickets-detail-page', 'theme extension, 2026-03'),
    always('#mainactionbar', 'userscript diary measured live, 2026-08'),
    during(['2019', '2024'], '.page-actions__left', 'seven public scripts, 2016 to 2026'),
  ],
};

/** Opens the reply editor. The bottom bar comes first: add-ons are known to remove the button at the top. */
export const replyButton: Anchor = {
  name: 'replyButton',
  expects: 'visible',
  candidates: [
    always('button[data-test-id="ticket-action-reply"]', 'five public scripts, 2024 to 2026'),
    always('[data-test-email-action-btn="reply"]', 'two public scripts, 2021 to 2025'),
    during(['2024', '2026'], '#mainactionbar [data-test-email-action="reply"]', 'live, 2026-08'),
    during(['2026'], '[data-test-id="ticket-action-reply-top"]', 'live, 2026-08'),
    always('[data-test-email-action="reply"]', 'three public scripts, 2025 to 2026'),
  ],
};

/** Opens the note editor. */
export const noteButton: Anchor = {
  name: 'noteButton',
  expects: 'visible',
  candidates: [
    always(
      '[data-test-id="ticket-action-note"]',
      'by analogy with reply and forward; not yet seen',
    ),
    always('[data-test-id="add-note"]', 'two public scripts, 2021 to 2026'),
    always('[data-test-note-action="add"]', 'two public scripts, 2021 to 2026'),
    during(['2019', '2024'], '[data-test-email-action-btn="note"]', 'userscript, 2021-10'),
    always('#mainactionbar button[aria-label="Add note"]', 'English pages only, 2026-08'),
  ],
};

/** Opens the forward editor; Steward never presses it, but has to know that the agent did. */
export const forwardButton: Anchor = {
  name: 'forwardButton',
  expects: 'visible',
  candidates: [
    always('[data-test-id="ticket-action-forward"]', 'in-page tool, 2026'),
    always('[data-test-email-action-btn="forward"]', 'by analogy with reply, 2021'),
    always('[data-test-email-action="forward"]', 'by analogy with reply, 2026'),
  ],
};

/** The text area of an open editor: Froala 3.1.1 in the page itself, Redactor before that. */
export const editorElement: Anchor = {
  name: 'editorElement',
  expects: 'visible',
  candidates: [
    always('.fr-element.fr-view[contenteditable="true"]', 'nine public scripts, 2019 to 2026'),
    always('.fr-element[contenteditable="true"]', 'userscripts, 2026'),
    during(['2019'], '.redactor-editor[contenteditable="true"]', 'kept as a fallback by scripts'),
  ],
};

/** The box around one open editor with its recipients and its footer, from the outermost. */
export const editorBox: Anchor = {
  name: 'editorBox',
  expects: 'present',
  candidates: [
    during(['2024', '2026'], '.ticket-details__item.rich-editor', 'live, 2026-08'),
    always('.rich-editor', 'userscript, 2026-08'),
    always('.ticket-editor', 'two public scripts, 2025 to 2026'),
    always('.fr-box', 'the editor library itself'),
  ],
};

/** Recipient line; an item that has one is mail, an item without is a note. */
export const recipientLine: Anchor = {
  name: 'recipientLine',
  expects: 'visible',
  candidates: [
    always('.emails-info .display_emails', 'two public scripts, 2026'),
    always('.emails-info', 'colouring userscript, 2026-07'),
  ],
};

/** Freshdesk's folded quote below a mail. */
export const quoteMarker: Anchor = {
  name: 'quoteMarker',
  expects: 'present',
  candidates: [always('.fr-quoted-marker-remove', 'live, 2026-08')],
};

/** Mark of a private note on an item or on what is in it. */
export const privateMark: Anchor = {
  name: 'privateMark',
  expects: 'present',
  candidates: [always('.ticket-details__privatenote', 'four public scripts, 2019 to 2026')],
};

/** The property panel on the right. */
export const propertiesPanel: Anchor = {
  name: 'propertiesPanel',
  expects: 'visible',
  candidates: [
    during(['2024', '2026'], '[data-test-id="ticket-properties-sticky"]', 'live, 2026-08'),
    always('.ticket-properties-wrapper', 'two public scripts, 2024 to 2026'),
    always('.__module-tickets__ticket-details__properties', 'two scripts, 2021 and 2026'),
  ],
};

/** Saves the property panel; disabled while nothing in it is unsaved. */
export const updateButton: Anchor = {
  name: 'updateButton',
  expects: 'visible',
  candidates: [
    always('[data-test-id="ticket-properties-btn"]', 'five public scripts, 2024 to 2026'),
    always('.property-submit', 'theme extension, 2026-03'),
  ],
};

/** "Properties have changed, refresh": appears when somebody else wrote to the ticket. */
export const refreshLink: Anchor = {
  name: 'refreshLink',
  expects: 'visible',
  candidates: [always('.ticket-sidebar-sticky__refresh-text', 'extension, 2026-05')],
};

/** Freshdesk's own controls at the right end, which must stay in reach beside the sidebar. */
export const rightControls: readonly Anchor[] = [
  {
    name: 'rightActions',
    expects: 'visible',
    candidates: [
      always('#mainactionbar .page-actions__right', 'three public scripts, 2026'),
      always('.page-actions__right', 'three public scripts, 2026'),
    ],
  },
  {
    name: 'profileMenu',
    expects: 'visible',
    candidates: [always('[data-test-id="profile-dropdown"]', 'page copied 2021-03')],
  },
  {
    name: 'search',
    expects: 'visible',
    candidates: [always('[data-test-id="search-trigger"]', 'page copied 2021-03')],
  },
  propertiesPanel,
  updateButton,
];

/** All anchors with a name of their own, as the health report lists them. */
export const anchors: readonly Anchor[] = [
  ticketPage,
  replyButton,
  noteButton,
  forwardButton,
  editorElement,
  editorBox,
  recipientLine,
  quoteMarker,
  privateMark,
  refreshLink,
  ...rightControls,
];
