/** Pieces of an HTML text, as far as a mail sanitiser needs them. */
export type HtmlToken =
  | { kind: 'text'; text: string }
  | {
      kind: 'open';
      name: string;
      attributes: [name: string, value: string | null][];
      selfClosing: boolean;
    }
  | { kind: 'close'; name: string };

/** Elements whose content is no markup; it disappears together with them. */
const RAW = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'noscript',
  'iframe',
  'xmp',
  'template',
  'svg',
  'math',
]);

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const TAG = /^<(\/?)([A-Za-z][A-Za-z0-9:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/;

/** Splits HTML. Comments, doctypes, processing instructions and raw elements with their content are left out. */
export function tokenise(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let rest = html;
  const text = (piece: string) => {
    const last = tokens.at(-1);
    if (last?.kind === 'text') last.text += piece;
    else if (piece !== '') tokens.push({ kind: 'text', text: piece });
  };
  while (rest !== '') {
    const at = rest.indexOf('<');
    if (at < 0) {
      text(rest);
      break;
    }
    text(rest.slice(0, at));
    rest = rest.slice(at);
    const junk = /^<!--[\s\S]*?(?:-->|$)|^<[!?][^>]*(?:>|$)/.exec(rest);
    if (junk) {
      rest = rest.slice(junk[0].length);
      continue;
    }
    // Without any `>` left nothing can be a tag; asking each time would be slow on hostile mail.
    const tag = rest.includes('>') ? TAG.exec(rest) : null;
    if (!tag) {
      // A lone `<` is text.
      text('<');
      rest = rest.slice(1);
      continue;
    }
    const [whole, slash, rawName = '', inside = ''] = tag;
    const name = rawName.toLowerCase();
    rest = rest.slice(whole.length);
    if (slash === '/') {
      tokens.push({ kind: 'close', name });
    } else if (RAW.has(name)) {
      const end = new RegExp(`</${name}\\s*>`, 'i').exec(rest);
      rest = end ? rest.slice(end.index + end[0].length) : '';
    } else {
      tokens.push({
        kind: 'open',
        name,
        attributes: readAttributes(inside),
        selfClosing: /\/\s*$/.test(inside),
      });
    }
  }
  return tokens;
}

function readAttributes(inside: string): [string, string | null][] {
  return [...inside.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
    name.toLowerCase(),
    double ?? single ?? bare ?? null,
  ]);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Turns character references into characters; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole: string, body: string) => {
    if (!body.startsWith('#')) return NAMED[body.toLowerCase()] ?? whole;
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Makes a text safe between tags and in a double-quoted attribute; keeps character references. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&(?!(?:#x[0-9a-f]+|#\d+|[a-z][a-z0-9]*);)/gi, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
