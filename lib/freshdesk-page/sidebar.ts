import type { SidebarLayout, Theme } from '@/lib/contract/views';
import { DEFAULT_LAYOUT, clampWidth, sameLayout, shownWidth } from './layout';
import { createHost } from './host';
import { keepMounted } from './keeper';
import { makeRoom, releaseRoom } from './room';

const RESIZE_SETTLE_MS = 150;

export type SidebarDeps = {
  readonly frameUrl: string;
  readonly theme: Theme;
  /** The steward dragged the edge, or the page forced another mode: worth remembering. */
  readonly onLayout: (layout: SidebarLayout) => void;
  readonly signal: AbortSignal;
};

export type Sidebar = {
  /** Shows the sidebar; it is mounted on the first call. */
  readonly show: () => void;
  /** Hides it and gives the page its width back; the frame stays loaded. */
  readonly hide: () => void;
  /** Takes over a layout chosen elsewhere; answers, and where it differs also tells, the one that the page allows. */
  readonly setLayout: (layout: SidebarLayout) => SidebarLayout;
  readonly setTheme: (theme: Theme) => void;
  /** Looks again whether the page leaves room beside itself: after it has rendered or the window has changed. */
  readonly recheck: () => void;
};

/**
 * The sidebar in the page. It stands beside a narrowed app; where that would put Freshdesk's own controls out of reach it
 * lies over the app instead, folded to a rail until it is asked for.
 */
export function createSidebar(deps: SidebarDeps): Sidebar {
  let layout = DEFAULT_LAYOUT;
  let theme = deps.theme;
  let visible = false;
  /** Fold state to return to when there is room again; null unless the page itself forced the mode. */
  let foldedBefore: boolean | null = null;
  const host = createHost(
    deps.frameUrl,
    { widthPx: () => layout.widthPx, onWidth: (widthPx, done) => resize(widthPx, done) },
    deps.signal,
  );
  let mounted = false;

  const draw = (): void => {
    if (visible) host.show(layout, theme);
    else host.hide();
  };
  /** Applies `wanted` as far as the page allows it, in one go: measured and, if need be, reverted before anything is painted. */
  const apply = (wanted: SidebarLayout): void => {
    layout = wanted;
    draw();
    if (!visible || wanted.mode === 'over') {
      releaseRoom();
      return;
    }
    if (makeRoom(shownWidth(wanted), host.element)) {
      foldedBefore = null;
      return;
    }
    releaseRoom();
    foldedBefore = wanted.collapsed;
    layout = { ...wanted, mode: 'over', collapsed: true };
    draw();
  };
  const applyAndTell = (wanted: SidebarLayout): void => {
    const before = layout;
    apply(wanted);
    if (!sameLayout(before, layout)) deps.onLayout(layout);
  };
  const tellApp = (): void => {
    // Parts of the app that lay themselves out by script listen to this and to nothing else.
    window.dispatchEvent(new Event('resize'));
  };
  const resize = (widthPx: number, done: boolean): void => {
    apply({ ...layout, widthPx });
    if (!done) return;
    tellApp();
    deps.onLayout(layout);
  };
  const recheck = (): void => {
    if (!visible) return;
    if (layout.mode === 'beside') applyAndTell(layout);
    else if (foldedBefore !== null) {
      const folded = foldedBefore;
      const current = layout;
      apply({ ...layout, mode: 'beside', collapsed: folded });
      if (layout.mode === 'over') layout = { ...layout, collapsed: current.collapsed };
      draw();
      if (!sameLayout(layout, current)) deps.onLayout(layout);
    } else draw();
  };

  let settle: ReturnType<typeof setTimeout> | undefined;
  const onResize = (event: Event): void => {
    if (!event.isTrusted) return;
    clearTimeout(settle);
    settle = setTimeout(recheck, RESIZE_SETTLE_MS);
  };
  addEventListener('resize', onResize, { signal: deps.signal });
  // On paper the page is Freshdesk's alone.
  const onBeforePrint = (): void => {
    host.hide();
    releaseRoom();
  };
  addEventListener('beforeprint', onBeforePrint, { signal: deps.signal });
  addEventListener('afterprint', () => apply(layout), { signal: deps.signal });
  deps.signal.addEventListener('abort', () => {
    clearTimeout(settle);
    releaseRoom();
  });

  const setVisible = (shown: boolean): void => {
    if (visible === shown) return;
    visible = shown;
    if (shown && !mounted) {
      mounted = true;
      keepMounted(host.element, deps.signal);
    }
    applyAndTell(layout);
    tellApp();
  };

  return {
    show: () => setVisible(true),
    hide: () => setVisible(false),
    setLayout: (wanted) => {
      const before = layout;
      // The remembered "over" of another visit was forced by the page it was on; this one may be different.
      if (wanted.mode === 'over' && before.mode === 'beside') foldedBefore = false;
      if (wanted.mode === 'beside') foldedBefore = null;
      apply({ ...wanted, widthPx: clampWidth(wanted.widthPx) });
      if (visible && shownWidth(before) !== shownWidth(layout)) tellApp();
      if (!sameLayout(wanted, layout)) deps.onLayout(layout);
      return layout;
    },
    setTheme: (next) => {
      theme = next;
      draw();
    },
    recheck,
  };
}
