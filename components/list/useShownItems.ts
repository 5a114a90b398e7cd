import { useMemo } from 'react';
import type { Filters, Shown } from './filters';
import { belongsTo, countsOf, isOf, type Item } from './queue';
import { searchTest, searchText } from './search';

/** What the filters let through, and how many of it each part of the list holds. */
export function useShownItems(
  items: readonly Item[],
  filters: Filters,
  /** Rows that stay where they are although they belong elsewhere by now. */
  pins: ReadonlySet<string>,
): { readonly shown: readonly Item[]; readonly counts: ReadonlyMap<Shown, number> } {
  const { shown, community, steward, search } = filters;
  const searching = search.trim() !== '';
  // Made once per reading of the list, not once per key.
  const texts = useMemo(
    () => new Map(searching ? items.map((item) => [item.key, searchText(item.ticket)]) : []),
    [items, searching],
  );
  const matching = useMemo(() => {
    const test = searchTest(search);
    const chosen = { shown, community, steward, search };
    return items.filter(
      (item) => isOf(chosen, item) && (!searching || test(texts.get(item.key) ?? '')),
    );
  }, [items, texts, searching, shown, community, steward, search]);
  const counts = useMemo(() => countsOf(matching), [matching]);
  const ofPart = useMemo(
    () => matching.filter((item) => pins.has(item.key) || belongsTo(shown, item)),
    [matching, pins, shown],
  );
  return { shown: ofPart, counts };
}
