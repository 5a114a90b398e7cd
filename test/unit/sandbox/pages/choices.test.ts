import { expect, test } from 'vitest';
import { childOptions, labelOf, optionsOf } from '../../../sandbox/pages/client/choices';

test('a list of labels is its own values', () => {
  expect(optionsOf({ type: 'default_ticket_type', choices: ['Incident', 'Question'] })).toEqual([
    { label: 'Incident', value: 'Incident' },
    { label: 'Question', value: 'Question' },
  ]);
});

test('statuses are code to labels, and the agent sees the first label', () => {
  const options = optionsOf({
    type: 'default_status',
    choices: { 2: ['Open', 'Being looked at'], 8: ['With engineers', 'Being looked at'] },
  });
  expect(options).toEqual([
    { label: 'Open', value: 2 },
    { label: 'With engineers', value: 8 },
  ]);
  expect(labelOf(options, 8)).toBe('With engineers');
  expect(labelOf(options, 27)).toBeUndefined();
});

test('priorities, groups and agents are label to id', () => {
  const options = optionsOf({ type: 'default_priority', choices: { Low: 1, Urgent: 4 } });
  expect(options).toContainEqual({ label: 'Urgent', value: 4 });
});

test.each([
  ['objects', { Hub: { Login: ['SSO', 'Password'], Storage: [] }, Cloud: {} }],
  ['lists', [{ Hub: [{ Login: ['SSO', 'Password'] }, { Storage: [] }] }, { Cloud: [] }]],
])('nested choices written as %s give the same levels', (_shape, choices) => {
  const labels = (path: readonly string[]) =>
    childOptions(choices, path).map((option) => option.label);
  expect(labels([])).toEqual(['Hub', 'Cloud']);
  expect(labels(['Hub'])).toEqual(['Login', 'Storage']);
  expect(labels(['Hub', 'Login'])).toEqual(['SSO', 'Password']);
  expect(labels(['Hub', 'Storage'])).toEqual([]);
  expect(labels(['Nowhere', 'Login'])).toEqual([]);
});
