/** A place in the page that Steward needs. */
export type Anchor = {
  readonly name: string;
  /** What an element must be besides matching. */
  readonly expects: 'visible' | 'present';
  /** Selectors from the most to the least trusted. */
  readonly candidates: readonly string[];
};
