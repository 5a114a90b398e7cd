import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftOf, FIELDS, followStored, settingsOf, type Draft } from '@/components/options/draft';
import { settings as stored } from '../../fixtures/ui/views';
import { arbitrarySettings } from './arbitrary-settings';

const read = (part: Partial<Draft>, from = stored) =>
  settingsOf({ ...draftOf(from), ...part }, from);
const problemOf = (part: Partial<Draft>): string | undefined => {
  const { problems } = read(part);
  expect(Object.keys(problems).length).toBeLessThanOrEqual(1);
  return Object.values(problems)[0];
};

describe('there and back', () => {
  test('any stored settings survive the form, without a complaint', () => {
    fc.assert(
      fc.property(arbitrarySettings, arbitrarySettings, (settings, others) => {
        const { freshdeskHost } = others;
        expect(settingsOf(draftOf(settings), others)).toEqual({
          settings: { ...settings, freshdeskHost },
          problems: {},
        });
      }),
    );
  });

  test('the list of fields names every field of the form', () => {
    expect([...FIELDS].sort()).toEqual(Object.keys(draftOf(stored)).sort());
  });

  test('spaces, empty lines and repeats are left out', () => {
    expect(
      read({
        stewardName: '  Bo ',
        roster: ' Bo\n\nCleo \r\nBo\n  \nDee',
        githubRepository: ' acme/infrastructure ',
        timeZone: ' Europe/Berlin ',
        budgetCompanyField: '   ',
        budgetDefaultHours: ' ',
        budgets: [
          { company: ' ', hours: '' },
          { company: ' Tidepool ', hours: ' 2,5 ' },
        ],
      }),
    ).toEqual({
      settings: {
        ...stored,
        githubRepository: 'acme/infrastructure',
        budgetHoursByCompany: { Tidepool: 2.5 },
      },
      problems: {},
    });
  });

  test('nobody joins who is not on the roster', () => {
    expect(read({ roster: 'Bo\nDee' }).settings.firstIncoming).toBeNull();
    expect(read({ firstIncoming: '' }).settings.firstIncoming).toBeNull();
  });
});

describe('what cannot be read is named and keeps its stored value', () => {
  const kept = {
    ...stored,
    githubRepository: 'acme/kept',
    budgetDefaultHours: 7,
    budgetCompanyField: 'kept',
    budgetHoursByCompany: { Tidepool: 4, constructor: 2 },
  };
  const long = 'x'.repeat(201);
  const cases: readonly (readonly [keyof Draft, Partial<Draft>, string])[] = [
    ['stewardName', { stewardName: long }, 'Use at most 200 characters.'],
    ['roster', { roster: `Bo\n${long}` }, 'Use at most 200 characters.'],
    ['budgetCompanyField', { budgetCompanyField: long }, 'Use at most 200 characters.'],
    [
      'githubRepository',
      { githubRepository: 'infrastructure' },
      'Use owner/name, such as acme-hubs/infrastructure.',
    ],
    ['firstShiftStart', { firstShiftStart: '0002-11-18' }, 'Choose a day from 2000 on.'],
    ['firstShiftStart', { firstShiftStart: '2026-02-30' }, 'Choose a day from 2000 on.'],
    ['timeZone', { timeZone: 'Mars/Olympus' }, 'Use a zone such as Europe/Berlin or UTC.'],
    ['timeZone', { timeZone: '' }, 'Use a zone such as Europe/Berlin or UTC.'],
    ['handoverTime', { handoverTime: '' }, 'Use a time such as 09:00.'],
    ['handoverTime', { handoverTime: '24:00' }, 'Use a time such as 09:00.'],
    ['budgetDefaultHours', { budgetDefaultHours: 'some' }, 'Use hours such as 3 or 2.5.'],
    ['budgetDefaultHours', { budgetDefaultHours: '1001' }, 'Use hours such as 3 or 2.5.'],
    ['budgetDefaultHours', { budgetDefaultHours: '-1' }, 'Use hours such as 3 or 2.5.'],
  ];
  test.each(cases)('%s: %o', (field, part, sentence) => {
    const { settings, problems } = read({ ...part, githubRepositoryIsPublic: false }, kept);
    expect(problems).toEqual({ [field]: sentence });
    expect(settings).toEqual({ ...kept, githubRepositoryIsPublic: false });
  });

  test('a budget line: the line is named, its community keeps its hours, the others are read', () => {
    const { settings, problems } = read(
      {
        budgets: [
          { company: 'Reef', hours: '1.5' },
          { company: 'Tidepool', hours: '4 h' },
          { company: 'constructor', hours: '' },
          { company: 'toString', hours: 'x' },
        ],
      },
      kept,
    );
    expect(settings.budgetHoursByCompany).toEqual({ Reef: 1.5, Tidepool: 4, constructor: 2 });
    expect(problems).toEqual({
      budgets: 'Line 2 needs a community and its hours, such as 3.5.',
    });
    expect(problemOf({ budgets: [{ company: '', hours: '3' }] })).toMatch(/^Line 1 needs/);
  });

  test('a community in two lines: the first counts, and it is said', () => {
    const budgets = [
      { company: 'Reef', hours: '1' },
      { company: ' Reef', hours: '2' },
    ];
    expect(read({ budgets }).settings.budgetHoursByCompany).toEqual({ Reef: 1 });
    expect(problemOf({ budgets })).toBe('Reef stands in two lines: the first one counts.');
  });
});

describe('settings that change elsewhere', () => {
  const nothing = () => false;

  test('the form shows them, whatever they are', () => {
    fc.assert(
      fc.property(arbitrarySettings, arbitrarySettings, (before, after) => {
        expect(settingsOf(followStored(draftOf(before), after, nothing), after)).toEqual({
          settings: after,
          problems: {},
        });
      }),
    );
  });

  test('what is not saved yet stays as it is typed', () => {
    fc.assert(
      fc.property(
        arbitrarySettings,
        arbitrarySettings,
        fc.subarray([...FIELDS]),
        (before, after, unsaved) => {
          const draft = draftOf(before);
          const followed = followStored(draft, after, (field) => unsaved.includes(field));
          for (const field of unsaved) expect(followed[field]).toBe(draft[field]);
        },
      ),
    );
  });

  test('text that stands for what is stored is not tidied up', () => {
    const draft: Draft = {
      ...draftOf(stored),
      stewardName: 'Bo ',
      roster: 'Bo\n\nCleo\nDee\n',
      budgets: [
        { company: 'Reef', hours: '2,50' },
        { company: 'Tide', hours: '' },
      ],
      timeZone: 'Europe/Ber',
    };
    const after = { ...stored, budgetHoursByCompany: { Reef: 2.5 }, budgetDefaultHours: 3 };
    expect(followStored(draft, after, nothing)).toEqual({ ...draft, budgetDefaultHours: '3' });
  });
});
