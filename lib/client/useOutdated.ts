import { useSyncExternalStore } from 'react';
import { useSteward } from './StewardContext';

/** True once the extension was updated or removed under this page: only a reload of the tab helps. */
export function useOutdated(): boolean {
  const { messenger } = useSteward();
  return useSyncExternalStore(messenger.onOutdated, messenger.isOutdated);
}
