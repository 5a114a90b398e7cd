import { expect, test } from 'vitest';
import { refFromHash } from '@/lib/client/standalone';

test('names the ticket of a page opened on its own', () => {
  expect(refFromHash('#host=acme.freshdesk.com&id=4242')).toEqual({
    host: 'acme.freshdesk.com',
    id: 4242,
  });
});

test.each([
  '',
  '#',
  '#id=1',
  '#host=acme.freshdesk.com',
  '#host=acme.freshdesk.com&id=0',
  '#host=acme.freshdesk.com&id=1e3',
  '#host=acme.freshdesk.com&id=-1',
  '#host=acme.freshdesk.com&id=99999999999999999999',
  '#host=evil.example&id=1',
  '#host=acme.freshdesk.com.evil.example&id=1',
  '#host=user@acme.freshdesk.com&id=1',
  '#host=acme.freshdesk.com/x&id=1',
  '#host=-.freshdesk.com&id=1',
])('names none: %s', (hash) => {
  expect(refFromHash(hash)).toBeNull();
});
