/** Text as a reader sees it, with the place in the HTML each of its characters comes from. */
export type VisibleText = {
  readonly text: string;
  /** Start in the HTML by index of `text` (UTF-16 units), and one more: the end. */
  readonly starts: readonly number[];
  /** End in the HTML by index of `text`. */
  readonly ends: readonly number[];
};

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lbrace: '{',
  lcub: '{',
  rbrace: '}',
  rcub: '}',
  lbrack: '[',
  lsqb: '[',
  rbrack: ']',
  rsqb: ']',
};

// Inline tags do not part words: `{ <b>NAME</b> }` reads as one marker.
const INLINE = /^(a|abbr|b|big|em|font|i|mark|s|small|span|strong|sub|sup|u|wbr|ins|del|strike)$/;
// Code is not prose, and a quoted message is somebody else's.
const SKIPPED = /^(pre|code|kbd|samp|tt|style|script|textarea|title|blockquote)$/;
const VOID = /^(area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<(?<close>\/?)(?<tag>[a-zA-Z][\w:-]*)(?<rest>(?:"[^"]*"|'[^']*'|[^'"<>])*)>|&(?<entity>#x?[\da-f]{1,6}|[a-z]{2,8});|[\s\S]/giu;

function decode(entity: string): string | null {
  const code = /^#x/i.test(entity)
    ? Number.parseInt(entity.slice(2), 16)
    : entity.startsWith('#')
      ? Number(entity.slice(1))
      : null;
  if (code === null) return ENTITIES[entity.toLowerCase()] ?? null;
  return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
}

const isQuote = (rest: string): boolean =>
  /class\s*=\s*["'][^"']*\b(freshdesk_quote|gmail_quote|quoted_text)\b/i.test(rest);

/**
 * Reads the visible text of an HTML fragment without a DOM (the rules run where there is none). Tags between letters
 * vanish, block tags become a line end, entities are decoded; code, quoted messages, scripts and comments are left out.
 */
export function visibleText(html: string): VisibleText {
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  let skipTag: string | null = null;
  let skipDepth = 0;

  const push = (text: string, from: number, to: number): void => {
    parts.push(text);
    for (let unit = 0; unit < text.length; unit += 1) {
      starts.push(from);
      ends.push(to);
    }
  };

  for (const match of html.matchAll(TOKEN)) {
    const from = match.index;
    const to = from + match[0].length;
    const { close, tag: rawTag, rest = '', entity } = match.groups ?? {};
    if (rawTag !== undefined) {
      const tag = rawTag.toLowerCase();
      if (skipTag !== null) {
        if (tag === skipTag) skipDepth += close === '/' ? -1 : 1;
        if (skipDepth === 0) skipTag = null;
      } else if (close === '' && !VOID.test(tag) && (SKIPPED.test(tag) || isQuote(rest))) {
        skipTag = tag;
        skipDepth = 1;
        push('\n', from, to);
      } else if (!INLINE.test(tag)) push('\n', from, to);
    } else if (skipTag !== null || match[0].startsWith('<!--')) continue;
    else push(entity === undefined ? match[0] : (decode(entity) ?? match[0]), from, to);
  }
  starts.push(html.length);
  return { text: parts.join(''), starts, ends };
}
