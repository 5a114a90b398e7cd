import { LANES, type Lane } from '@/lib/contract/list';

/** Which part of the list is shown: what needs somebody now, one lane, what was put aside, or everything. */
export type Shown = 'now' | Lane | 'aside' | 'all';

/** Parts of the list in the order of their tabs. */
export const SHOWN: readonly Shown[] = ['now', ...LANES, 'aside', 'all'];

/** Value of a filter that asks for tickets without a community or without a steward. */
export const NONE = '-';

/** What the steward wants to see. Empty texts filter nothing. */
export type Filters = {
  readonly shown: Shown;
  /** Number of a company as text, or `NONE`. */
  readonly community: string;
  /** Name of an agent, or `NONE`. */
  readonly steward: string;
  readonly search: string;
};

export const NO_FILTERS: Filters = { shown: 'now', community: '', steward: '', search: '' };

/** Longest text that is searched for; a pasted page is no search. */
const MAX_TEXT = 200;

const textOf = (values: URLSearchParams, name: string): string =>
  (values.get(name) ?? '').slice(0, MAX_TEXT);

/** The filters a page's hash names (`#show=may-close&community=3`); whatever it does not name filters nothing. */
export function filtersFromHash(hash: string): Filters {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    shown: SHOWN.find((one) => one === values.get('show')) ?? NO_FILTERS.shown,
    community: textOf(values, 'community'),
    steward: textOf(values, 'steward'),
    search: textOf(values, 'find'),
  };
}

/** The hash that keeps these filters over a reload; empty when nothing is filtered. */
export function hashOfFilters({ shown, community, steward, search }: Filters): string {
  const values = new URLSearchParams();
  if (shown !== NO_FILTERS.shown) values.set('show', shown);
  if (community !== '') values.set('community', community);
  if (steward !== '') values.set('steward', steward);
  if (search !== '') values.set('find', search);
  const text = values.toString();
  return text === '' ? '' : `#${text}`;
}
