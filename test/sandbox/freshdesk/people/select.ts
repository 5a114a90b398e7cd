import { readDate } from '../model/time.ts';

/** Alphabetical order, as lists of people have it. */
export const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

/** Prefix of any word of a name: "rui" finds "Ana Ruiz", "uiz" does not. */
export function startsWord(name: string, term: string): boolean {
  const wanted = term.toLowerCase();
  return (
    name
      .toLowerCase()
      .split(/[\s-]+/)
      .some((word) => word.startsWith(wanted)) || name.toLowerCase().startsWith(wanted)
  );
}

/** Test for `updated_since` of a query; everything passes without one. */
export function changedSince(query: URLSearchParams): (record: { updated_at: string }) => boolean {
  const since = readDate(query.get('updated_since') ?? '');
  return ({ updated_at }) => !since || Date.parse(updated_at) >= since.getTime();
}
