import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../../components/ui/tokens.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';

/** Colour tokens by name, as `[light, dark]`. */
const tokens = new Map(
  [...css.matchAll(/--sw-([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.039_28 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** WCAG 2 contrast of two tokens in one theme. */
function contrast(one: string, other: string, theme: Theme): number {
  const of = (name: string): number => luminance(tokens.get(name)?.[theme] ?? 'missing');
  const [high = 0, low = 0] = [of(one), of(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['page', 'card', 'tint', 'track', 'ok-bg', 'warn-bg', 'bad-bg'];
const text: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2', 'ink-3', 'accent'].flatMap((ink) => surfaces.map((on) => [ink, on] as const)),
  ...['ok', 'warn', 'bad'].flatMap((ink) =>
    ['page', 'card', 'tint', `${ink}-bg`].map((on) => [ink, on] as const),
  ),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
];
const controls: readonly (readonly [string, string])[] = [
  ['control', 'page'],
  ['control', 'card'],
  ['control', 'tint'],
  ['accent', 'card'],
  ['focus', 'page'],
  ['focus', 'card'],
  ['focus', 'tint'],
  ['accent', 'track'],
  ['ok', 'track'],
  ['warn-bar', 'card'],
  ['bad', 'track'],
];

test.each(['light', 'dark'] as const)('%s: text has a contrast of 4.5 to 1', (theme) => {
  const poor = text.filter(([ink, on]) => !(contrast(ink, on, theme) >= 4.5));
  expect(poor).toEqual([]);
});

test.each(['light', 'dark'] as const)('%s: controls and bars have 3 to 1', (theme) => {
  const poor = controls.filter(([ink, on]) => !(contrast(ink, on, theme) >= 3));
  expect(poor).toEqual([]);
});
