import type { Template, TemplateField } from '@/lib/pack/schema';
import { cleanText, escapeHtml, safeLink } from './plain';

export { findBlanks, type Blank, type BlankKind } from './blanks';

export type RenderedText = {
  /** Freshdesk's way: one `<div>` for each paragraph, `<div><br></div>` between, values escaped, links as `<a>`. */
  readonly html: string;
  /** Plain text, paragraphs separated by an empty line. */
  readonly text: string;
  /** Fields still without a value, in the template's order; each shows as `{ Label }`. */
  readonly blanks: readonly TemplateField[];
};

/** The full text, the greeting included. */
export type Rendered = RenderedText & {
  /**
   * The body alone, for a place that already has a greeting; null when the template has no greeting, or nothing else. Its
   * blanks are those of the body: a name that only the greeting asks for is not missing here.
   */
  readonly withoutGreeting: RenderedText | null;
};

type Values = Readonly<Record<string, string>>;
type Piece = { readonly html: string; readonly text: string };

const TOKEN =
  /\{\{\s*(?<name>[A-Za-z][A-Za-z0-9.]*)\s*\}\}|\[(?<words>[^\][]+)\]\((?<target>[^()\s]+|\{\{[^}]*\}\})\)/gu;
const WHOLE_NAME = /^\{\{\s*([A-Za-z][A-Za-z0-9.]*)\s*\}\}$/u;

function linkHtml(target: string, words: string): string {
  return `<a href="${escapeHtml(target)}" rel="noreferrer">${escapeHtml(words)}</a>`;
}

function plainPiece(text: string): Piece {
  return { text, html: escapeHtml(text).replaceAll('\n', '<br>') };
}

function linkPiece(target: string, words: string): Piece {
  const text = target === words ? target : `${words} (${target})`;
  return { text, html: linkHtml(target, words) };
}

/** Value by name; null when there is none or it is empty. Own keys only: a name such as `constructor` is no value. */
function valueOf(values: Values, name: string): string | null {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  const clean = value === undefined ? '' : cleanText(value).trim();
  return clean === '' ? null : clean;
}

/** What stands in the text for a field that has no value yet. */
export function blankMarker(label: string): string {
  return `{ ${label} }`;
}

type Lookup = {
  readonly value: (name: string) => string | null;
  readonly marker: (name: string) => string;
};

function namedPiece(name: string, lookup: Lookup): Piece {
  const value = lookup.value(name);
  if (value === null) return plainPiece(lookup.marker(name));
  const link = safeLink(value);
  return link === null ? plainPiece(value) : linkPiece(link, link);
}

function wordsLink(words: string, target: string, lookup: Lookup): Piece {
  const name = WHOLE_NAME.exec(target)?.[1];
  const address = name === undefined ? target : (lookup.value(name) ?? lookup.marker(name));
  const link = safeLink(address);
  return link === null ? plainPiece(`${words} (${address})`) : linkPiece(link, words);
}

function paragraphPiece(source: string, lookup: Lookup): Piece {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    pieces.push(plainPiece(source.slice(end, match.index)));
    end = match.index + match[0].length;
    const { name, words, target } = match.groups ?? {};
    if (name !== undefined) pieces.push(namedPiece(name, lookup));
    else if (words !== undefined && target !== undefined) {
      pieces.push(wordsLink(words, target, lookup));
    }
  }
  pieces.push(plainPiece(source.slice(end)));
  return {
    html: pieces.map(({ html }) => html).join(''),
    text: pieces.map(({ text }) => text).join(''),
  };
}

function namesIn(source: string): string[] {
  return [...source.matchAll(TOKEN)].flatMap(({ groups }) => {
    const name = groups?.name ?? WHOLE_NAME.exec(groups?.target ?? '')?.[1];
    return name === undefined ? [] : [name];
  });
}

function renderParagraphs(
  sources: readonly string[],
  lookup: Lookup,
): Omit<RenderedText, 'blanks'> {
  const paragraphs = sources.map((source) => paragraphPiece(source, lookup));
  return {
    html: paragraphs.map(({ html }) => `<div>${html}</div>`).join('<div><br></div>'),
    text: paragraphs.map(({ text }) => text).join('\n\n'),
  };
}

/**
 * Fills a template. The greeting and each entry of the body are paragraphs; `{{name}}` takes a value,
 * `[words](https://…)` becomes a link, and so does a value that is an address as a whole. Values are put in as text:
 * markup or `{{…}}` inside a value stays what it is. Freshdesk renders neither newlines nor Markdown of a reply, hence
 * the HTML. What goes into a reply may be the version without the greeting, decided by the editor's own text.
 */
export function renderTemplate(template: Template, values: Values): Rendered {
  const { greeting, body, fields } = template;
  const labels = new Map(fields.map(({ name, label }) => [name, label]));
  const lookup: Lookup = {
    value: (name) => valueOf(values, name),
    marker: (name) => blankMarker(labels.get(name) ?? name),
  };
  const blanks = fields.filter(({ name }) => lookup.value(name) === null);
  const alone = { ...renderParagraphs(body, lookup), blanks };
  if (greeting === undefined) return { ...alone, withoutGreeting: null };
  const inBody = new Set(body.flatMap(namesIn));
  return {
    ...renderParagraphs([greeting, ...body], lookup),
    blanks,
    withoutGreeting:
      alone.text.trim() === ''
        ? null
        : { ...alone, blanks: blanks.filter(({ name }) => inBody.has(name)) },
  };
}
