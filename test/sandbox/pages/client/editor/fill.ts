import type { Language } from '../i18n.ts';
import { escapeHtml } from '../ui/html.ts';

type FillFacts = {
  requesterName: string;
  agentName: string;
  accountName: string;
  /** The agent's own signature as HTML; empty: one is made of the name. */
  signatureHtml: string;
  language: Language;
};

const blank = '<div><br></div>';

/**
 * What a fresh reply holds after each step: greeting, room to write, signature last; top-level `<div>`s with
 * empty ones between them (shape measured live in 2026-09).
 */
export const replySteps = (facts: FillFacts): readonly string[] => {
  const firstName = facts.requesterName.trim().split(/\s+/)[0] ?? '';
  const greeting = facts.language === 'pt' ? 'Olá' : 'Hi';
  const closing = facts.language === 'pt' ? 'Atenciosamente,' : 'Best wishes,';
  const opening = `<div>${greeting}${firstName === '' ? '' : ` ${escapeHtml(firstName)}`},</div>`;
  const signature =
    facts.signatureHtml === ''
      ? `<div>${closing}</div><div>${escapeHtml(facts.agentName)}</div><div>${escapeHtml(facts.accountName)}</div>`
      : facts.signatureHtml.replaceAll(/<(\/?)p\b[^>]*>/g, '<$1div>');
  return [opening, `${opening}${blank}${blank}`, `${opening}${blank}${blank}${signature}`];
};

/** The earlier message as it is quoted under a reply. */
export const quotedHtml = (author: string, when: string, body: string): string =>
  `<div class="freshdesk_quote"><blockquote class="freshdesk_quote">${escapeHtml(when)}, ${escapeHtml(author)}:<br>${body}</blockquote></div>`;
