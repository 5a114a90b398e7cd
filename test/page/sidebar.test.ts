import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SidebarLayout } from '@/lib/contract/views';
import type { Sidebar } from '@/lib/freshdesk-page/sidebar';
import { clampWidth } from '@/lib/freshdesk-page/layout';
import { createHandle } from '@/lib/freshdesk-page/handle';
import { createSidebar } from '@/lib/freshdesk-page/sidebar';
import { freeStretch } from '@/lib/freshdesk-page/room';
import { loadBody, pretendLayout } from './support';

let windowPx = 1440;
/** A bar whose right end follows the app's width, and one that is as wide as the window. */
const fluid =
  '<section id="mainactionbar"><div class="page-actions__right" data-box="80,1000">‹ ›</div></section>';
const fixed = fluid.replace('1000', '1430');

let end: AbortController;
let sidebar: Sidebar;
const onLayout = vi.fn<(layout: SidebarLayout) => void>();

beforeAll(() => {
  pretendLayout();
  Object.defineProperty(document.documentElement, 'clientWidth', { get: () => windowPx });
});
beforeEach(() => {
  end = new AbortController();
  onLayout.mockReset();
});
afterEach(() => end.abort());

function start(body: string): void {
  loadBody(body);
  sidebar = createSidebar({
    frameUrl: 'about:blank',
    theme: 'light',
    onLayout,
    signal: end.signal,
  });
}
const host = (): HTMLElement | null => document.querySelector('steward-sidebar');
const room = (): string => document.documentElement.style.getPropertyValue('max-width');

describe('beside a page that makes room', () => {
  test('is not in the page before the first ticket, then stands beside a narrowed app', () => {
    start(fluid);
    expect(host()).toBeNull();
    sidebar.show();
    expect(host()?.style.width).toBe('360px');
    expect(room()).toBe('calc(100% - 360px)');
    expect(host()?.shadowRoot).toBeNull();
  });

  test('hides away from tickets with the room given back, and is the same element later', () => {
    start(fluid);
    sidebar.show();
    const first = host();
    sidebar.hide();
    expect(first?.style.display).toBe('none');
    expect(room()).toBe('');
    sidebar.show();
    expect(host()).toBe(first);
    expect(first?.style.display).toBe('block');
  });

  test('takes over a layout: width within limits, and the rail', () => {
    start(fluid);
    sidebar.show();
    const wide: SidebarLayout = { mode: 'beside', widthPx: 900, collapsed: false };
    expect(sidebar.setLayout(wide).widthPx).toBe(520);
    sidebar.setLayout({ ...wide, collapsed: true });
    expect(host()?.style.width).toBe('44px');
    expect(room()).toBe('calc(100% - 44px)');
  });

  test('is not on paper', () => {
    start(fluid);
    sidebar.show();
    dispatchEvent(new Event('beforeprint'));
    expect([host()?.style.display, room()]).toEqual(['none', '']);
    dispatchEvent(new Event('afterprint'));
    expect([host()?.style.display, room()]).toEqual(['block', 'calc(100% - 360px)']);
  });

  test('leaves nothing behind at the end', () => {
    start(fluid);
    sidebar.show();
    end.abort();
    expect(host()).toBeNull();
    expect(room()).toBe('');
  });
});

describe('a page whose controls would be out of reach', () => {
  test('keeps its width; the sidebar folds to a rail over it, and says so', () => {
    start(fixed);
    sidebar.show();
    expect(onLayout).toHaveBeenLastCalledWith({ mode: 'over', widthPx: 360, collapsed: true });
    sidebar.recheck();
    expect(onLayout).toHaveBeenCalledTimes(1);
    expect(room()).toBe('');
    expect(host()?.style.width).toBe('44px');
    expect(host()?.style.height).not.toBe('100%');
    const over = { mode: 'over', widthPx: 360, collapsed: true };
    expect(sidebar.setLayout({ mode: 'beside', widthPx: 360, collapsed: false })).toEqual(over);
  });

  test('is told to the background when it shows after rendering', () => {
    start('');
    sidebar.show();
    loadBody(fixed);
    sidebar.recheck();
    expect(onLayout.mock.calls).toEqual([[{ mode: 'over', widthPx: 360, collapsed: true }]]);
  });

  test('is covered only on demand, and gets its sidebar beside it again when that works', () => {
    start('');
    sidebar.show();
    loadBody(fixed);
    sidebar.recheck();
    const open = sidebar.setLayout({ mode: 'over', widthPx: 360, collapsed: false });
    expect(open).toEqual({ mode: 'over', widthPx: 360, collapsed: false });
    expect(room()).toBe('');
    expect(host()?.style.width).toBe('360px');
    loadBody(fluid);
    sidebar.recheck();
    expect(room()).toBe('calc(100% - 360px)');
    expect(onLayout).toHaveBeenLastCalledWith({ mode: 'beside', widthPx: 360, collapsed: false });
  });

  test('too small a window counts as one', () => {
    start(fluid);
    windowPx = 900;
    sidebar.show();
    windowPx = 1440;
    expect(room()).toBe('');
    sidebar.recheck();
    expect(room()).toBe('calc(100% - 360px)');
  });
});

test('the floating rail keeps clear of what is at the edge', () => {
  expect(freeStretch([], 240, 900)).toBe(330);
  expect(freeStretch([[300, 400]], 240, 900)).toBe(400);
  expect(
    freeStretch(
      [
        [0, 120],
        [500, 900],
      ],
      240,
      900,
    ),
  ).toBe(260);
  expect(freeStretch([[0, 900]], 240, 900)).toBe(330);
});

test.each([
  [0, 300],
  [333.4, 333],
  [9999, 520],
  [Number.NaN, 360],
])('a width of %d becomes %d', (asked, width) => expect(clampWidth(asked)).toBe(width));

test('the handle is moved by keys within its limits, and tells the last width once', () => {
  vi.useFakeTimers();
  let width = 500;
  const onWidth = vi.fn<(widthPx: number, done: boolean) => void>((next) => (width = next));
  const handle = createHandle({ widthPx: () => width, onWidth }, end.signal);
  const press = (key: string): boolean =>
    handle.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  expect(press('ArrowLeft')).toBe(false);
  press('ArrowLeft');
  expect(width).toBe(520);
  press('ArrowRight');
  expect(handle.getAttribute('aria-valuenow')).toBe('504');
  press('Home');
  expect(width).toBe(300);
  expect(press('r')).toBe(true);
  vi.runAllTimers();
  expect(onWidth.mock.calls.filter(([, done]) => done)).toEqual([[300, true]]);
  vi.useRealTimers();
});

test('a press on the handle frees the frame of the pointer before it moves, and a drag inwards narrows', () => {
  let width = 400;
  const onWidth = vi.fn<(widthPx: number, done: boolean) => void>((next) => (width = next));
  const handle = createHandle({ widthPx: () => width, onWidth }, end.signal);
  handle.setPointerCapture = () => undefined;
  const pointer = (type: string, clientX: number): boolean =>
    handle.dispatchEvent(new PointerEvent(type, { clientX, button: 0, cancelable: true }));
  // Not prevented: the browser gives the focus to what was pressed, without the ring that keys get.
  expect(pointer('pointerdown', 1000)).toBe(true);
  expect(onWidth.mock.calls).toEqual([[400, false]]);
  pointer('pointermove', 1060);
  pointer('pointerup', 1080);
  expect(onWidth.mock.calls.slice(1)).toEqual([
    [340, false],
    [320, true],
  ]);
});
