import { MAX_WIDTH_PX, MIN_WIDTH_PX, clampWidth } from './layout';

const STEP_PX = 16;
/** Keys may be held down: the last width is what counts. */
const KEY_SETTLE_MS = 300;

export type HandleActions = {
  readonly widthPx: () => number;
  /** While the width is changing; `done` is its last call. Width within the limits, in CSS pixels. */
  readonly onWidth: (widthPx: number, done: boolean) => void;
};

/**
 * The left edge of the sidebar, by which it is made wider: a separator for pointer and keyboard (arrows, Home, End) as the
 * ARIA practices describe a window splitter.
 */
export function createHandle(actions: HandleActions, signal: AbortSignal): HTMLElement {
  const handle = document.createElement('div');
  handle.tabIndex = 0;
  const attributes = {
    class: 'handle',
    role: 'separator',
    'aria-orientation': 'vertical',
    'aria-label': 'Width of the Steward sidebar',
    'aria-valuemin': String(MIN_WIDTH_PX),
    'aria-valuemax': String(MAX_WIDTH_PX),
  };
  for (const [name, value] of Object.entries(attributes)) handle.setAttribute(name, value);

  const set = (widthPx: number, done: boolean): void => {
    const width = clampWidth(widthPx);
    handle.setAttribute('aria-valuenow', String(width));
    actions.onWidth(width, done);
  };

  let drag: { readonly fromX: number; readonly fromWidth: number } | null = null;
  const widthAt = (event: PointerEvent): number =>
    drag === null ? actions.widthPx() : drag.fromWidth + drag.fromX - event.clientX;
  const end = (event: PointerEvent): void => {
    if (drag === null) return;
    const width = widthAt(event);
    drag = null;
    set(width, true);
  };
  const options = { signal };
  handle.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      drag = { fromX: event.clientX, fromWidth: actions.widthPx() };
      handle.setPointerCapture(event.pointerId);
      // At once, so that the frame lets go of the pointer: one that starts towards it would be lost in there.
      set(drag.fromWidth, false);
    },
    options,
  );
  handle.addEventListener(
    'pointermove',
    (event) => {
      if (drag !== null) set(widthAt(event), false);
    },
    options,
  );
  handle.addEventListener('pointerup', end, options);
  handle.addEventListener('pointercancel', end, options);

  let settle: ReturnType<typeof setTimeout> | undefined;
  const byKey: Readonly<Record<string, () => number>> = {
    ArrowLeft: () => actions.widthPx() + STEP_PX,
    ArrowRight: () => actions.widthPx() - STEP_PX,
    Home: () => MIN_WIDTH_PX,
    End: () => MAX_WIDTH_PX,
  };
  handle.addEventListener(
    'keydown',
    (event) => {
      const width = byKey[event.key]?.();
      if (width === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      set(width, false);
      clearTimeout(settle);
      settle = setTimeout(() => set(actions.widthPx(), true), KEY_SETTLE_MS);
    },
    options,
  );
  signal.addEventListener('abort', () => clearTimeout(settle), { once: true });
  return handle;
}
