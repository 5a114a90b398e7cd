import { describe, expect, test } from 'vitest';
import { findBlanks, renderTemplate } from '@/lib/domain/template';
import { builtinPack } from '@/lib/pack/load';
import type { Template } from '@/lib/pack/schema';

function template(body: readonly string[], ...names: string[]): Template {
  return {
    id: 'reply',
    name: 'Reply',
    audience: 'public',
    body: [...body],
    fields: names.map((name) => ({ name, label: `Label of ${name}` })),
  };
}

describe('rendering', () => {
  const reply = template(
    ['Hello {{name}},', 'see {{link}} and [our pages](https://docs.example/a?b=1&c=2).'],
    'name',
    'link',
  );

  test('paragraphs as Freshdesk wants them, links real, text plain', () => {
    const rendered = renderTemplate(reply, {
      name: 'Ana',
      link: 'https://github.com/o/r/issues/1',
    });
    expect(rendered.html).toBe(
      '<div>Hello Ana,</div><div><br></div><div>see <a href="https://github.com/o/r/issues/1" rel="noreferrer">https://github.com/o/r/issues/1</a> and <a href="https://docs.example/a?b=1&amp;c=2" rel="noreferrer">our pages</a>.</div>',
    );
    expect(rendered.text).toBe(
      'Hello Ana,\n\nsee https://github.com/o/r/issues/1 and our pages (https://docs.example/a?b=1&c=2).',
    );
    expect(rendered.blanks).toEqual([]);
  });

  test('what has no value stays visible and is told', () => {
    const rendered = renderTemplate(reply, { name: '  ', link: 'https://a.example' });
    expect(rendered.html).toContain('Hello { Label of name },');
    expect(rendered.blanks.map(({ name }) => name)).toEqual(['name']);
    expect(findBlanks(rendered.html).map(({ text }) => text)).toEqual(['{ Label of name }']);
  });

  test('a link without its address shows both', () => {
    const linked = template(['[the issue]({{url}})'], 'url');
    expect(renderTemplate(linked, {}).text).toBe('the issue ({ Label of url })');
    expect(renderTemplate(linked, { url: 'https://a.example/1' }).html).toBe(
      '<div><a href="https://a.example/1" rel="noreferrer">the issue</a></div>',
    );
    expect(renderTemplate(linked, { url: 'javascript:alert(1)' }).html).not.toContain('<a');
  });

  test('several lines of a value stay lines', () => {
    const rendered = renderTemplate(template(['{{name}}'], 'name'), { name: 'one\r\ntwo' });
    expect(rendered).toMatchObject({ html: '<div>one<br>two</div>', text: 'one\ntwo' });
  });

  test('a greeting stands before the body, and is left out of the version without it', () => {
    const greeted: Template = {
      ...template(['see {{link}}.', 'Bye.'], 'name', 'link'),
      greeting: 'Hello {{name}},',
    };
    const rendered = renderTemplate(greeted, { name: 'Ana <b>', link: 'the log' });
    const body = '<div>see the log.</div><div><br></div><div>Bye.</div>';
    expect(rendered).toEqual({
      html: `<div>Hello Ana &lt;b&gt;,</div><div><br></div>${body}`,
      text: 'Hello Ana <b>,\n\nsee the log.\n\nBye.',
      blanks: [],
      withoutGreeting: { html: body, text: 'see the log.\n\nBye.', blanks: [] },
    });
    expect(renderTemplate(reply, {}).withoutGreeting).toBeNull();
    expect(renderTemplate({ ...greeted, body: [] }, {})).toMatchObject({
      html: '<div>Hello { Label of name },</div>',
      withoutGreeting: null,
    });
  });

  test('a name only the greeting asks for is missing in the full text alone', () => {
    const names = (body: readonly string[]): (string[] | undefined)[] => {
      const { blanks, withoutGreeting } = renderTemplate(
        { ...template(body, 'name', 'link'), greeting: 'Hello {{ name }},' },
        {},
      );
      return [blanks, withoutGreeting?.blanks].map((list) => list?.map(({ name }) => name));
    };
    expect(names(['see {{ link }}.'])).toEqual([['name', 'link'], ['link']]);
    expect(names(['see [the page]({{ link }}).'])).toEqual([['name', 'link'], ['link']]);
    expect(names(['{{link}}, {{name}}!'])).toEqual([
      ['name', 'link'],
      ['name', 'link'],
    ]);
  });

  test('names of Object are no values', () => {
    const odd = template(['{{constructor}} {{toString}}'], 'constructor', 'toString');
    expect(renderTemplate(odd, {}).blanks).toHaveLength(2);
  });

  test('every template of the pack × every set of values: a marker for each blank and no other', () => {
    for (const one of builtinPack().templates) {
      const names = one.fields.map(({ name }) => name);
      for (let given = 0; given < 2 ** names.length; given += 1) {
        const values = Object.fromEntries(
          names.filter((_, index) => (given >> index) % 2 === 1).map((name) => [name, 'fine']),
        );
        const { html, blanks, withoutGreeting } = renderTemplate(one, values);
        expect(findBlanks(withoutGreeting?.html ?? '')).toHaveLength(
          withoutGreeting?.blanks.length ?? 0,
        );
        expect(blanks).toHaveLength(names.length - Object.keys(values).length);
        expect(
          findBlanks(html)
            .map(({ text }) => text)
            .sort(),
        ).toEqual(blanks.map(({ label }) => `{ ${label} }`).sort());
      }
    }
  });
});
