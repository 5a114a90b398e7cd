import { useCallback, useSyncExternalStore } from 'react';
import { useSteward } from './StewardContext';
import type { Precision } from './ticker';

/**
 * The present, changing on the turn of the minute, or of the second where seconds are shown. All users of a page share
 * one timer, which rests while the page is hidden.
 */
export function useNow(precision: Precision = 'minute'): Date {
  const { ticker } = useSteward();
  const subscribe = useCallback(
    (listener: () => void) => ticker.subscribe(precision, listener),
    [ticker, precision],
  );
  return useSyncExternalStore(subscribe, ticker.now);
}
