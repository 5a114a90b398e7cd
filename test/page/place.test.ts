import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { canonicalContent, parseMarkup, words } from '@/lib/freshdesk-page/page-world/markup';
import { isInsertable } from '@/lib/freshdesk-page/page-world/insertable';
import { placeIn } from '@/lib/freshdesk-page/page-world/place';

/** The editor's content with a mark where a text would go; `|` in the content is the agent's caret. */
function marked(html: string): string {
  const editor = document.createElement('div');
  editor.innerHTML = html;
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  let caret: Range | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const offset = node.nodeValue?.indexOf('|') ?? -1;
    if (offset === -1) continue;
    node.nodeValue = (node.nodeValue ?? '').replace('|', '');
    caret = document.createRange();
    caret.setStart(node, offset);
  }
  const place = placeIn(editor, caret);
  place.parent.insertBefore(document.createElement('hr'), place.before);
  place.replaces?.remove();
  return editor.innerHTML;
}
const blank = '<div><br></div>';

test.each([
  ['nothing at all', '', '<hr>'],
  ['one empty line', blank, '<hr>'],
  [
    'below the greeting',
    `<div>Hi Ana,</div>${blank}<div>Bo</div>`,
    `<div>Hi Ana,</div>${blank}<hr><div>Bo</div>`,
  ],
  [
    'below a greeting without an empty line',
    '<div>Olá Ana</div><div>Bo</div>',
    '<div>Olá Ana</div><hr><div>Bo</div>',
  ],
  [
    'above a signature alone',
    `${blank}<div>Kind regards</div><div>Bo</div>`,
    `${blank}<hr><div>Kind regards</div><div>Bo</div>`,
  ],
  [
    'a long first line is no greeting',
    `<div>${'word '.repeat(20)},</div>`,
    `<hr><div>${'word '.repeat(20)},</div>`,
  ],
  [
    'inside the one box around all lines',
    `<div><div>Hi,</div>${blank}<div>Bo</div></div>`,
    `<div><div>Hi,</div>${blank}<hr><div>Bo</div></div>`,
  ],
  [
    'above a signature that ends like a greeting',
    '<div>Best wishes,</div><div>Bo</div>',
    '<hr><div>Best wishes,</div><div>Bo</div>',
  ],
  [
    'below a greeting inside a box of its own',
    `<div><div>Hi Ana,</div>${blank}</div><div>Bo</div>`,
    `<div><div>Hi Ana,</div>${blank}</div><hr><div>Bo</div>`,
  ],
  [
    'between a greeting and a draft in one box',
    `<div><div>Hi Ana,</div><div>We look.</div></div><div>Bo</div>`,
    `<div><div>Hi Ana,</div></div><hr><div><div>We look.</div></div><div>Bo</div>`,
  ],
  [
    'below a greeting without a block of its own',
    'Hi Ana,<div>We look.</div>',
    'Hi Ana,<hr><div>We look.</div>',
  ],
  ['lines by breaks', 'Hi Ana,<br><br>Bo', 'Hi Ana,<br><br><hr>Bo'],
  [
    'caret at the start of a line',
    '<div>Hi,</div><div>|mine</div>',
    '<div>Hi,</div><hr><div>mine</div>',
  ],
  [
    'caret at the end of a line',
    '<div>mine|</div><div>Bo</div>',
    '<div>mine</div><hr><div>Bo</div>',
  ],
  [
    'caret in a line',
    '<div>a <b>b|c</b> d</div>',
    '<div>a <b>b</b></div><hr><div><b>c</b> d</div>',
  ],
  ['caret in a list', '<ul><li>a|b</li></ul><div>c</div>', '<ul><li>ab</li></ul><hr><div>c</div>'],
  ['caret in a quote', '<blockquote>a|b</blockquote>', '<blockquote>ab</blockquote><hr>'],
])('%s', (_, before, after) => expect(marked(before)).toBe(after));

test('whatever is written, no word of it is lost or moved', () => {
  const line = fc.constantFrom(
    '<div>Hi Ana,</div>',
    blank,
    '<div>a<b>b c</b>d</div>',
    '<p>x<br>y</p>',
    '<ul><li>l</li></ul>',
    'text',
    '<br>',
    '<div><div>n</div></div>',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fc.nat(40), (lines, at) => {
      const html = lines.join('');
      const spot = html.indexOf('>', at);
      const inText = spot !== -1 && /^[a-z]/i.test(html.slice(spot + 1));
      const asked = inText ? `${html.slice(0, spot + 1)}|${html.slice(spot + 1)}` : html;
      expect(words(parseMarkup(marked(asked)))).toBe(words(parseMarkup(html)));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['<p class="a fr-b">x</p>', '<p class="a">x</p>', true],
  ['<p class="fr-b" style="">x\u200b</p>', '<p>x</p>', true],
  ['<a href="/x?a=1&b=2" rel="r">x</a>', '<a rel="r" href="/x?a=1&amp;b=2">x</a>', true],
  ['x<p data-f-id="pbf">Powered by</p>', 'x', true],
  ['<div>a  b</div>', '<div>a b</div>', false],
  ['<div>a&nbsp;b</div>', '<div>a b</div>', false],
  ['<div>a</div><div>b</div>', '<div>a<br>b</div>', false],
])('%s and %s are the same: %s', (a, b, same) => {
  expect(canonicalContent(parseMarkup(a)) === canonicalContent(parseMarkup(b))).toBe(same);
});

test.each([
  ['<div>text <a href="https://x.example" rel="noopener">link</a></div>', true],
  ['<ul><li>x</li></ul>', true],
  ['<a href="mailto:a@b.example">x</a>', true],
  ['<a href="javascript:alert(1)">x</a>', false],
  ['<a href="data:text/html,x">x</a>', false],
  ['<a href="https://x" onclick="y">x</a>', false],
  ['<script>x</script>', false],
  ['<title>x</title>text', false],
  ['<svg><a href="https://x">x</a></svg>', false],
  ['<div onmouseover="x">y</div>', false],
  ['<div style="color:red">y</div>', false],
  ['<img src="https://x.example/pixel">', false],
  ['<div><br></div>', false],
  ['', false],
])('%s may be inserted: %s', (html, may) => expect(isInsertable(html)).toBe(may));
