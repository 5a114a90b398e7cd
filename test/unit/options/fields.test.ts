import { expect, test } from 'vitest';
import { hoursOf, isShiftDay, isTimeZone, repositoryOf } from '@/components/options/fields';

test.each([
  ['acme/infra', 'acme/infra'],
  [' acme-hubs/infra.docs ', 'acme-hubs/infra.docs'],
  ['https://github.com/acme/infra', 'acme/infra'],
  ['https://github.com/acme/infra/', 'acme/infra'],
  ['https://github.com/acme/infra/issues/12?x=1#y', 'acme/infra'],
  ['https://github.com/acme/infra?tab=readme', 'acme/infra'],
  ['http://www.github.com/acme/infra', 'acme/infra'],
  ['github.com/acme/infra', 'acme/infra'],
  ['https://github.com/acme/infra.git', 'acme/infra'],
  ['git@github.com:acme/infra.git', 'acme/infra'],
  ['acme', null],
  ['github.com/acme', null],
  ['https://github.com/acme', null],
  ['https://gitlab.com/acme/infra', null],
  ['https://github.com.evil.example/acme/infra', null],
  ['a_b/infra', null],
  ['-acme/infra', null],
  ['acme/in fra', null],
  ['', null],
])('repository %j is %j', (text, repository) => {
  expect(repositoryOf(text)).toBe(repository);
});

test.each([
  ['3', 3],
  ['2.5', 2.5],
  ['2,5', 2.5],
  ['.5', 0.5],
  ['3.', 3],
  [' 0 ', 0],
  ['1000', 1000],
  ['1000.1', null],
  ['-1', null],
  ['1,000.5', null],
  ['0x10', null],
  ['Infinity', null],
  ['3 h', null],
  ['', null],
])('hours %j are %j', (text, hours) => {
  expect(hoursOf(text)).toBe(hours);
});

test('days of a shift exist and are of this age', () => {
  expect(
    ['2026-11-18', '2028-02-29', '2026-02-29', '0202-11-18', '1999-12-31', '2026-13-01', ''].filter(
      isShiftDay,
    ),
  ).toEqual(['2026-11-18', '2028-02-29']);
});

test('time zones are those the browser knows', () => {
  expect(['UTC', 'Europe/Berlin', 'Europe/Nowhere', 'CET or so', ''].filter(isTimeZone)).toEqual([
    'UTC',
    'Europe/Berlin',
  ]);
});
