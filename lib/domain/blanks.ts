import { visibleText } from './visible-text';

/** How the marker is written. `word`: XXX, TODO and the like. */
export type BlankKind = 'double-braces' | 'braces' | 'brackets' | 'angles' | 'word';

/** A marker that somebody meant to fill in. `start` and `end` are offsets into the HTML, end not included. */
export type Blank = {
  readonly kind: BlankKind;
  /** The marker as a reader sees it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

type Rule = {
  readonly kind: BlankKind;
  readonly pattern: RegExp;
  /** Whether a match is a marker, seen with the text before and after it. */
  readonly holds: (content: string, before: string, after: string) => boolean;
};

const always = (): boolean => true;
const SHOUTED = /^[\p{Lu}\p{N}_ ./-]*\p{Lu}[\p{Lu}\p{N}_ ./-]*\p{Lu}[\p{Lu}\p{N}_ ./-]*$/u;
const WORDS = /^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_ .,'’?/-]*$/u;
// How Steward itself shows a blank: padded, beginning with a capital; such a label may hold a bracket or a colon.
const OWN_MARKER = /^ \p{Lu}[^"`;=<>]{0,76} $/u;
// Level tags of logs, tags that mail systems and the team's own issue titles use.
const LABELS =
  /^(DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|TRACE|EXT|EXTERNAL|SPAM|WIP|RFC|OK|FAIL|FAILED|DONE|PASS|SKIP|URGENT|UTC|EST|GMT|SIC)$/;
const ASKS =
  /^(your|insert|enter|add|fill|describe|name|first name|last name|full name|link|url|date|time|hub|community|number|reason|details?|context|placeholder|tbd|todo)\b/i;

const RULES: readonly Rule[] = [
  {
    kind: 'double-braces',
    pattern: /\{\{\s?([^{}\n]{1,80}?)\s?\}\}/gu,
    // GitHub Actions write ${{ … }}.
    holds: (_, before) => !before.endsWith('$'),
  },
  {
    kind: 'braces',
    pattern: /(?<!\{)\{([^{}\n]{1,80})\}(?!\})/gu,
    holds: (raw, before, after) => {
      const content = raw.trim();
      if (!WORDS.test(content) && !OWN_MARKER.test(raw)) return false;
      if (/[$\\%@#]$/u.test(before)) return false;
      if (SHOUTED.test(content)) return !/\w$/u.test(before);
      // {name}: prose puts a space or a bracket before it; code and URL patterns put /, =, :, quotes or a word there.
      const inProse = /(^|[\s(“‘«>])$/u.test(before) && /^($|[\s.,;:!?)”’»<])/u.test(after);
      const afterCode =
        /(=>|[=)\]]|["']\s*:)\s*$|\b(else|do|try|finally|return|class \w+)\s*$/u.test(before);
      return inProse && !afterCode && !/^(return|break|continue|pass|\d[\d,. -]*$)/u.test(content);
    },
  },
  {
    kind: 'brackets',
    pattern: /\[([^[\]\n]{2,80})\]/gu,
    holds: (raw, before, after) => {
      const content = raw.trim();
      if (!WORDS.test(content) || /[\w\])!]$/u.test(before) || after.startsWith('(')) return false;
      return SHOUTED.test(content) ? !LABELS.test(content) : ASKS.test(content);
    },
  },
  {
    kind: 'angles',
    pattern: /<([^<>\n]{2,60})>/gu,
    holds: (raw) => {
      const content = raw.trim();
      return (
        WORDS.test(content) && (SHOUTED.test(content) || /^(your|insert|enter)\b/i.test(content))
      );
    },
  },
  {
    kind: 'word',
    pattern: /(?<![\p{L}\p{N}_./#-])(?:X{3,}|Y{3,}|TODO|TBD|TBC|FIXME)(?![\p{L}\p{N}_/-]|\.\w)/gu,
    holds: always,
  },
];

/**
 * Finds markers that were meant to be filled in: `{ NAME }`, `{{ name }}`, `[NAME]`, `<NAME>`, XXX, YYY, TODO.
 * Markers are sought in what a reader sees, so markup inside one does not hide it; text in code, preformatted and
 * quoted parts is left alone, and so are braces that look like code or JSON. In order of their place, none overlapping.
 */
export function findBlanks(html: string): readonly Blank[] {
  const { text, starts, ends } = visibleText(html);
  const found: Blank[] = [];
  for (const { kind, pattern, holds } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      const content = match[1] ?? match[0];
      if (!holds(content, text.slice(Math.max(0, from - 40), from), text.slice(to, to + 40)))
        continue;
      const start = starts[from] ?? 0;
      const end = ends[to - 1] ?? html.length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      found.push({ kind, text: match[0], start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
