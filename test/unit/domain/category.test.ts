import { expect, test } from 'vitest';
import { categoryOf } from '@/lib/domain/category';
import { builtinPack } from '@/lib/pack/load';
import type { Pack } from '@/lib/pack/schema';

const pack = builtinPack();
const idOf = (used: Pack, type: string | null, tags: readonly string[] = []) =>
  categoryOf(used, { type, tags })?.id ?? null;

test('the type decides, whatever its case, with or without the tag', () => {
  expect(idOf(pack, 'Incident', ['incident'])).toBe('incident');
  expect(idOf(pack, 'incident')).toBe('incident');
  expect(idOf(pack, 'Guidance Request')).toBe('guidance');
  expect(idOf(pack, 'Question', ['incident'])).toBeNull();
  expect(idOf(pack, null, ['incident'])).toBeNull();
});

test('tags decide between categories of one type; a tie is no category', () => {
  const [incident, change, guidance] = pack.categories;
  if (!incident || !change || !guidance) throw new Error('three categories expected');
  const shared: Pack = {
    ...pack,
    categories: [
      { ...change, set: { type: 'Request', tags: ['change'] } },
      { ...guidance, set: { type: 'Request', tags: ['guidance'] } },
      { ...incident, set: { tags: ['outage', 'hub'] } },
    ],
  };
  expect(idOf(shared, 'Request', ['Guidance'])).toBe('guidance');
  expect(idOf(shared, 'Request')).toBeNull();
  expect(idOf(shared, 'Request', ['change', 'guidance'])).toBeNull();
  expect(idOf(shared, null, ['outage'])).toBeNull();
  expect(idOf(shared, null, ['outage', 'hub'])).toBe('incident');
});
