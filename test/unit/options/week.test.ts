import { describe, expect, test } from 'vitest';
import {
  nextStretch,
  readWeek,
  timeOf,
  weekDraftOf,
  weekProblem,
  type StretchDraft,
} from '@/components/options/week';
import { weekWords } from '@/components/options/week-words';

const closed = weekDraftOf({});
const stretches = (...texts: string[]): StretchDraft[] =>
  texts.map((text) => {
    const [from = '', to = ''] = text.split('-');
    return { from, to };
  });

test.each([
  ['9', '09:00'],
  ['09', '09:00'],
  ['9:30', '09:30'],
  ['9.30', '09:30'],
  ['9h30', '09:30'],
  ['930', '09:30'],
  ['1730', '17:30'],
  [' 0:00 ', '00:00'],
  ['24', '24:00'],
  ['24:00', '24:00'],
  ['24:01', null],
  ['25:00', null],
  ['9:60', null],
  ['9:3', null],
  ['9:00:00', null],
  ['nine', null],
  ['', null],
])('the time %j is %j', (text, time) => {
  expect(timeOf(text)).toBe(time);
});

describe('a week', () => {
  test('split days, midnight to midnight, touching stretches; typed in any order', () => {
    const week = {
      ...closed,
      mon: stretches('13-17', '9:00-12:00'),
      tue: stretches('0-24:00'),
      wed: stretches('9-12', '12-15'),
    };
    expect(readWeek(week, {})).toEqual({
      hours: {
        mon: [
          ['13:00', '17:00'],
          ['09:00', '12:00'],
        ],
        tue: [['00:00', '24:00']],
        wed: [
          ['09:00', '12:00'],
          ['12:00', '15:00'],
        ],
      },
      problems: {},
    });
  });

  test.each([
    [['9-'], 'Use times such as 09:00; the end of the day is 24:00.'],
    [['9-noon'], 'Use times such as 09:00; the end of the day is 24:00.'],
    [['22-6'], '22:00–06:00 ends before it begins: give what lies after midnight to the next day.'],
    [['9-9'], '09:00–09:00 ends before it begins: give what lies after midnight to the next day.'],
    [['13-17', '9-14'], '09:00–14:00 and 13:00–17:00 overlap.'],
    [Array.from({ length: 21 }, (_, hour) => `${hour}-${hour + 1}`), 'Use at most 20 stretches.'],
  ])('%j is named, and the day keeps its hours', (texts, problem) => {
    const week = { ...closed, mon: stretches('8-10'), thu: stretches(...texts) };
    const stored = { mon: [['07:00', '09:00']], thu: [['10:00', '11:00']] } as const;
    const { hours, problems } = readWeek(week, stored);
    expect(problems).toEqual({ thu: problem });
    expect(hours).toEqual({ mon: [['08:00', '10:00']], thu: [['10:00', '11:00']] });
    expect(weekProblem(problems)).toBe(`Thursday: ${problem}`);
  });

  test('a day that was closed stays closed while its first hours cannot be read', () => {
    const { hours } = readWeek({ ...closed, sun: stretches('9-') }, {});
    expect(hours).toEqual({});
  });

  test.each([
    [[], '09:00', '17:00'],
    [['9-12'], '13:00', '17:00'],
    [['9-12:30'], '13:30', '17:30'],
    [['9-20'], '21:00', '24:00'],
    [['9-24'], '', ''],
    [['9-'], '09:00', '17:00'],
  ])('after %j comes %s to %s', (texts, from, to) => {
    expect(nextStretch(stretches(...texts))).toEqual({ from, to });
  });
});

test.each([
  [{}, 'never open'],
  [{ mon: [], tue: undefined }, 'never open'],
  [
    {
      mon: [['00:00', '24:00']],
      tue: [['00:00', '24:00']],
      wed: [['00:00', '24:00']],
    },
    'Mon–Wed all day',
  ],
  [
    {
      mon: [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
      tue: [['09:00', '12:00']],
      thu: [['09:00', '12:00']],
      fri: [['09:00', '12:00']],
      sun: [['09:00', '12:00']],
    },
    'Mon 09:00–12:00, 13:00–17:00; Tue 09:00–12:00; Thu–Fri 09:00–12:00; Sun 09:00–12:00',
  ],
] as const)('%j in words: %s', (hours, words) => {
  expect(weekWords(hours)).toBe(words);
});
