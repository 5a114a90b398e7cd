import { describe, expect, test } from 'vitest';
import { dueSpanWords, exactWords, spanWords } from '@/lib/domain/span-words';

const now = new Date('2026-11-20T17:00:00Z');
const span = (from: string, to: string | null, zone = 'UTC') =>
  spanWords(new Date(from), to === null ? null : new Date(to), zone, now);

describe('stretches of a sum', () => {
  test.each<[string, string | null, string]>([
    ['2026-11-20T16:00:00Z', '2026-11-21T00:00:00Z', 'Fri 20 Nov 16:00–24:00'],
    ['2026-11-20T09:00:00Z', '2026-11-20T12:30:00Z', 'Fri 20 Nov 09:00–12:30'],
    ['2026-11-21T00:00:00Z', '2026-11-22T00:00:00Z', 'Sat 21 Nov'],
    ['2026-11-21T00:00:00Z', '2026-11-23T00:00:00Z', 'Sat 21 Nov, Sun 22 Nov'],
    ['2026-12-24T00:00:00Z', '2027-01-04T00:00:00Z', 'Thu 24 Dec – Sun 3 Jan 2027'],
    ['2026-11-20T17:00:00Z', '2026-11-23T09:00:00Z', 'Fri 20 Nov 17:00 – Mon 23 Nov 09:00'],
    ['2026-11-20T17:00:30Z', '2026-11-20T17:01:00Z', 'Fri 20 Nov 17:00:30–17:01'],
    ['2026-11-20T17:00:00Z', null, 'since Fri 20 Nov 17:00'],
  ])('%s to %s', (from, to, words) => {
    expect(span(from, to)).toBe(words);
  });

  test('speak the zone’s language, over a clock change too', () => {
    // The Sunday on which summer time ends: 25 hours from midnight to midnight.
    const sunday = ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'] as const;
    expect(span(...sunday, 'Europe/Berlin')).toBe('Sun 25 Oct');
    const saturday = ['2026-10-24T10:00:00Z', '2026-10-24T22:00:00Z'] as const;
    expect(span(...saturday, 'Europe/Berlin')).toBe('Sat 24 Oct 12:00–24:00');
  });

  test('the last one leads to the due time', () => {
    const due = (from: string, to: string) =>
      dueSpanWords(new Date(from), new Date(to), 'UTC', now);
    expect(due('2026-11-23T00:00:00Z', '2026-11-23T16:00:00Z')).toBe(
      'Mon 23 Nov 00:00 → due 16:00',
    );
    expect(due('2026-11-23T08:00:00Z', '2026-11-24T16:00:00Z')).toBe(
      'Mon 23 Nov 08:00 → due Tue 24 Nov 16:00',
    );
    expect(due('2026-11-23T08:00:00Z', '2026-11-24T00:00:00Z')).toBe(
      'Mon 23 Nov 08:00 → due 24:00',
    );
  });
});

test('lengths to the second add up', () => {
  expect([480, 479.5, 0.75, 0, 61].map(exactWords)).toEqual([
    '8 h',
    '7 h 59 m 30 s',
    '45 s',
    '0 m',
    '1 h 1 m',
  ]);
});
