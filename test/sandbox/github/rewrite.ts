import type { Clock } from './clock.ts';

export const API_ORIGIN = 'https://api.github.com';
export const WEB_ORIGIN = 'https://github.com';

const WEB_KEYS = new Set(['html_url', 'clone_url', 'svn_url', 'diff_url', 'patch_url', 'html']);
const TIME_KEY = /(_at|^date)$/;

const rewriteText = (text: string, key: string, origin: string, clock: Clock): string => {
  if (TIME_KEY.test(key) && /^\d{4}-\d\d-\d\dT/.test(text)) return clock.toSandbox(text);
  if (!text.startsWith(origin)) return text;
  const rest = text.slice(origin.length);
  if (key === 'avatar_url')
    return `https://avatars.githubusercontent.com${rest.replace('/avatars', '')}?v=4`;
  if (key === 'download_url')
    return `https://raw.githubusercontent.com${rest.replace('/raw/', '/')}`;
  return (WEB_KEYS.has(key) ? WEB_ORIGIN : API_ORIGIN) + rest;
};

/** An answer of the emulator with GitHub's own hosts in its URLs and the sandbox's clock in its time stamps. */
export const rewriteAnswer = (value: unknown, origin: string, clock: Clock, key = ''): unknown => {
  if (typeof value === 'string') return rewriteText(value, key, origin, clock);
  if (Array.isArray(value)) return value.map((item) => rewriteAnswer(item, origin, clock, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, rewriteAnswer(item, origin, clock, name)]),
  );
};
