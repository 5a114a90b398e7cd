import { expect, test } from 'vitest';
import { builtinPack } from '@/lib/pack/load';

test('the built-in pack can be read', () => {
  expect(builtinPack().id).toBe('support-process');
});
