/** Chance that is the same in every run: mulberry32. */
export type Random = {
  /** 0 to 1, without 1. */
  readonly next: () => number;
  /** A whole number of both bounds and what lies between. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
};

export function createRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
  };
}
