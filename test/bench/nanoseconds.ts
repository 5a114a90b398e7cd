import { median } from './table.ts';

/** A piece of work; `turn` counts its calls so that it can take another input each time. Its result is kept alive. */
export type Work = { readonly name: string; readonly run: (turn: number) => unknown };

const SAMPLES = 9;
const SAMPLE_MS = 40;

let kept: unknown;

function spend(work: Work, turns: number): number {
  const start = process.hrtime.bigint();
  for (let turn = 0; turn < turns; turn += 1) kept = work.run(turn);
  return Number(process.hrtime.bigint() - start);
}

/** How many calls fill a sample, found by doubling, which also warms the code. At least one. */
function turnsPerSample(work: Work): number {
  // The very first call may prepare what later ones find ready.
  spend(work, 1);
  let turns = 1;
  for (;;) {
    const ns = spend(work, turns);
    if (ns > (SAMPLE_MS * 1e6) / 2) return Math.max(1, Math.round((turns * SAMPLE_MS * 1e6) / ns));
    turns *= 2;
  }
}

/** Median ns per call of each work. Samples are taken in turn, so that what else the machine does meets all alike. */
export function nanoseconds(works: readonly Work[]): ReadonlyMap<string, number> {
  const arms = works.map((work) => ({
    work,
    turns: turnsPerSample(work),
    samples: [] as number[],
  }));
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    for (const { work, turns, samples } of arms) samples.push(spend(work, turns) / turns);
  }
  if (kept === undefined) throw new Error('A measured function answered nothing.');
  return new Map(arms.map(({ work, samples }) => [work.name, median(samples)]));
}
