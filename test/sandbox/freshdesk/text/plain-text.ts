import { decodeEntities, tokenise } from './html-tokens.ts';

const BLOCKS = new Set(
  'blockquote div dl dt dd h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul'.split(' '),
);

/**
 * Plain text the server derives from HTML: blocks and `<br>` end a line. Not a faithful copy of the mail.
 * `lineEnd` is `\r\n` for incoming mail, `\n` or a blank for what agents write (all three are in recordings).
 */
export function plainText(html: string, lineEnd: '\n' | '\r\n' | ' ' = '\n'): string {
  let text = '';
  for (const token of tokenise(html)) {
    if (token.kind === 'text') text += decodeEntities(token.text).replace(/[\t\r\n ]+/g, ' ');
    else if (token.name === 'br' || (token.kind === 'close' && BLOCKS.has(token.name)))
      text += '\n';
    else if (BLOCKS.has(token.name) && text !== '' && !text.endsWith('\n')) text += '\n';
  }
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .replaceAll('\n', lineEnd);
}
