import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TicketFacts } from '@/lib/contract/ticket';
import { issueText, type IssueInput } from '@/lib/domain/issue';
import { builtinPack } from '@/lib/pack/load';
import { liveLinks, liveMarkup, liveSignals, outsideFences } from './github-reader';
import { factsWith, progressWith } from './ticket-facts';

const pack = builtinPack();

function issue(changes: Partial<IssueInput> = {}) {
  return issueText({
    pack,
    kind: 'incident',
    facts: factsWith(),
    progress: progressWith(),
    answers: {},
    repositoryIsPublic: false,
    stewardName: 'Bo',
    ...changes,
  });
}

const section = (made: ReturnType<typeof issue>, id: string) =>
  made.sections.find((one) => one.id === id)?.text;
const bodyOf = (made: ReturnType<typeof issue>) =>
  made.sections.map(({ heading, text }) => `### ${heading}\n\n${text}`).join('\n\n');

describe('an incident issue', () => {
  test('title, labels and sections', () => {
    const made = issue({
      facts: factsWith({
        customFields: { cf_hub_url: 'https://lab.hubs.example/hub', cf_impact: null },
      }),
      answers: {
        title: 'Nobody can log in',
        summary: 'Login **fails**.',
        impact: 'All 40 students',
      },
    });
    expect(made.title).toBe('[Incident] lab.hubs.example Nobody can log in');
    expect(made.labels).toEqual(['type: Hub Incident', 'support']);
    expect(section(made, 'summary')).toBe('Login **fails**.');
    expect(section(made, 'where')).toBe('- Hub: lab.hubs.example\n- Community: Earth Lab');
    expect(section(made, 'ticket')).toBe('https://acme.freshdesk.com/a/tickets/4242');
    expect(section(made, 'timeline')).toContain(
      '- 2026-11-20 16:00 UTC: The community reported it',
    );
    expect(section(made, 'message')).toContain('nobody in the class can log in');
    expect(section(made, 'roles')).toContain('Incident Commander: Bo');
  });

  test('without a hub the community stands in the title, without both nothing odd does', () => {
    expect(issue().title).toBe('[Incident] Earth Lab Cannot log in to the hub');
    expect(issue({ facts: factsWith({ company: null }) }).title).toBe(
      '[Incident] Cannot log in to the hub',
    );
    expect(section(issue({ facts: factsWith({ company: null }) }), 'where')).toBe(
      '- Hub: not known\n- Community: not known',
    );
  });

  test('no placeholder is left open', () => {
    const body = bodyOf(issue());
    expect(body).not.toMatch(/\{\{|\}\}/);
    expect(section(issue(), 'impact')).toBe('Not known yet.');
  });

  test('answers cannot take the place of what the product knows', () => {
    const made = issue({ answers: { 'ticket.url': 'https://evil.example', timeline: 'nothing' } });
    expect(bodyOf(made)).not.toContain('evil.example');
    expect(section(made, 'timeline')).toContain('UTC:');
  });

  test('a title is never longer than GitHub takes', () => {
    expect(issue({ answers: { title: '@x '.repeat(400) } }).title.length).toBeLessThanOrEqual(256);
  });
});

test('an engineering issue', () => {
  const made = issue({ kind: 'engineering', answers: { title: 'Add geopandas to the image' } });
  expect(made.title).toBe('[Support] Add geopandas to the image');
  expect(made.labels).toEqual(['support']);
});

describe('a public repository', () => {
  const facts = factsWith({
    subject: 'Ana Ruiz cannot log in',
    descriptionText: 'Call me: +49 30 1234567. Ana Ruiz, ana.ruiz@earthlab.example',
  });

  test('carries nothing of the requester', () => {
    const made = issue({
      facts,
      repositoryIsPublic: true,
      answers: {
        summary: 'Ana  Ruiz (ana.ruiz@earthlab.example, +49 30 1234567) cannot log in; Anabel can.',
      },
    });
    const all = `${made.title}\n${bodyOf(made)}`;
    expect(all).not.toMatch(/Ruiz|@earthlab|1234567/);
    expect(section(made, 'message')).toBeUndefined();
    expect(made.title).toBe('[Incident] Earth Lab see ticket 4242');
    expect(section(made, 'summary')).toBe(
      'the requester ([address left out], [number left out]) cannot log in; Anabel can.',
    );
  });

  test('a private one keeps the message', () => {
    expect(section(issue({ facts }), 'message')).toContain('Ana Ruiz');
  });
});

