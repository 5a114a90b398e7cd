import type { Theme } from '@/lib/contract/views';

const DARK = /(^|\s)dew-dark-theme(\s|$)/;
const LIGHT = /(^|\s)dew-light-theme(\s|$)/;
const DARK_SCHEME = '(prefers-color-scheme: dark)';

/** Red, green, blue 0–255 and alpha 0–1 of a computed colour; null when it is written in another notation. */
function channels(color: string): readonly [number, number, number, number] | null {
  const inner = /^rgba?\(([^)]+)\)$/.exec(color.trim())?.[1];
  if (inner === undefined) return null;
  const [red, green, blue, alpha = 1] = inner.split(/[\s,/]+/).map(Number);
  if (red === undefined || green === undefined || blue === undefined) return null;
  return [red, green, blue, alpha];
}

/** Relative luminance 0–1 of the first opaque background; null when nothing paints one. */
function backgroundLuminance(elements: readonly Element[]): number | null {
  for (const element of elements) {
    const color = channels(getComputedStyle(element).backgroundColor);
    if (color === null || color[3] < 0.5) continue;
    const [red, green, blue] = color;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  }
  return null;
}

/**
 * The page's theme. Freshdesk marks its own light theme by a class on the body (seen 2026-03; the dark class by
 * analogy); dark-theme add-ons do not, so the painted background decides next, then the system's preference.
 */
export function readTheme(doc: Document = document): Theme {
  const body = doc.body as HTMLElement | null;
  const classes = `${doc.documentElement.className} ${body?.className ?? ''}`;
  if (DARK.test(classes)) return 'dark';
  const luminance = backgroundLuminance(body === null ? [] : [body, doc.documentElement]);
  // An add-on may darken a page that still carries Freshdesk's light class: what is painted wins then.
  if (LIGHT.test(classes)) return luminance !== null && luminance < 0.2 ? 'dark' : 'light';
  if (luminance !== null) return luminance < 0.4 ? 'dark' : 'light';
  return typeof matchMedia === 'function' && matchMedia(DARK_SCHEME).matches ? 'dark' : 'light';
}

/**
 * Calls `onChange` whenever the theme becomes another one than `current`, until the signal aborts. Watches three
 * attributes of two elements and the system's preference: nothing of the page's content.
 */
export function watchTheme(
  current: Theme,
  onChange: (theme: Theme) => void,
  signal: AbortSignal,
): void {
  let known = current;
  const check = (): void => {
    const theme = readTheme();
    if (theme === known) return;
    known = theme;
    onChange(theme);
  };
  const observer = new MutationObserver(check);
  const attributes = { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] };
  observer.observe(document.documentElement, attributes);
  if (document.body as HTMLElement | null) observer.observe(document.body, attributes);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  if (typeof matchMedia === 'function') {
    matchMedia(DARK_SCHEME).addEventListener('change', check, { signal });
  }
}
