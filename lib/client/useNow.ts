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

/**
 * What `read` makes of the present, asked at each tick: the component is drawn anew only when the answer is another one.
 * For plain values, since a new object would be another one each time.
 */
export function useAtPresent<T extends string | number | boolean | null>(
  precision: Precision,
  read: (now: Date) => T,
): T {
  const { ticker } = useSteward();
  const subscribe = useCallback(
    (listener: () => void) => ticker.subscribe(precision, listener),
    [ticker, precision],
  );
  return useSyncExternalStore(subscribe, () => read(ticker.now()));
}
