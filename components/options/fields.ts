/** Names of the roster: trimmed, empty lines and repeats left out, order kept. */
export function namesOf(roster: string): readonly string[] {
  return [...new Set(roster.split('\n').map((name) => name.trim()))].filter((name) => name !== '');
}

/**
 * `owner/name` from what people paste: the name itself, its address with or without `https://`, or what `git clone`
 * takes. Null when it is none of them. Owners have letters, digits and hyphens only (GitHub's rule for accounts).
 */
export function repositoryOf(text: string): string | null {
  const match =
    /^(?:(?:https?:\/\/)?(?:www\.)?github\.com\/|git@github\.com:)?([a-z\d][a-z\d-]{0,38}\/[\w.-]{1,100}?)(?:\.git)?(?:[/?#].*)?$/i.exec(
      text.trim(),
    );
  return match?.[1] ?? null;
}

/** Hours such as `3`, `2.5` or `2,5`; null when it is no number from 0 to 1000. */
export function hoursOf(text: string): number | null {
  const digits = text.trim().replace(',', '.');
  if (!/^(\d+\.?\d*|\.\d+)(e-?\d+)?$/i.test(digits)) return null;
  const hours = Number(digits);
  return hours <= 1000 ? hours : null;
}

/** True for a name of a time zone that this browser can count in. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** `YYYY-MM-DD` of a day that exists, from 2000 on: a date field says year 2 while 2026 is being typed. */
export function isShiftDay(text: string): boolean {
  const day = /^[2-9]\d{3}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
