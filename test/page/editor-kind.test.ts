import { beforeAll, expect, test } from 'vitest';
import type { EditorKind, EditorMemory } from '@/lib/freshdesk-page/page-world/editor-memory';
import { kindOf, recipientsOf } from '@/lib/freshdesk-page/page-world/editor-kind';
import { editors, pages } from './fixtures';
import { loadBody, pretendLayout } from './support';

beforeAll(pretendLayout);

const remembering = (kind: EditorKind | null): EditorMemory => ({
  openedAs: () => kind,
  remember: () => undefined,
  caretPlaced: () => false,
});

function open(html: string): Element {
  loadBody(pages['2026'] + html);
  const editor = document.querySelector('.fr-element');
  if (editor === null) throw new Error('no editor in the fixture');
  return editor;
}

test.each<[keyof typeof editors, EditorKind | null, EditorKind | null]>([
  ['reply', null, 'reply'],
  ['reply', 'reply', 'reply'],
  ['reply', 'forward', 'forward'],
  ['reply', 'note', null],
  ['note', null, 'note'],
  ['note', 'note', 'note'],
  ['note', 'reply', null],
  ['mailInPeach', null, null],
  ['mailInPeach', 'reply', 'reply'],
  ['mailInPeach', 'note', null],
  ['unknown', null, null],
  ['unknown', 'note', 'note'],
  ['unknown', 'reply', 'reply'],
])('%s, opened as %s, is taken for %s', (fixture, opened, kind) => {
  expect(kindOf(open(editors[fixture]), remembering(opened))).toBe(kind);
});

test('recipients are those of the mail: not its sender, not addresses in the text, not of other messages', () => {
  expect(recipientsOf(open(editors.reply))).toEqual(['ana@tidepool.example']);
  expect(recipientsOf(open(editors.mailInPeach))).toEqual(['lee@tidepool.example']);
  expect(recipientsOf(open(editors.note))).toEqual([]);
});
