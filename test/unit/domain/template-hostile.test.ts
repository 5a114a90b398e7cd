// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderTemplate } from '@/lib/domain/template';
import type { Template } from '@/lib/pack/schema';

const reply: Template = {
  id: 'reply',
  name: 'Reply',
  audience: 'public',
  body: [
    'Hello {{name}},',
    'see {{link}}, [words]({{link}}) and [our pages](https://docs.example/).',
  ],
  fields: [
    { name: 'name', label: 'Name' },
    { name: 'link', label: 'Link' },
  ],
};

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '{{link}}',
    '[x](javascript:alert(1))',
    'javascript:alert(1)',
    'https://a.example/"onmouseover="x',
    "https://a.example/'x",
    '&lt;b&gt;',
    '\u202Egnp.exe',
  ),
);
const harmless = new Set(['DIV', 'BR', 'A']);

test('no value can bring markup, another value or a script', () => {
  fc.assert(
    fc.property(hostile, hostile, (name, link) => {
      const { html, text } = renderTemplate(reply, { name, link });
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      const tags = [...body.querySelectorAll('*')].map(({ tagName }) => tagName);
      expect(tags.filter((tag) => !harmless.has(tag))).toEqual([]);
      for (const anchor of body.querySelectorAll('a')) {
        expect(anchor.getAttributeNames().sort()).toEqual(['href', 'rel']);
        expect(anchor.getAttribute('href')).toMatch(/^(https?:|mailto:)/i);
      }
      // What is read is the text that was given, not what it might mean as markup.
      expect((body.textContent ?? '').includes('Hello')).toBe(true);
      expect(`${html}${text}`).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    }),
    { numRuns: 500 },
  );
});
