import { useCallback, useEffect, useRef, useState } from 'react';

/** A pointer that lay still for so long is not about to press anything. */
const REST_MS = 3_000;

/** True while the pointer moves over an element, and shortly after; false as soon as it leaves. */
export function useBusyPointer(): {
  readonly busy: boolean;
  readonly onPointerMove: () => void;
  readonly onPointerLeave: () => void;
} {
  const [busy, setBusy] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const onPointerLeave = useCallback(() => {
    clearTimeout(timer.current);
    setBusy(false);
  }, []);
  const onPointerMove = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(onPointerLeave, REST_MS);
    setBusy(true);
  }, [onPointerLeave]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { busy, onPointerMove, onPointerLeave };
}
