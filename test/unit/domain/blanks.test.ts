import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBlanks } from '@/lib/domain/template';

const texts = (html: string) => findBlanks(html).map(({ text }) => text);

describe('markers', () => {
  test.each([
    ['<div>Hello { NAME }, thanks</div>', '{ NAME }'],
    ['Hello {NAME},', '{NAME}'],
    ['related to { CONTEXT HERE } and', '{ CONTEXT HERE }'],
    ['here: { LINK TO INCIDENT REPORT }.', '{ LINK TO INCIDENT REPORT }'],
    ['the problem is { XXX } and', '{ XXX }'],
    ['Hello {{ name }},', '{{ name }}'],
    ['Hi {{ticket.requester.name}}', '{{ticket.requester.name}}'],
    ['[Incident] {{ TITLE }}', '{{ TITLE }}'],
    ['Hello {name},', '{name}'],
    ['Hello { first name }!', '{ first name }'],
    ['Dear [NAME],', '[NAME]'],
    ['Dear [your name],', '[your name]'],
    ['see [insert link here].', '[insert link here]'],
    ['Dear &lt;YOUR NAME&gt;,', '<YOUR NAME>'],
    ['We think XXX is broken', 'XXX'],
    ['and look into YYY.', 'YYY'],
    ['TODO: say when', 'TODO'],
    ['on TBD', 'TBD'],
    ['by { Time (UTC): when it began }.', '{ Time (UTC): when it began }'],
    ['{ What we think it is related to }', '{ What we think it is related to }'],
  ])('%s', (html, marker) => {
    expect(texts(html)).toEqual([marker]);
  });

  test('positions are offsets into the HTML', () => {
    const html = '<div>a &amp; b &lt;NAME&gt; { <b>CONTEXT</b>&nbsp;HERE }</div><div>XXX</div>';
    expect(findBlanks(html).map(({ start, end }) => html.slice(start, end))).toEqual([
      '&lt;NAME&gt;',
      '{ <b>CONTEXT</b>&nbsp;HERE }',
      'XXX',
    ]);
  });

  test('one marker is told once', () => {
    expect(findBlanks('{{ XXX }} [TODO]').map(({ kind, text }) => [kind, text])).toEqual([
      ['double-braces', '{{ XXX }}'],
      ['brackets', '[TODO]'],
    ]);
  });
});

test.each([
  'The pod prints {"phase": "Running", "ready": true} now.',
  'run <code>helm upgrade {NAME}</code> or <pre>[NAME] { NAME } TODO</pre>',
  'export PATH=${HOME}/bin and ${{ secrets.TOKEN }}',
  'open https://hub.example/user/{username}/lab',
  'use \\frac{a}{b} or x^{n}',
  'a set {1, 2, 3} and a list [1, 2] and a[NAME]',
  'const f = () => { return }',
  'if (ready) { start }',
  'print(f"{name}") gives the name',
  '[ERROR] the server stopped, [INFO] it is back',
  '[Incident] Hub down, [Support] Add a package, Re: [EXT] help',
  'see [1] and [x] and [ ] and [the docs](https://docs.example)',
  'size XXL, file XXX.txt, path /XXX/, id AXXXB, xxx',
  'The todo list is on my desk',
  '<a href="https://a.example/{{ name }}" title="[NAME] XXX">here</a>',
  '<div>Fine.</div><blockquote>Hello { NAME }, XXX</blockquote>',
  '<div class="freshdesk_quote">On Monday [NAME] wrote: <div>TODO</div></div><p>ok</p>',
  '<!-- { NAME } TODO -->fine',
  '<style>.a{NAME}</style>fine',
  'a &lt; b and c &gt; d',
  '5 < 6 and {',
])('no marker in %s', (html) => {
  expect(texts(html)).toEqual([]);
});

test('after code or a quote, markers are seen again', () => {
  expect(
    texts('<pre>{ NAME }</pre><blockquote><blockquote>TODO</blockquote>XXX</blockquote>{ NAME }'),
  ).toEqual(['{ NAME }']);
});

test('never throws, and positions always lie inside', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '<div>',
      '</div>',
      '<pre',
      '{ NAME }',
      '{{',
      '}}',
      '<!--',
      '&#x110000;',
      '&amp',
      '<a b="',
      'XXX',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const html = pieces.join('');
      let last = 0;
      for (const { start, end } of findBlanks(html)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(html.length);
        last = end;
      }
    }),
    { numRuns: 300 },
  );
});

test('a long hostile text is read in a moment', () => {
  const started = performance.now();
  findBlanks('<a '.repeat(20_000));
  findBlanks('{'.repeat(50_000));
  findBlanks('{{ a'.repeat(20_000));
  findBlanks('<!--'.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(3_000);
});
