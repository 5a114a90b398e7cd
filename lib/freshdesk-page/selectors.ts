import type { Anchor } from './anchor';

/*
 * Every place of Freshdesk's page that Steward looks for. English `data-test-*` ids come first: they survive the
 * agent's language and most redesigns. Labels are localised and come last or not at all. The comment above each
 * candidate says on which layout and where it was seen (public code, read 2026-11).
 */

/** Something that only a ticket page has. */
export const ticketPage: Anchor = {
  name: 'ticketPage',
  expects: 'present',
  candidates: [
    // From 2024: timer extension, 2024-10 to 2026-03.
    '#ticket-details',
    // 2026 layout: theme extension, 2026-03.
    '.tickets-detail-page',
    // Userscript diary measured live, 2026-08.
    '#mainactionbar',
    // Until 2024: seven public scripts, 2016 to 2026.
    '.page-actions__left',
  ],
};

/** Opens the reply editor. The bottom bar comes first: add-ons are known to remove the button at the top. */
export const replyButton: Anchor = {
  name: 'replyButton',
  expects: 'visible',
  candidates: [
    // Five public scripts, 2024 to 2026.
    'button[data-test-id="ticket-action-reply"]',
    // Two public scripts, 2021 to 2025.
    '[data-test-email-action-btn="reply"]',
    // From 2024: live, 2026-08.
    '#mainactionbar [data-test-email-action="reply"]',
    // 2026 layout: live, 2026-08.
    '[data-test-id="ticket-action-reply-top"]',
    // Three public scripts, 2025 to 2026.
    '[data-test-email-action="reply"]',
  ],
};

/** Opens the note editor. */
export const noteButton: Anchor = {
  name: 'noteButton',
  expects: 'visible',
  candidates: [
    // By analogy with reply and forward; not yet seen.
    '[data-test-id="ticket-action-note"]',
    // Two public scripts, 2021 to 2026.
    '[data-test-id="add-note"]',
    // Two public scripts, 2021 to 2026.
    '[data-test-note-action="add"]',
    // Until 2024: userscript, 2021-10.
    '[data-test-email-action-btn="note"]',
    // English pages only, 2026-08.
    '#mainactionbar button[aria-label="Add note"]',
  ],
};

/** Opens the forward editor; Steward never presses it, but has to know that the agent did. */
export const forwardButton: Anchor = {
  name: 'forwardButton',
  expects: 'visible',
  candidates: [
    // In-page tool, 2026.
    '[data-test-id="ticket-action-forward"]',
    // By analogy with reply, 2021.
    '[data-test-email-action-btn="forward"]',
    // By analogy with reply, 2026.
    '[data-test-email-action="forward"]',
  ],
};

/** The text area of an open editor: Froala 3.1.1 in the page itself, Redactor before that. */
export const editorElement: Anchor = {
  name: 'editorElement',
  expects: 'visible',
  candidates: [
    // Nine public scripts, 2019 to 2026.
    '.fr-element.fr-view[contenteditable="true"]',
    // Userscripts, 2026.
    '.fr-element[contenteditable="true"]',
    // 2019 layout: kept as a fallback by scripts.
    '.redactor-editor[contenteditable="true"]',
  ],
};

/** The box around one open editor with its recipients and its footer, from the outermost. */
export const editorBox: Anchor = {
  name: 'editorBox',
  expects: 'present',
  candidates: [
    // From 2024: live, 2026-08.
    '.ticket-details__item.rich-editor',
    // Userscript, 2026-08.
    '.rich-editor',
    // Two public scripts, 2025 to 2026.
    '.ticket-editor',
    // The editor library itself.
    '.fr-box',
  ],
};

/** Recipient line; an item that has one is mail, an item without is a note. */
export const recipientLine: Anchor = {
  name: 'recipientLine',
  expects: 'visible',
  candidates: [
    // Two public scripts, 2026.
    '.emails-info .display_emails',
    // Colouring userscript, 2026-07.
    '.emails-info',
  ],
};

/** Freshdesk's folded quote below a mail. */
export const quoteMarker: Anchor = {
  name: 'quoteMarker',
  expects: 'present',
  candidates: [
    // Live, 2026-08.
    '.fr-quoted-marker-remove',
  ],
};

/** Mark of a private note on an item or on what is in it. */
export const privateMark: Anchor = {
  name: 'privateMark',
  expects: 'present',
  candidates: [
    // Four public scripts, 2019 to 2026.
    '.ticket-details__privatenote',
  ],
};

/** The property panel on the right. */
export const propertiesPanel: Anchor = {
  name: 'propertiesPanel',
  expects: 'visible',
  candidates: [
    // From 2024: live, 2026-08.
    '[data-test-id="ticket-properties-sticky"]',
    // Two public scripts, 2024 to 2026.
    '.ticket-properties-wrapper',
    // Two scripts, 2021 and 2026.
    '.__module-tickets__ticket-details__properties',
  ],
};

/** Saves the property panel; disabled while nothing in it is unsaved. */
export const updateButton: Anchor = {
  name: 'updateButton',
  expects: 'visible',
  candidates: [
    // Five public scripts, 2024 to 2026.
    '[data-test-id="ticket-properties-btn"]',
    // Theme extension, 2026-03.
    '.property-submit',
  ],
};

/** "Properties have changed, refresh": appears when somebody else wrote to the ticket. */
export const refreshLink: Anchor = {
  name: 'refreshLink',
  expects: 'visible',
  candidates: [
    // Extension, 2026-05.
    '.ticket-sidebar-sticky__refresh-text',
  ],
};

/** Freshdesk's own controls at the right end, which must stay in reach beside the sidebar. */
export const rightControls: readonly Anchor[] = [
  {
    name: 'rightActions',
    expects: 'visible',
    candidates: [
      // Three public scripts, 2026.
      '#mainactionbar .page-actions__right',
      // Three public scripts, 2026.
      '.page-actions__right',
    ],
  },
  {
    name: 'profileMenu',
    expects: 'visible',
    candidates: [
      // Page copied 2021-03.
      '[data-test-id="profile-dropdown"]',
    ],
  },
  {
    name: 'search',
    expects: 'visible',
    candidates: [
      // Page copied 2021-03.
      '[data-test-id="search-trigger"]',
    ],
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
