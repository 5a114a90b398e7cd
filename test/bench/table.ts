/** The middle value, or the mean of the two in the middle; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/** One measure, run by run in ms; the two lists belong together pair by pair. */
export type Series = { name: string; without: readonly number[]; with: readonly number[] };

const ms = (value: number): string => `${value.toFixed(0)} ms`;

function spread(values: readonly number[], show: (value: number) => string): string {
  return `${show(Math.min(...values))}–${show(Math.max(...values))}`;
}

function row({ name, without, with: withIt }: Series): string[] {
  if (without.length === 0) {
    return [name, '', ms(median(withIt)), '', spread(withIt, (value) => value.toFixed(0))];
  }
  const pairs = withIt.map((value, index) => value / (without[index] ?? Number.NaN));
  const ratio = median(withIt) / median(without);
  const range = spread(pairs, (value) => value.toFixed(2));
  return [name, ms(median(without)), ms(median(withIt)), `× ${ratio.toFixed(2)}`, range];
}

/**
 * Medians of all runs side by side: without Steward, with it, their ratio, and as a measure of noise the smallest and
 * largest ratio of a single pair (for what is there only with Steward: the fastest and slowest run in ms).
 */
export function tableOf(series: readonly Series[]): string {
  const rows = [['', 'without', 'with', 'ratio', 'runs from–to'], ...series.map(row)];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
