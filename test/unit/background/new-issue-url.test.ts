import { issueBody, newIssueUrl, type IssueDraft } from '@/lib/background/github/new-issue-url';
import {
  isNewIssuePage,
  parseIssueUrl,
  sameRepository,
} from '@/lib/background/github/issue-reference';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorOf, valueOf } from './harness';

const REPO = 'acme/hubs';
const MARKER = 'Shortened to fit into a link';

function draft(texts: readonly (readonly [string, number])[], title = 'Hub down'): IssueDraft {
  const sections = texts.map(([text, keep], index) => ({
    id: `s${index}`,
    heading: `Section ${index}`,
    text,
    keep,
  }));
  return { title, sections, labels: ['type: Hub Incident', 'support'] };
}

function read(url: string) {
  const parsed = new URL(url);
  const get = (name: string) => parsed.searchParams.get(name) ?? '';
  return { parsed, title: get('title'), body: get('body'), labels: get('labels') };
}

describe('newIssueUrl', () => {
  it('carries title, body and labels, and no template', () => {
    const text = 'a & b = c + d # e\n\n- 100 % of users\n日本 🟩';
    const { url, trimmed } = newIssueUrl(REPO, draft([[text, 5]], 'Hub "down" & out'));
    const { parsed, title, body, labels } = read(url);
    expect(`${parsed.origin}${parsed.pathname}`).toBe('https://github.com/acme/hubs/issues/new');
    expect([...parsed.searchParams.keys()].sort()).toEqual(['body', 'labels', 'title']);
    expect(title).toBe('Hub "down" & out');
    expect(body).toBe(`### Section 0\n\n${text}\n`);
    expect(labels).toBe('type: Hub Incident,support');
    expect(trimmed).toEqual([]);
  });

  it('leaves out sections without text and labels nobody asked for', () => {
    const { sections, title } = draft([
      [' \n', 5],
      ['x', 5],
    ]);
    expect(issueBody(sections)).toBe('### Section 1\n\nx\n');
    expect(
      read(newIssueUrl(REPO, { title, sections, labels: [] }).url).parsed.search,
    ).not.toContain('labels');
  });

  it('cuts whole lines of the least important section first, and says so in the text', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `line ${index} of a long mail`);
    const input = draft([
      ['summary', 9],
      [lines.join('\r\n'), 1],
      ['also short', 5],
    ]);
    const { url, trimmed } = newIssueUrl(REPO, input);
    expect(url.length).toBeLessThanOrEqual(6_000);
    expect(url.length).toBeGreaterThan(5_800);
    expect(trimmed).toEqual(['Section 1']);
    const { body } = read(url);
    expect(body).toContain('### Section 0\n\nsummary\n');
    expect(body).toContain('### Section 2\n\nalso short\n');
    expect(body).toContain(MARKER);
    const kept = body.split('\n').filter((line) => line.startsWith('line '));
    expect(kept).toEqual(lines.slice(0, kept.length));
    expect(kept.length).toBeGreaterThan(50);
  });

  it('goes on to the next section when one is not enough, the most important last', () => {
    const long = 'word '.repeat(400);
    const texts = [9, 1, 5, 1].map((keep) => [long, keep] as const);
    const { trimmed, url } = newIssueUrl(REPO, draft(texts));
    expect(trimmed).toEqual(['Section 1', 'Section 3']);
    expect(url.length).toBeLessThanOrEqual(6_000);
  });

  it('fits whatever comes, and never splits a character', () => {
    const text = fc.string({ unit: 'binary', maxLength: 4_000 });
    const section = fc.tuple(text, fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.array(section, { maxLength: 5 }), text, (sections, title) => {
        const { url, trimmed } = newIssueUrl(REPO, draft(sections, title));
        expect(url.length).toBeLessThanOrEqual(6_000);
        const got = read(url);
        expect(`${got.title}${got.body}`).not.toContain('\uFFFD'.repeat(2));
        const original = `${title}${sections.map(([one]) => one).join('')}`;
        if (!original.isWellFormed() || original.includes('\uFFFD')) return;
        expect(`${got.title}${got.body}`).not.toContain('\uFFFD');
        const cutInBody = trimmed.some((part) => part !== 'title');
        expect(got.body.includes(MARKER)).toBe(cutInBody);
        expect(got.title === title).toBe(!trimmed.includes('title'));
      }),
      { numRuns: 60 },
    );
  });
});

describe('parseIssueUrl', () => {
  it.each([
    'https://github.com/acme/hubs/issues/12',
    ' github.com/acme/hubs/issues/12 ',
    'https://www.github.com/acme/hubs/issues/12/',
    'https://github.com/acme/hubs/issues/12?notification=1#issuecomment-99',
  ])('reads %s', (text) => {
    expect(valueOf(parseIssueUrl(text))).toEqual({
      repository: 'acme/hubs',
      number: 12,
      url: 'https://github.com/acme/hubs/issues/12',
    });
  });

  it.each([
    'http://github.com/acme/hubs/issues/12',
    'https://github.com.evil.example/acme/hubs/issues/12',
    'https://evil@github.com:8443/acme/hubs/issues/12',
    'javascript:alert(1)//github.com/a/b/issues/1',
    'https://github.com/acme/hubs/issues/new',
    'https://github.com/acme/hubs/issues',
    'https://github.com/acme/hubs/issues/0',
    'https://github.com/acme/hubs/pull/12',
    'https://github.com/acme/hubs/issues/12"><script>',
    'hub is down',
    '',
  ])('refuses %s', (text) => {
    expect(errorOf(parseIssueUrl(text)).code).toBe('invalid-input');
  });
});

it('knows the page where a new issue is written', () => {
  expect(isNewIssuePage('https://github.com/Acme/Hubs/issues/new?title=x', REPO)).toBe(true);
  expect(isNewIssuePage('https://github.com/acme/hubs/issues/12', REPO)).toBe(false);
  expect(isNewIssuePage('https://github.com/acme/other/issues/new', REPO)).toBe(false);
  expect(sameRepository('Acme/Hubs', REPO)).toBe(true);
});
