import type { ListView } from '@/lib/contract/list';
import type { Result } from '@/lib/contract/result';
import { fail } from '@/lib/platform/result';

/** The list as the pages show it, from what is stored alone. */
export type List = { readonly view: () => Promise<Result<ListView>> };

export function createList(): List {
  return { view: async () => await Promise.resolve(fail('unexpected', 'Not built yet.')) };
}
