import { expect, it } from 'vitest';
import { renderMarkdown, renderTitle } from '../../../sandbox/github/web/markdown.ts';

it.each([
  ['### A & B', '<h3>A &amp; B</h3>'],
  ['one\ntwo\n\nthree', '<p>one<br>two</p>\n<p>three</p>'],
  [
    '- [x] done\n- [ ] open',
    '<ul><li class="task"><input type="checkbox" disabled checked> done</li>' +
      '<li class="task"><input type="checkbox" disabled> open</li></ul>',
  ],
  ['```shell\n<b> **x**\n```', '<pre><code>&lt;b&gt; **x**</code></pre>'],
  [
    '| a | b |\n|---|---|\n| 1 | |',
    '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td></td></tr></table>',
  ],
  [
    'see https://a.example/b_c_d.',
    '<p>see <a href="https://a.example/b_c_d" rel="nofollow">https://a.example/b_c_d</a>.</p>',
  ],
  ['[x](javascript:alert(1))', '<p>x)</p>'],
  ['a <!-- hidden --> b `<i>`', '<p>a  b <code>&lt;i&gt;</code></p>'],
])('shows %j as GitHub does', (source, expected) => {
  expect(renderMarkdown(source)).toBe(expected);
});

it('keeps a title as text', () => {
  expect(renderTitle('<img> `x`')).toBe('&lt;img&gt; <code>x</code>');
});
