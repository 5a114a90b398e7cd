/*
 * The parts of the agent's ticket page that the adapter looks for, one fixture per layout, written from dated public
 * observations (2019 userscripts, a timer extension's 2024 change, live measurements of 2026). Traps are part of them:
 * hidden duplicates of the action bar, the peach class on mail, a message's recipient line outside any editor.
 */
export type Layout = '2019' | '2024' | '2026';

const message = `
  <div class="ticket-details__item" data-test-id="ticket-description">
    <div class="emails-info" hidden><span class="display_emails">To: help@acme.example</span></div></div>
  <div class="ticket-details__item ticket-details__privatenote"><div class="emails-info">
    <span class="display_emails">To: lee@tidepool.example</span></div></div>`;

const properties = `
  <div class="__module-tickets__ticket-details__properties"><div class="ticket-properties-wrapper">
    <button class="property-submit" data-test-id="ticket-properties-btn" disabled>Update</button></div></div>`;

export const pages: Readonly<Record<Layout, string>> = {
  '2019': `
    <div class="page-actions__left" hidden><button data-test-email-action-btn="reply">x</button></div>
    <section id="mainactionbar"><div class="page-actions__left"><button data-test-email-action="reply">Reply</button>
      <button data-test-note-action="add">Note</button></div><div class="page-actions__right">‹ ›</div></section>
    ${message}${properties}
    <ul class="reply-bar"><li><button data-test-email-action-btn="reply">Reply</button></li>
      <li><button data-test-email-action-btn="note">Note</button></li>
      <li><button data-test-email-action-btn="forward">Forward</button></li></ul>`,
  '2024': `
    <div id="ticket-details"><section id="mainactionbar"><div class="page-actions__left reply-bar-wrapper-top">
      <button data-test-email-action="reply">Reply</button><button data-test-id="add-note">Add note</button>
      </div><div class="page-actions__right">‹ ›</div></section>${message}${properties}
    <ul class="reply-bar"><li><button data-test-id="ticket-action-reply">Reply</button></li>
      <li><button data-test-id="ticket-action-forward">Forward</button></li></ul></div>`,
  '2026': `
    <div id="ticket-details" class="tickets-detail-page"><section id="mainactionbar">
      <div class="page-actions__left reply-bar-wrapper-top"><div class="reply-bar-top">
      <button data-test-id="ticket-action-reply-top">Responder</button></div>
      <button data-test-id="add-note">Nota</button></div><div class="page-actions__right">‹ ›</div></section>
    ${message}<div data-test-id="ticket-properties-sticky">${properties}</div></div>`,
};

/** An open editor of each kind as an item of the thread. */
export const editors = {
  reply: `<div class="ticket-details__item rich-editor"><div class="ticket-editor"><div>To: <b>ana@tidepool.example</b></div>
    <div class="from-line">From: <i>help@acme.example</i></div>
    <div class="fr-box"><div class="fr-wrapper"><div class="fr-element fr-view" contenteditable="true">ana@other.example</div></div></div>
    <button class="fr-quoted-marker-remove">…</button></div></div>`,
  note: `<div class="ticket-details__item rich-editor ticket-details__privatenote"><div class="ticket-editor"><div class="fr-box">
    <div class="fr-wrapper"><div class="fr-element fr-view" contenteditable="true"><br></div></div></div></div></div>`,
  mailInPeach: `<div class="ticket-details__item rich-editor ticket-details__privatenote"><div class="emails-info">
    <span class="display_emails">To: lee@tidepool.example</span></div><div class="fr-box"><div class="fr-wrapper">
    <div class="fr-element fr-view" contenteditable="true">x</div></div></div></div>`,
  unknown: `<div class="fr-box"><div class="fr-wrapper"><div class="fr-element fr-view" contenteditable="true">x</div></div></div>`,
} as const;
