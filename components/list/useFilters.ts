import { useEffect, useState } from 'react';
import { filtersFromHash, hashOfFilters, type Filters } from './filters';

/** The filters, kept in the page's hash: a reload and a bookmark bring them back, and Back leaves the page. */
export function useFilters(): {
  readonly filters: Filters;
  readonly change: (part: Partial<Filters>) => void;
} {
  const [filters, setFilters] = useState(() => filtersFromHash(globalThis.location.hash));

  useEffect(() => {
    const follow = (): void => setFilters(filtersFromHash(globalThis.location.hash));
    globalThis.addEventListener('hashchange', follow);
    return () => globalThis.removeEventListener('hashchange', follow);
  }, []);

  const change = (part: Partial<Filters>): void => {
    const next = { ...filters, ...part };
    setFilters(next);
    const { pathname, search } = globalThis.location;
    globalThis.history.replaceState(null, '', `${pathname}${search}${hashOfFilters(next)}`);
  };
  return { filters, change };
}