const nasty = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      '@acme/team',
      '@bo',
      'fixes #12',
      'closes acme/infrastructure#9',
      'GH-7',
      'https://github.com/acme/infrastructure/issues/12',
      'http://www.github.com/a/b/pull/1',
      'HTTPS://GitHub.com/a/b/issues/3',
      'https://evil.example/x',
      'www.evil.example',
      'mailto:ana@evil.example',
      '![x](https://evil.example/pixel.png)',
      '![x][r]',
      '[r]: https://evil.example',
      '[click](javascript:alert(1))',
      '<img src="https://evil.example/p">',
      '<!-- -->',
      '<details><summary>x</summary>',
      '<https://evil.example>',
      '&#64;bo &commat;bo &lt;b&gt;',
      '```',
      '~~~~',
      '\n````\n',
      '`@bo`',
      '\n# Heading',
      '\n- [x] done',
      '\n| a | b |\n|---|---|',
      '\u202Egnp.exe\u202C',
      '@\u200Bbo',
      '@\u2060bo',
      '#\u00AD12',
      '\u0000@bo',
      '\\@bo \\#12',
      '{{ticket.url}}',
      '$(x)$ $`a`$',
      '\uD800',
      '\r',
    ),
  },
);
const hostileText = fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join(' '));
const runs = Number(process.env['STEWARD_CASES'] ?? 1_500);

function hostileFacts(subject: string, text: string, name: string): TicketFacts {
  return factsWith({
    subject,
    descriptionText: text,
    requester: { id: 1, name, email: null },
    company: { id: 2, name },
    customFields: { cf_hub: name },
  });
}

describe('hostile tickets', () => {
  test('nothing of a ticket comes alive: no mention, reference, link, image, markup; no fence is broken', () => {
    fc.assert(
      fc.property(
        hostileText,
        hostileText,
        hostileText,
        fc.constantFrom('incident' as const, 'engineering' as const),
        (subject, text, name, kind) => {
          const made = issue({ kind, facts: hostileFacts(subject, text, name), stewardName: name });
          expect(made.title).not.toMatch(/\n/);
          expect(liveSignals(made.title)).toEqual([]);
          for (const one of made.sections) {
            if (one.id === 'ticket') continue;
            expect(liveSignals(one.text)).toEqual([]);
            expect(liveMarkup(one.text)).toEqual([]);
            expect(liveLinks(one.text)).toEqual([]);
            expect(outsideFences(one.text).openAtEnd).toBe(false);
          }
          const all = `${made.title}${bodyOf(made)}`;
          expect(all).not.toMatch(/[\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
          expect(all).not.toContain('\u0000');
          expect(() => encodeURIComponent(all)).not.toThrow();
          const { text: visible } = outsideFences(section(made, 'message') ?? '');
          expect(['', 'Not known yet.']).toContain(visible.trim());
        },
      ),
      { numRuns: runs },
    );
  });

  test('what the steward pastes cannot ping, refer, embed or break out either', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (summary, title) => {
        const made = issue({ answers: { summary, title, impact: 'Impact **stays**' } });
        expect(liveSignals(made.title)).toEqual([]);
        const text = section(made, 'summary') ?? '';
        expect(liveSignals(text)).toEqual([]);
        expect(liveMarkup(text)).toEqual([]);
        expect(outsideFences(text).openAtEnd).toBe(false);
        expect(section(made, 'impact')).toBe('Impact **stays**');
      }),
      { numRuns: runs },
    );
  });

  test('the message reads the same once the invisible spaces are gone', () => {
    const text = 'Hi @bo, see #12 and https://github.com/a/b/issues/1 ``` end';
    const message =
      section(issue({ facts: factsWith({ descriptionText: text }) }), 'message') ?? '';
    expect(message.replaceAll('\u200B', '')).toBe('````text\n' + text + '\n````');
  });
});
