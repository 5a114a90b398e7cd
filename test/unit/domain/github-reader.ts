/*
 * What GitHub would make of an issue body, as far as harm goes: finds live mentions, references, links, images and
 * HTML by the documented rules (CommonMark blocks, GFM autolinks, GitHub's mention and reference patterns). It shares
 * nothing with the code that makes text inert.
 */

export type Alive = { readonly what: string; readonly text: string };

/** Takes fenced code out; tells whether a fence was left open. */
export function outsideFences(markdown: string): { text: string; openAtEnd: boolean } {
  const kept: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const marks = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u.exec(line)?.[1];
    if (fence === null) {
      if (marks === undefined) kept.push(line);
      else fence = marks;
    } else if (
      marks !== undefined &&
      marks[0] === fence[0] &&
      marks.length >= fence.length &&
      /^ {0,3}[`~]+\s*$/u.test(line)
    ) {
      fence = null;
    }
  }
  return { text: kept.join('\n'), openAtEnd: fence !== null };
}

const unescape = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/gu, '$1');

/** Signals GitHub looks for in the rendered text, wherever they stand. */
export function liveSignals(text: string): Alive[] {
  const rules: [string, RegExp][] = [
    ['mention', /(?<![\w`])@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\/[\w-]+)?/giu],
    ['reference', /(?<![\w`&])(?:[\w.-]+(?:\/[\w.-]+)?)?#\d+/gu],
    ['reference', /\bGH-\d+/giu],
    ['address of GitHub', /https?:\/\/(?:www\.)?github\.com\/[\w.-]+\/[\w.-]+/giu],
  ];
  return rules.flatMap(([what, rule]) =>
    [...unescape(text).matchAll(rule)].map((match) => ({ what, text: match[0] })),
  );
}

/** Markup that comes alive outside code. */
export function liveMarkup(markdown: string): Alive[] {
  const { text } = outsideFences(markdown);
  const rules: [string, RegExp][] = [
    ['image', /(?<!\\)!\[[^\]]*\](?:\(|\[)/gu],
    ['HTML', /(?<!\\)<(?:\/?[a-z][a-z\d-]*(?=[\s/>])|!--|\?|!\[CDATA)/giu],
    ['entity', /(?<!\\)&(?:#\d+|#x[\da-f]+|[a-z]\w*);/giu],
    ['autolink', /(?<!\\)<[a-z][a-z\d+.-]{1,31}:[^\s<>]*>/giu],
  ];
  return rules.flatMap(([what, rule]) =>
    [...text.matchAll(rule)].map((match) => ({ what, text: match[0] })),
  );
}

/** Any address that GitHub would turn into a link by itself. */
export function liveLinks(markdown: string): Alive[] {
  const rule =
    /(?<![\w])(?:https?:\/\/|www\.)[\w-]+(?:\.[\w-]+)+|(?<!\\)\]\(|[\w.+-]+@[\w-]+\.[\w.-]+/giu;
  return [...outsideFences(markdown).text.matchAll(rule)].map((match) => ({
    what: 'link',
    text: match[0],
  }));
}
