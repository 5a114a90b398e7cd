/** The part of a Froala 3.1.1 editor that is used; `el` is the element with the text. */
export type FroalaInstance = {
  readonly el: HTMLElement;
  readonly html: { readonly get: () => string };
  readonly undo: { readonly saveStep: () => void; readonly run: () => void };
  readonly events: { readonly trigger: (name: string) => unknown };
  readonly keys?: { readonly forceUndo?: () => void };
  readonly selection?: { readonly restore?: () => void };
};

const has = (value: unknown, ...path: readonly string[]): boolean => {
  let current = value;
  for (const name of path) {
    if (typeof current !== 'object' || current === null) return false;
    current = Reflect.get(current, name);
  }
  return typeof current === 'function';
};

const isInstance = (value: unknown): value is FroalaInstance =>
  has(value, 'html', 'get') &&
  has(value, 'undo', 'saveStep') &&
  has(value, 'undo', 'run') &&
  has(value, 'events', 'trigger');

/**
 * The editor behind an element, or null. Freshdesk's page has the library as `window.FroalaEditor`, whose `INSTANCES`
 * lists all editors (measured live in public, 2026-09).
 */
export function froalaOf(element: Element, view: Window): FroalaInstance | null {
  const library: unknown = Reflect.get(view, 'FroalaEditor');
  if (typeof library !== 'function' && typeof library !== 'object') return null;
  const instances: unknown = library === null ? null : Reflect.get(library, 'INSTANCES');
  if (!Array.isArray(instances)) return null;
  return instances.filter(isInstance).find((instance) => instance.el === element) ?? null;
}
