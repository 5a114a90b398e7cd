import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Calls back when the steward presses Escape, or presses or moves the focus outside of `root`, while `active`. */
export function useDismiss(
  root: RefObject<HTMLElement | null>,
  active: boolean,
  on: { readonly onOutside: () => void; readonly onEscape: () => void },
): void {
  const outside = useEffectEvent((event: Event) => {
    if (event.target instanceof Node && root.current?.contains(event.target) !== true)
      on.onOutside();
  });
  const key = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    on.onEscape();
  });
  useEffect(() => {
    if (!active) return undefined;
    const gone = new AbortController();
    const { signal } = gone;
    document.addEventListener('pointerdown', (event) => outside(event), { signal });
    document.addEventListener('focusin', (event) => outside(event), { signal });
    document.addEventListener('keydown', (event) => key(event), { signal });
    return () => gone.abort();
  }, [active]);
}
