import type { Store } from './store.ts';

const CONTENTS = [
  'tickets',
  'conversations',
  'drafts',
  'timeEntries',
  'companies',
  'contacts',
  'cannedFolders',
  'cannedResponses',
  'searchIndex',
] as const;

/**
 * Lets an account become empty and full again while it runs: agents, form and SLA stay, everything that work
 * leaves behind is put aside. What is created while it is empty is kept as well.
 */
export function createEmptySwitch(store: Store): (empty: boolean) => void {
  let aside: Map<(typeof CONTENTS)[number], [number | string, unknown][]> | undefined;
  return (empty) => {
    if (empty === (aside !== undefined)) return;
    if (empty) {
      aside = new Map(CONTENTS.map((key) => [key, [...store[key].entries()]]));
      for (const key of CONTENTS) store[key].clear();
      return;
    }
    for (const [key, entries] of aside ?? []) {
      // The entries come out of this very map, so their types fit again.
      const map = store[key] as Map<number | string, unknown>;
      for (const [id, value] of entries) map.set(id, value);
    }
    aside = undefined;
  };
}
