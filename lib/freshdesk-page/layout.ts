import type { SidebarLayout } from '@/lib/contract/views';

/** Limits of the sidebar's width, in CSS pixels. */
export const MIN_WIDTH_PX = 300;
export const MAX_WIDTH_PX = 520;
/** Width of the collapsed sidebar. */
export const RAIL_PX = 44;
/** Used until the background has answered with what the steward chose last. */
export const DEFAULT_LAYOUT: SidebarLayout = { mode: 'beside', widthPx: 360, collapsed: false };

/** A width within the limits, whole pixels; the default for anything that is no number. */
export function clampWidth(widthPx: number): number {
  if (!Number.isFinite(widthPx)) return DEFAULT_LAYOUT.widthPx;
  return Math.round(Math.min(MAX_WIDTH_PX, Math.max(MIN_WIDTH_PX, widthPx)));
}

/** Width that the sidebar takes on the screen, in CSS pixels. */
export function shownWidth(layout: SidebarLayout): number {
  return layout.collapsed ? RAIL_PX : clampWidth(layout.widthPx);
}

export function sameLayout(a: SidebarLayout, b: SidebarLayout): boolean {
  return a.mode === b.mode && a.widthPx === b.widthPx && a.collapsed === b.collapsed;
}
