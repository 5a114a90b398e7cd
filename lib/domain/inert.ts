import { cleanLine, cleanText, cutText } from './plain';

/*
 * Ticket text in a GitHub issue. GitHub looks for mentions, references and addresses in the rendered text, so a
 * backslash or an entity before the sign does not stop them; an invisible zero-width space inside the sign does
 * (bots that write release notes into issues do the same, seen 2026).
 */
const BREAK = '\u200B';

/** Breaks what GitHub would act upon, wherever it stands: mentions, references, addresses of GitHub. Reads the same. */
function breakSignals(text: string): string {
  return text
    .replace(/@(?=[\p{L}\p{N}_-])/gu, `@${BREAK}`)
    .replace(/#(?=\p{N})/gu, `#${BREAK}`)
    .replace(/\b(GH)-(?=\d)/giu, `$1-${BREAK}`)
    .replace(/github(?=\.(?:com|dev|io)\b|usercontent\.)/giu, (word) => `${word}${BREAK}`);
}

/** Breaks every web address as well: a stranger's link must not become one click away. */
function breakLinks(text: string): string {
  return text
    .replace(/:\/\//gu, `:${BREAK}//`)
    .replace(/\bwww\./giu, (word) => `${word.slice(0, 3)}${BREAK}.`)
    .replace(/\b(mailto|xmpp|javascript|data):/giu, `$1${BREAK}:`);
}

/** For a title: one line, at most `max` characters, nothing alive in it. Titles know no Markdown but backticks. */
export function inertTitle(text: string, max: number): string {
  return cutText(breakSignals(breakLinks(cleanLine(text))), max);
}

/** For a place inside a line of Markdown: shown letter by letter, whatever it contains. */
export function inertInline(text: string, max: number): string {
  const broken = breakSignals(breakLinks(cutText(cleanLine(text), max)));
  return broken
    .replace(/[\\`*_{}[\]<>#!|~$&]|^[-+=:]/gu, (sign) => `\\${sign}`)
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}

/** For a section of its own: a code block whose fence the text cannot close. */
export function inertBlock(text: string, max: number): string {
  const broken = breakSignals(breakLinks(cutText(cleanText(text).trim(), max)));
  const longest = (broken.match(/[`~]+/gu) ?? []).reduce(
    (most, run) => Math.max(most, run.length),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${broken}\n${fence}`;
}

/** Closes a code block that was left open, so that the next section does not end up inside it. */
function closeFence(text: string): string {
  let open: string | null = null;
  for (const line of text.split('\n')) {
    const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$/u.exec(line);
    const marks = fence?.[1];
    if (fence === null || marks === undefined) continue;
    if (open === null) open = marks;
    else if (marks[0] === open[0] && marks.length >= open.length && fence[2]?.trim() === '') {
      open = null;
    }
  }
  return open === null ? text : `${text}\n${open}`;
}

/**
 * For words the steward typed, which may hold pasted ticket text: Markdown and links to other places stay; mentions,
 * references, addresses of GitHub, images and HTML do not come alive.
 */
export function tamedMarkdown(text: string, max: number): string {
  const clean = cutText(cleanText(text).trim(), max);
  const tamed = breakSignals(clean)
    .replace(/!(?=\[)/gu, `!${BREAK}`)
    .replace(/<(?=[A-Za-z/!?])/gu, `<${BREAK}`)
    .replace(/&(?=#?\w+;)/gu, `&${BREAK}`);
  return closeFence(tamed);
}
