/** Answers do not change while the browser runs, and asking is slow: settings are read at every turn. */
const asked = new Map<string, boolean>();
const REMEMBER_MOST = 500;

/** True for a zone this browser can reckon in; names come and go with the browser's zone data. */
export function isTimeZone(name: string): boolean {
  const known = asked.get(name);
  if (known !== undefined) return known;
  const is = isKnownToBrowser(name);
  if (asked.size < REMEMBER_MOST) asked.set(name, is);
  return is;
}

function isKnownToBrowser(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
