import { describe, expect, test } from 'vitest';
import { builtinPack, parsePack } from '@/lib/pack/load';
import type { Pack } from '@/lib/pack/schema';

const pack = builtinPack();
const copy = (): Pack => structuredClone(pack);

function problemsOf(raw: unknown): string[] {
  const result = parsePack(raw);
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);
}

describe('the built-in pack', () => {
  test('reads without a problem, and is one object', () => {
    expect(problemsOf(copy())).toEqual([]);
    expect(builtinPack()).toBe(pack);
  });

  test('has every numbered step of the process exactly once', () => {
    const sources = pack.checklists.flatMap(({ steps }) => steps.map(({ source }) => source));
    const expected = [
      ...Array.from({ length: 6 }, (_, index) => `triage ${index + 1}`),
      ...Array.from({ length: 11 }, (_, index) => `incident ${index + 1}`),
      ...Array.from({ length: 8 }, (_, index) => `non-incident ${index + 1}`),
    ];
    expect(sources.toSorted()).toEqual(expected.toSorted());
  });

  test('keeps the order of the process, but opens the incident issue before it is linked to', () => {
    const numbers = (id: string) =>
      pack.checklists
        .find((one) => one.id === id)
        ?.steps.map(({ source }) => Number(source.split(' ')[1]));
    expect(numbers('triage')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(numbers('incident')).toEqual([2, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(numbers('request')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('counts as the process says', () => {
    const minutes = Object.fromEntries(
      pack.objectives.map(({ id, targetMinutes, calendar }) => [id, [targetMinutes, calendar]]),
    );
    expect(minutes).toEqual({
      read: [8 * 60, 'working-days'],
      'first-response': [24 * 60, 'working-days'],
      timebox: [30, 'active'],
      'incident-update': [180, 'always'],
      'may-close': [48 * 60, 'working-days'],
    });
  });

  test('helps with every step', () => {
    for (const { help } of pack.checklists.flatMap(({ steps }) => steps)) {
      expect(help?.length ?? 0).toBeGreaterThan(20);
    }
  });

  test('incidents never draw on the budget', () => {
    expect(pack.categories.map(({ id, drawsOnBudget }) => [id, drawsOnBudget])).toEqual([
      ['incident', false],
      ['change', true],
      ['guidance', true],
    ]);
  });
});

/** The first of a list, which a copy of the built-in pack always has. */
function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('an item expected');
  return item;
}

describe('a pack with faults', () => {
  test.each<[string, (broken: Pack) => unknown, string]>([
    ['an unknown key', (broken) => Object.assign(broken, { colour: 'red' }), 'colour'],
    [
      'an unknown version',
      (broken) => Object.assign(broken, { schemaVersion: 2 }),
      'schemaVersion',
    ],
    [
      'an unknown calendar',
      (broken) => (first(broken.objectives).calendar = 'lunch'),
      'objectives[0].calendar: There is no calendar “lunch”.',
    ],
    [
      'an unknown checklist',
      (broken) => (first(broken.categories).checklist = 'party'),
      'categories[0].checklist',
    ],
    [
      'an unknown triage',
      (broken) => (broken.triage = 'none'),
      'triage: There is no checklist “none”.',
    ],
    [
      'an unknown step',
      (broken) => (first(broken.objectives).metByStep = 'dance'),
      'objectives[0].metByStep',
    ],
    [
      'an unknown category',
      (broken) => (first(broken.templates).categories = ['party']),
      'templates[0].categories[0]',
    ],
    [
      'an id twice',
      (broken) => broken.objectives.push(first(broken.objectives)),
      'objectives[5].id: “first-response” is used twice.',
    ],
    [
      'a step twice',
      (broken) => broken.checklists[1]?.steps.push(first(first(broken.checklists).steps)),
      'is used twice',
    ],
    [
      'two categories alike',
      (broken) =>
        Object.assign(broken.categories[1] ?? {}, {
          set: { type: 'incident', tags: ['incident'] },
        }),
      'categories[1].set: It sets the same',
    ],
    [
      'a category nobody could see',
      (broken) => (first(broken.categories).set = { priority: 4 }),
      'categories[0].set: A category must set',
    ],
    [
      'a calendar that never opens',
      (broken) => (first(broken.calendars).weeklyHours = {}),
      'calendars[0].weeklyHours: The calendar never opens.',
    ],
    [
      'hours the wrong way round',
      (broken) => (first(broken.calendars).weeklyHours = { mon: [['17:00', '09:00']] }),
      'calendars[0].weeklyHours.mon[0]: 17:00 to 09:00',
    ],
    [
      'no such date',
      (broken) => (first(broken.calendars).holidays = ['2026-02-30']),
      'calendars[0].holidays[0]: There is no date 2026-02-30.',
    ],
    [
      'a calendar by the name of active time',
      (broken) => Object.assign(broken.calendars[1] ?? {}, { id: 'active' }),
      'calendars[1].id: “active” is no name for a calendar.',
    ],
    [
      'active time without a timebox',
      (broken) => (first(broken.objectives).calendar = 'active'),
      'objectives[0].startsAt: Active time is measured',
    ],
    [
      'active time that waits',
      (broken) => Object.assign(broken.objectives[2] ?? {}, { pausedWhile: ['pending'] }),
      'objectives[2].pausedWhile: A clock of active time waits for nobody',
    ],
    [
      'a wait of active time',
      (broken) => Object.assign(broken.objectives[2] ?? {}, { kind: 'wait' }),
      'objectives[2].kind: A wait counts',
    ],
    [
      'a pause twice',
      (broken) => (first(broken.objectives).pausedWhile = ['pending', 'pending']),
      'objectives[0].pausedWhile: The same reason stands twice.',
    ],
    [
      'a closing after no step',
      (broken) => (first(broken.categories).closeAfter = ['incident-report', 'party']),
      'categories[0].closeAfter[1]: There is no step “party”.',
    ],
    [
      'two periods of one name',
      (broken) => broken.reducedCapacity?.push(first(broken.reducedCapacity)),
      'reducedCapacity[3].id: “weekends” is used twice.',
    ],
    [
      'a period that ends before it begins',
      (broken) =>
        (first(broken.reducedCapacity ?? []).days = {
          kind: 'dates',
          from: '2026-12-24',
          to: '2026-01-02',
        }),
      'reducedCapacity[0].days: 2026-12-24 to 2026-01-02 ends before it begins.',
    ],
    [
      'a period of days that do not exist',
      (broken) =>
        (first(broken.reducedCapacity ?? []).days = { kind: 'yearly', from: '02-30', to: '03-02' }),
      'reducedCapacity[0].days.from: No year has a day 02-30.',
    ],
    [
      'no such zone',
      (broken) => (first(broken.calendars).timeZone = 'Mars/Base'),
      'calendars[0].timeZone: There is no time zone “Mars/Base”.',
    ],
    [
      'a name without a field',
      (broken) => first(broken.templates).body.push('{{oops}}'),
      'templates[0].body[4]: {{oops}} has no field.',
    ],
    [
      'a name without a field in the greeting',
      (broken) => (first(broken.templates).greeting = 'Hello {{oops}},'),
      'templates[0].greeting: {{oops}} has no field.',
    ],
    [
      'a name asked for that no greeting uses any more',
      (broken) => delete first(broken.templates).greeting,
      'templates[0].fields[0]: “requester.firstName” is not in the text.',
    ],
    [
      'a link of the greeting that is a script',
      (broken) =>
        (first(broken.templates).greeting = '{{requester.firstName}} [x](javascript:alert)'),
      'templates[0].greeting: The link javascript:alert must begin',
    ],
    [
      'a greeting of two lines',
      (broken) => (first(broken.templates).greeting = 'Hello {{requester.firstName}},\nwelcome'),
      'templates[0].greeting',
    ],
    [
      'an empty greeting',
      (broken) => (first(broken.templates).greeting = '  '),
      'templates[0].greeting',
    ],
    [
      'a field nobody uses',
      (broken) => first(broken.templates).fields.push({ name: 'idle', label: 'Idle' }),
      'templates[0].fields[3]: “idle” is not in the text.',
    ],
    [
      'a link that is a script',
      (broken) => first(broken.templates).body.push('[x](javascript:alert)'),
      'templates[0].body[4]: The link javascript:alert must begin',
    ],
    [
      'an unknown value in an issue',
      (broken) => (broken.github.incident.titlePattern = '{{weather}}'),
      'github.incident.titlePattern: There is no value “weather”',
    ],
  ])('%s', (_, breakIt, told) => {
    const broken = copy();
    breakIt(broken);
    expect(problemsOf(broken).join('\n')).toContain(told);
  });

  test('all problems are told at once, the first in the sentence', () => {
    const broken = copy();
    broken.triage = 'none';
    first(broken.objectives).calendar = 'lunch';
    expect(problemsOf(broken)).toHaveLength(2);
    expect(parsePack(broken)).toMatchObject({
      ok: false,
      error: {
        code: 'invalid-input',
        message: expect.stringMatching(/There is no checklist “none”\..*1 more/),
      },
    });
  });

  test.each([null, 3, 'pack', [], {}])('%j is no pack', (raw) => {
    expect(parsePack(raw).ok).toBe(false);
  });
});
