import { afterEach, expect, test, vi } from 'vitest';
import { readTheme, watchTheme } from '@/lib/freshdesk-page/theme';
import { soon } from './support';

afterEach(() => {
  document.body.removeAttribute('class');
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
  vi.unstubAllGlobals();
});

const system = (dark: boolean): void => {
  vi.stubGlobal('matchMedia', () => ({ matches: dark, addEventListener: () => undefined }));
};

test.each<[string, string, boolean, 'light' | 'dark']>([
  ['dew-light-theme', '', true, 'light'],
  ['layout dew-dark-theme wide', '', false, 'dark'],
  ['', 'background-color: rgb(255, 255, 255)', true, 'light'],
  ['', 'background-color: rgb(20, 24, 30)', false, 'dark'],
  ['', 'background-color: rgba(0, 0, 0, 0)', true, 'dark'],
  ['', '', false, 'light'],
  // A theme add-on that paints the page dark, below Freshdesk's own light class.
  ['dew-light-theme', 'background-color: rgb(18, 18, 18)', false, 'dark'],
  ['not-dew-dark-theme-at-all', 'background-color: rgb(250, 250, 250)', true, 'light'],
])('class "%s", style "%s", system dark %s: %s', (className, style, dark, theme) => {
  system(dark);
  document.body.className = className;
  document.body.setAttribute('style', style);
  expect(readTheme()).toBe(theme);
});

test('a change is told once, and not after the end', async () => {
  system(false);
  const end = new AbortController();
  const onChange = vi.fn<(theme: string) => void>();
  watchTheme('light', onChange, end.signal);
  document.body.className = 'dew-dark-theme';
  await soon();
  document.body.className = 'dew-dark-theme x';
  await soon();
  expect(onChange.mock.calls).toEqual([['dark']]);
  end.abort();
  document.body.className = 'dew-light-theme';
  await soon();
  expect(onChange).toHaveBeenCalledTimes(1);
});
