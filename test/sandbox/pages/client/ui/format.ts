import type { Language } from '../i18n.ts';

const minuteMs = 60_000;
const units = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** A span in words ("2 hours", "3 dias"), rounded down, at least one minute. */
export const spanInWords = (spanMs: number, language: Language): string => {
  const minutes = Math.max(1, Math.floor(Math.abs(spanMs) / minuteMs));
  const [unit, size] = units.find(([, unitMinutes]) => minutes >= unitMinutes) ?? units[2];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.floor(minutes / size),
  );
};

/** "3 hours ago" or "há 3 horas", seen from `now`. `at` is an ISO instant. */
export const timeAgo = (at: string, now: Date, language: Language): string => {
  const span = spanInWords(now.getTime() - Date.parse(at), language);
  return language === 'pt' ? `há ${span}` : `${span} ago`;
};

/** Weekday, date and minute in the agent's own zone ("Wed, 4 Mar 2026, 10:30 AM"). */
export const exactTime = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'pt' ? 'pt-BR' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hour12: language === 'en',
  }).format(new Date(at));

/** Up to two initials of a name; a mail address gives its first letter. */
export const initials = (name: string): string => {
  const words = name.split(/[\s@]+/).filter((word) => /\p{L}/u.test(word));
  const first = words[0]?.match(/\p{L}/u)?.[0] ?? '?';
  const last = name.includes('@') ? '' : (words.at(-1)?.match(/\p{L}/u)?.[0] ?? '');
  return (words.length > 1 ? first + last : first).toUpperCase();
};

/** A stable hue class 0 to 7 for the avatar of a name. */
export const avatarHue = (name: string): number =>
  Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 8191, 7) % 8;
