import type { Anchor } from './anchor';

/** An element and the selector it was found by. */
export type Found = { readonly element: HTMLElement; readonly selector: string };

/**
 * Whether an element is really shown: laid out, not hidden by style, and with a size. Freshdesk keeps duplicates of bars
 * and editors in the page, so a match alone means nothing.
 */
export function isVisible(element: Element): boolean {
  if (!element.isConnected) return false;
  const options = { visibilityProperty: true, opacityProperty: false };
  if (!element.checkVisibility(options)) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

function matches(anchor: Anchor, selector: string, root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => anchor.expects === 'present' || isVisible(element),
  );
}

/** The first element of the first candidate that has one; null when the page has changed beyond all of them. */
export function find(anchor: Anchor, root: ParentNode = document): Found | null {
  for (const selector of anchor.candidates) {
    const element = matches(anchor, selector, root)[0];
    if (element !== undefined) return { element, selector };
  }
  return null;
}

/** All elements of the first candidate that has any, in document order. */
export function findAll(anchor: Anchor, root: ParentNode = document): readonly HTMLElement[] {
  for (const selector of anchor.candidates) {
    const found = matches(anchor, selector, root);
    if (found.length > 0) return found;
  }
  return [];
}

/** The nearest ancestor (or the element itself) that any candidate names, outermost kind first. */
export function closest(anchor: Anchor, element: Element): HTMLElement | null {
  for (const selector of anchor.candidates) {
    const found = element.closest<HTMLElement>(selector);
    if (found !== null) return found;
  }
  return null;
}

/** Whether one of the elements an event went through is the anchor; sees into open shadow roots. */
export function isOnPath(anchor: Anchor, event: Event): boolean {
  return event
    .composedPath()
    .some(
      (target) =>
        target instanceof Element && anchor.candidates.some((selector) => target.matches(selector)),
    );
}
