import { describe, expect, test } from 'vitest';
import { foreignLine } from '@/components/sidebar/foreign-text';
import { changeWords, hoursWords, initials, minutesSeconds } from '@/components/sidebar/format';
import { githubUrl } from '@/components/sidebar/issues/issue-words';
import { insertedWords, replyEffect } from '@/components/sidebar/replies/reply-words';
import type { Category } from '@/lib/pack/schema';
import { facts } from '../../fixtures/ui/views';

describe('what a press writes', () => {
  const cases: readonly (readonly [Category['set'], string])[] = [
    [{ type: 'Incident' }, 'type Incident'],
    [{ type: 'Incident', priority: 4 }, 'type Incident and priority Urgent'],
    [{ type: 'T', priority: 1, tags: ['a', 'b'] }, 'type T, priority Low and tags a, b'],
    [{ tags: [] }, ''],
  ];
  test.each(cases)('%j', (set, words) => {
    expect(changeWords(set)).toBe(words);
  });
});

test('effects name people and copies', () => {
  expect(replyEffect('reply', facts)).toBe('Opens a reply to Ana Ruiz + 2 cc. Nothing is sent.');
  expect(replyEffect('reply', { ...facts, requester: null, ccEmails: [] })).toBe(
    'Opens a reply to the requester. Nothing is sent.',
  );
  expect(insertedWords('reply', [])).toBe(
    'It is in the reply. Read it, then press Send in Freshdesk.',
  );
});

test('lengths', () => {
  expect(minutesSeconds(-5)).toBe('0:00');
  expect(minutesSeconds(1_805_999)).toBe('30:05');
  expect(hoursWords(126)).toBe('2.1');
  expect(hoursWords(0)).toBe('0');
});

test('initials', () => {
  expect(initials('Ana Ruiz')).toBe('AR');
  expect(initials(' bo ')).toBe('BO');
  expect(initials('Ö')).toBe('Ö');
  expect(initials('')).toBe('');
});

test('foreign lines lose tricks and length, not letters', () => {
  expect(foreignLine('a\u202Eb\u0000c\n\td')).toBe('abc d');
  expect(Array.from(foreignLine('😀'.repeat(500), 10))).toHaveLength(10);
});

test.each([
  ['https://github.com/acme/infra/issues/311', true],
  ['https://github.com/acme/infra/pull/2', true],
  ['http://github.com/acme/infra/issues/311', false],
  ['https://github.com.evil.example/acme/infra/issues/1', false],
  ['https://github.com/acme/infra/issues/1?x=<', false],
  ['javascript:alert(1)//github.com/a/b/issues/1', false],
])('only GitHub’s own addresses become links: %s', (url, linked) => {
  expect(githubUrl(url) !== null).toBe(linked);
});
