import { decodeEntities, escapeHtml, tokenise } from './html-tokens.ts';

const VOID = new Set(['br', 'hr', 'img', 'col', 'wbr']);

/** Elements a mail may contain; of any other the tags go and the content stays. */
const ALLOWED = new Set(
  (
    'a abbr b blockquote br caption center code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins ' +
    'kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul wbr'
  ).split(' '),
);

/** Attributes that survive; `data-*` and event handlers do not. */
const ATTRIBUTES = new Set(
  (
    'align alt bgcolor border cellpadding cellspacing class color colspan dir face height href id lang rel rowspan ' +
    'size src start style target title type valign width'
  ).split(' '),
);

/**
 * Cleans a body as the server does: scripts, handlers, comments, `data-*` attributes and `data:` images go,
 * text without any markup comes back as `<div>text</div>` (API reference and recorded notes, 2026).
 * The result is balanced, so that hostile mail cannot close the page's own elements.
 */
export function sanitiseBody(html: string): string {
  const tokens = tokenise(html);
  const open: string[] = [];
  let clean = '';
  let marked = false;
  for (const token of tokens) {
    if (token.kind === 'text') {
      clean += escapeText(token.text);
    } else if (!ALLOWED.has(token.name)) {
      continue;
    } else if (token.kind === 'close') {
      const depth = open.lastIndexOf(token.name);
      if (depth < 0) continue;
      for (const name of open.splice(depth).toReversed()) clean += `</${name}>`;
    } else {
      const attributes = keptAttributes(token.attributes);
      if (token.name === 'img' && !attributes.some(([name]) => name === 'src')) continue;
      marked = true;
      clean += `<${token.name}${attributes.map(([name, value]) => ` ${name}="${value}"`).join('')}>`;
      if (!VOID.has(token.name)) open.push(token.name);
    }
  }
  for (const name of open.toReversed()) clean += `</${name}>`;
  return marked ? clean : `<div>${clean}</div>`;
}

function escapeText(text: string): string {
  return escapeHtml(text).replaceAll('&quot;', '"');
}

function keptAttributes(attributes: readonly [string, string | null][]): [string, string][] {
  const kept: [string, string][] = [];
  for (const [name, raw] of attributes) {
    if (!ATTRIBUTES.has(name) || raw === null) continue;
    if ((name === 'href' || name === 'src') && !safeAddress(raw, name)) continue;
    if (
      name === 'style' &&
      /url\s*\(|expression|javascript:|@import|behavior\s*:/i.test(decodeEntities(raw))
    )
      continue;
    kept.push([name, escapeHtml(raw)]);
  }
  return kept;
}

function safeAddress(raw: string, attribute: 'href' | 'src'): boolean {
  // Browsers ignore control characters and blanks inside a scheme, so they must not hide it here.
  const address = Array.from(decodeEntities(raw))
    .filter((char) => char > ' ')
    .join('')
    .toLowerCase();
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/.exec(address) ?? [];
  if (scheme === undefined) return true;
  const allowed =
    attribute === 'src' ? ['http', 'https', 'cid'] : ['http', 'https', 'mailto', 'tel'];
  return allowed.includes(scheme);
}
