import { useState } from 'react';
import type { Item } from './queue';

type Held = { readonly part: string; readonly items: readonly Item[] };

/**
 * Holds the order of rows still while somebody is about to press something in them: what is under the pointer stays
 * under the pointer. Rows go on to tell their newest words; new ones wait until `still` is over. Another `part` of the
 * list is shown as it is at once.
 */
export function useSteadyItems(
  items: readonly Item[],
  all: readonly Item[],
  still: boolean,
  part: string,
): readonly Item[] {
  const [held, setHeld] = useState<Held>({ part, items });
  const keep = still && held.part === part;
  if (!keep && (held.part !== part || held.items !== items)) setHeld({ part, items });
  if (!keep) return items;
  const newest = new Map(all.map((item) => [item.key, item]));
  return held.items.map((item) => newest.get(item.key) ?? item);
}
