/** Which generations of the agent page carry a mark; from dated public sources. */
export type Era = '2019' | '2024' | '2026';

/** One way to recognise a place in Freshdesk's page. */
export type Candidate = {
  readonly selector: string;
  readonly eras: readonly Era[];
  /** Where it was seen, in a few words with a date. */
  readonly seen: string;
};

/** A place in the page that Steward needs, with its candidates from the most to the least trusted. */
export type Anchor = {
  readonly name: string;
  /** What an element must be besides matching. */
  readonly expects: 'visible' | 'present';
  readonly candidates: readonly Candidate[];
};

const ALL: readonly Era[] = ['2019', '2024', '2026'];

/** A candidate seen on every generation. */
export const always = (selector: string, seen: string): Candidate => ({
  selector,
  eras: ALL,
  seen,
});

/** A candidate of some generations only. */
export const during = (eras: readonly Era[], selector: string, seen: string): Candidate => ({
  selector,
  eras,
  seen,
});
