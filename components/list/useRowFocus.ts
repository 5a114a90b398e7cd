import { useCallback, useLayoutEffect, useRef, useState, type FocusEvent } from 'react';

export type RowFocus = {
  /** The one row that Tab reaches; the others are reached from it by the arrow keys. */
  readonly current: string | null;
  /** Remembers a row's link; null when it is gone. */
  readonly register: (key: string, link: HTMLElement | null) => void;
  /** Moves so many rows on from the current one; false when the list ends there. */
  readonly move: (step: number) => boolean;
  readonly focusCurrent: () => void;
  /** To be told of every focus and blur in the list. */
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
};

/** The key of the row around an element of the list. */
export function rowKeyOf(target: EventTarget | null): string | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null)
    : null;
}

/**
 * Focus in the list belongs to a ticket, not to a place: it goes along when the order changes, and to the row that takes
 * the place when the ticket leaves. Whatever vanishes from under the focus (a pressed button), the row keeps it.
 */
export function useRowFocus(keys: readonly string[]): RowFocus {
  const [chosen, setChosen] = useState<string | null>(null);
  const links = useRef(new Map<string, HTMLElement>());
  const had = useRef<{ key: string; index: number } | null>(null);
  const current = chosen !== null && keys.includes(chosen) ? chosen : (keys[0] ?? null);

  const register = useCallback((key: string, link: HTMLElement | null) => {
    if (link === null) links.current.delete(key);
    else links.current.set(key, link);
  }, []);

  const focusRow = (key: string | null | undefined): void => {
    if (key != null) links.current.get(key)?.focus();
  };

  // Without a list of dependencies: anything drawn anew may have taken the focused element away.
  useLayoutEffect(() => {
    const lost = had.current;
    if (lost === null) return;
    const index = keys.indexOf(lost.key);
    if (index >= 0) lost.index = index;
    const { activeElement, body } = document;
    if (activeElement !== null && activeElement !== body) return;
    const key = index >= 0 ? lost.key : keys[Math.min(lost.index, keys.length - 1)];
    if (key === undefined) had.current = null;
    else focusRow(key);
  });

  return {
    current,
    register,
    move: (step) => {
      const index = current === null ? -1 : keys.indexOf(current);
      // From outside the list the first press only goes to where the list was left.
      const next = keys[had.current === null ? index : index + step];
      if (next === undefined) return false;
      focusRow(next);
      return true;
    },
    focusCurrent: () => focusRow(current),
    onFocus: ({ target }) => {
      const key = rowKeyOf(target);
      if (key === null) return;
      had.current = { key, index: keys.indexOf(key) };
      setChosen(key);
    },
    onBlur: ({ relatedTarget }) => {
      if (rowKeyOf(relatedTarget) === null) had.current = null;
    },
  };
}
