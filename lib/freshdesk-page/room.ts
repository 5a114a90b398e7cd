import { findAll, isVisible } from './find';
import { rightControls } from './selectors';

/** Below this the ticket page itself is no longer usable, in CSS pixels. */
const MIN_APP_WIDTH_PX = 640;
/** Rects are fractions of pixels under browser zoom. */
const TOLERANCE_PX = 1;
const PROBES = [0.1, 0.3, 0.5, 0.7, 0.9] as const;

/** Width of the window without its scroll bar. */
const viewportWidth = (): number => document.documentElement.clientWidth;

const setWidth = (value: string): void =>
  document.documentElement.style.setProperty('max-width', value, 'important');

/** Part of the element is cut off at the right by a box around it. */
function isCutOff(element: HTMLElement): boolean {
  const { right } = element.getBoundingClientRect();
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    if (box === document.body || box === document.documentElement) continue;
    const cuts = getComputedStyle(box).overflowX !== 'visible';
    if (cuts && box.getBoundingClientRect().right < right - TOLERANCE_PX) return true;
  }
  return false;
}

/** A pointer at the element's middle would meet the sidebar. */
function isCovered(element: HTMLElement, host: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === host;
}

const controls = (): readonly HTMLElement[] =>
  rightControls.flatMap((anchor) => [...findAll(anchor)]);

/** Whether the page paints something below the strip that the sidebar takes. */
function reachesBelow(freeWidth: number, host: Element): boolean {
  const x = (freeWidth + viewportWidth()) / 2;
  const covered = PROBES.filter((part) =>
    document
      .elementsFromPoint(x, innerHeight * part)
      .some((element) => element !== host && element !== document.documentElement),
  );
  return covered.length > 1;
}

/**
 * Narrows the app by `widthPx` and answers whether all of Freshdesk's controls at the right end stay within reach. When
 * they do not, the caller gives the room back; nothing is painted in between.
 *
 * `max-width` on the root element: unlike a transform it leaves fixed and absolute parts with their own reference, so menus and
 * dialogs stay where Freshdesk puts them; unlike a margin it also holds where the root has a width of its own. Bars
 * that are as wide as the window do not follow, which is what the check afterwards is for.
 */
export function makeRoom(widthPx: number, host: Element): boolean {
  const freeWidth = viewportWidth() - widthPx;
  if (freeWidth < MIN_APP_WIDTH_PX) return false;
  const before = controls();
  setWidth(`calc(100% - ${widthPx}px)`);
  if (before.length === 0) return !reachesBelow(freeWidth, host);
  return before.every(
    (element) =>
      isVisible(element) &&
      element.getBoundingClientRect().right <= freeWidth + TOLERANCE_PX &&
      !isCutOff(element) &&
      !isCovered(element, host),
  );
}

/** Gives the app its full width back. */
export function releaseRoom(): void {
  document.documentElement.style.removeProperty('max-width');
}

/** Heights of the window's right edge that Freshdesk's own controls use, as `[top, bottom]` in CSS pixels. */
export function usedAtEdge(stripPx: number): readonly (readonly [number, number])[] {
  const edge = viewportWidth() - stripPx;
  return controls()
    .map((element) => element.getBoundingClientRect())
    .filter(({ right, height }) => right > edge && height < innerHeight / 2)
    .map(({ top, bottom }) => [top, bottom] as const);
}

/**
 * A stretch of the right edge, `heightPx` high, that covers none of the used ones: as near to the middle as can be. The middle
 * itself when there is none. Answers its top.
 */
export function freeStretch(
  used: readonly (readonly [number, number])[],
  heightPx: number,
  windowHeightPx: number,
): number {
  const middle = Math.max(0, (windowHeightPx - heightPx) / 2);
  const fits = (top: number): boolean =>
    top >= 0 &&
    top + heightPx <= windowHeightPx &&
    used.every(([from, to]) => top + heightPx <= from || top >= to);
  const tops = [middle, ...used.flatMap(([from, to]) => [from - heightPx, to])].filter(fits);
  const distance = (top: number): number => Math.abs(top - middle);
  return tops.sort((a, b) => distance(a) - distance(b))[0] ?? middle;
}
