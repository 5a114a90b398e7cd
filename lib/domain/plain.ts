/*
 * Characters that carry no meaning in a ticket and can deceive: control characters, marks that turn the direction of
 * text or hide it, and halves of broken emoji. Joiners (U+200C, U+200D) stay: scripts and emoji need them.
 */
const UNWANTED =
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is removed
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}\p{Cs}]/gu;

/** Text without control characters, direction marks and broken characters; line ends become `\n`. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(UNWANTED, '');
}

/** The same on one line, blanks gathered, trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}

/** At most `max` characters (code points), cut at the end with `…`. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  // Twice the units hold enough points, however long the text is.
  const points = Array.from(text.slice(0, max * 2));
  return points.length <= max && text.length <= max * 2
    ? text
    : `${points.slice(0, max - 1).join('')}…`;
}

/** Text made safe for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The address when it is a whole http(s) or mailto link, else null. `javascript:` and the like never pass. */
export function safeLink(text: string): string | null {
  const trimmed = text.trim();
  if (!/^(https?:\/\/|mailto:)[^\s<>"'`\\]+$/i.test(trimmed)) return null;
  return URL.canParse(trimmed) ? trimmed : null;
}
