import { useEffect, useEffectEvent } from 'react';

/** What the keys do on the page. */
export type KeyActions = {
  readonly onMove: (step: number) => void;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
};

/** Keys that press the button of the focused row which names them as its shortcut. */
const ROW_KEYS: ReadonlySet<string> = new Set(['s', 'c', 'u']);

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function isTyping(target: Element): boolean {
  return target.closest('input:not([type="radio"]), textarea, select, dialog') !== null;
}

function pressInRow(row: Element, key: string): boolean {
  const button = row.querySelector<HTMLButtonElement>(`[aria-keyshortcuts="${key}"]`);
  button?.click();
  return button !== null;
}

/**
 * Keys of the list: j and k or the arrows move, `/` searches, `?` shows the keys; s, c and u act on the focused row only.
 * Nothing is taken while somebody types, from a menu, or together with Ctrl, Alt or Meta.
 */
export function useListKeys(actions: KeyActions): void {
  const handle = useEffectEvent((event: KeyboardEvent): boolean => {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (!(target instanceof Element) || isTyping(target)) return false;
    const row = target.closest('[data-row]');
    const inMenu = target.closest('.sw-popup__panel') !== null;
    const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
    if (step !== undefined) {
      // Arrows outside of the list scroll the page or move between its tabs.
      if (inMenu || (key.startsWith('Arrow') && row === null)) return false;
      actions.onMove(step);
      return true;
    }
    if (key === '/') actions.onSearch();
    else if (key === '?') actions.onHelp();
    else return ROW_KEYS.has(key) && row !== null && !inMenu && pressInRow(row, key);
    return true;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (handle(event)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
