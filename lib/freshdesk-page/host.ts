import type { SidebarLayout, Theme } from '@/lib/contract/views';
import type { HandleActions } from './handle';
import { createHandle } from './handle';
import { freeStretch, usedAtEdge } from './room';
import { RAIL_PX, shownWidth } from './layout';

const HOST_TAG = 'steward-sidebar';

/** Above the app, below Freshdesk's own dialogs; other add-ons sit between 9998 and the maximum. */
const Z_INDEX = '9000';
/** The open button, the ring and the count, and no more: what floats covers something of the page. */
const FLOATING_RAIL_HEIGHT_PX = 132;

/** Only what a style attribute cannot say; the rest is set through the CSSOM, which no page policy touches. */
const STYLE = `
  iframe { display: block; width: 100%; height: 100%; border: 0; }
  .handle { position: absolute; inset: 0 auto 0 -3px; width: 7px; cursor: col-resize; touch-action: none; user-select: none; }
  .handle::after { content: ''; position: absolute; inset: 0 auto 0 3px; width: 1px; background: #cfd7df; }
  .handle:hover::after, .handle:focus-visible::after { width: 3px; background: #2c5cc5; }
  .handle:focus { outline: none; }
  .dark .handle::after { background: #3b4654; }
  .dark .handle:hover::after, .dark .handle:focus-visible::after { background: #8ab4ff; }
  .dragging iframe { pointer-events: none; }
  .collapsed .handle { display: none; }
  @media (forced-colors: active) { .handle:focus-visible { outline: 2px solid Highlight; } }
`;

export type Host = {
  readonly element: HTMLElement;
  readonly show: (layout: SidebarLayout, theme: Theme) => void;
  readonly hide: () => void;
};

function createFrame(url: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = 'Steward';
  frame.allow = 'clipboard-write';
  frame.src = url;
  return frame;
}

/**
 * The one element that Steward has in the page: a closed shadow root with the extension's own page in a frame, so neither
 * styles nor scripts nor keys cross. Hidden, the frame stays loaded.
 */
export function createHost(frameUrl: string, actions: HandleActions, signal: AbortSignal): Host {
  for (const stale of document.querySelectorAll(HOST_TAG)) stale.remove();
  const element = document.createElement(HOST_TAG);
  element.setAttribute('role', 'complementary');
  element.setAttribute('aria-label', 'Steward');
  const root = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  const box = document.createElement('div');
  const frame = createFrame(frameUrl);
  const onWidth = (widthPx: number, done: boolean): void => {
    box.classList.toggle('dragging', !done);
    actions.onWidth(widthPx, done);
  };
  const handle = createHandle({ widthPx: actions.widthPx, onWidth }, signal);
  box.append(handle, frame);
  root.append(style, box);

  const set = (target: HTMLElement, styles: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(styles)) {
      target.style.setProperty(name, value, 'important');
    }
  };
  set(element, {
    all: 'initial',
    display: 'none',
    position: 'fixed',
    right: '0',
    'z-index': Z_INDEX,
  });
  set(box, { position: 'relative', height: '100%' });

  const show = (layout: SidebarLayout, theme: Theme): void => {
    const floats = layout.mode === 'over' && layout.collapsed;
    const height = Math.min(FLOATING_RAIL_HEIGHT_PX, innerHeight);
    const top = floats ? freeStretch(usedAtEdge(RAIL_PX), height, innerHeight) : 0;
    box.classList.toggle('dark', theme === 'dark');
    box.classList.toggle('collapsed', layout.collapsed);
    handle.setAttribute('aria-valuenow', String(layout.widthPx));
    set(element, {
      display: 'block',
      width: `${shownWidth(layout)}px`,
      top: `${top}px`,
      height: floats ? `${height}px` : '100%',
      background: theme === 'dark' ? '#1b222b' : '#f5f7f9',
      'box-shadow': layout.mode === 'over' ? '-4px 0 16px rgb(18 52 77 / 20%)' : 'none',
    });
    set(frame, { 'color-scheme': theme });
  };
  return { element, show, hide: () => set(element, { display: 'none' }) };
}
