import type { TicketFacts } from '@/lib/contract/ticket';
import { cleanLine } from './plain';

const MAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const PHONE = /(?<![\w.:/-])\+\d[\d\s().-]{7,}\d(?![\w])/gu;

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

/**
 * Leaves out what tells who wrote: mail addresses, international phone numbers, and the requester's own name. For
 * text that goes to a public repository. A name inside another word stays.
 */
export function redact(text: string, facts: TicketFacts): string {
  const withoutMail = text.replace(MAIL, '[address left out]').replace(PHONE, '[number left out]');
  const name = cleanLine(facts.requester?.name ?? '');
  if (name.length < 2) return withoutMail;
  const spaced = name.split(' ').map(escaped).join('\\s+');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${spaced}(?![\\p{L}\\p{N}])`, 'giu');
  return withoutMail.replace(whole, 'the requester');
}
