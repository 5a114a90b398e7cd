import { expect, test } from 'vitest';
import {
  clockWords,
  dayWords,
  durationWords,
  monthWords,
  timeWords,
  utcWords,
} from '@/lib/domain/words';

test.each([
  [0, '0 m'],
  [0.99, '0 m'],
  [28, '28 m'],
  [60, '1 h'],
  [63, '1 h 03 m'],
  [312.9, '5 h 12 m'],
  [2880, '48 h'],
  [-90, '1 h 30 m'],
])('%d minutes: %s', (minutes, words) => {
  expect(durationWords(minutes)).toBe(words);
});

const now = new Date('2026-11-20T16:00:00Z');
test.each([
  ['2026-11-20T14:05:00Z', 'UTC', 'today 14:05'],
  ['2026-11-21T09:00:00Z', 'UTC', 'tomorrow 09:00'],
  ['2026-11-19T17:30:00Z', 'UTC', 'yesterday 17:30'],
  ['2026-11-23T16:00:00Z', 'UTC', 'Mon 16:00'],
  ['2026-11-26T23:59:00Z', 'UTC', 'Thu 23:59'],
  ['2026-11-27T00:00:00Z', 'UTC', 'Fri 27 Nov 00:00'],
  ['2026-11-16T09:00:00Z', 'UTC', 'Mon 16 Nov 09:00'],
  ['2027-01-04T09:00:00Z', 'UTC', 'Mon 4 Jan 2027 09:00'],
  ['2026-11-20T12:00:00Z', 'Asia/Kathmandu', 'today 17:45'],
  ['2026-11-20T19:00:00Z', 'Pacific/Auckland', 'today 08:00'],
])('%s in %s: %s', (at, zone, words) => {
  expect(timeWords(new Date(at), zone, now)).toBe(words);
});

test('days, times of day, months', () => {
  expect(dayWords(new Date('2026-12-02T10:00:00Z'), 'UTC', now)).toBe('Wed 2 Dec');
  expect(clockWords(new Date('2026-12-02T10:05:59Z'), 'Europe/Berlin')).toBe('11:05');
  expect(monthWords('2026-11')).toBe('Nov 2026');
  expect(utcWords(new Date('2026-11-20T16:03:59Z'))).toBe('2026-11-20 16:03 UTC');
});
