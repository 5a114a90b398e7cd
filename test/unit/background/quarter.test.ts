import { describe, expect, it } from 'vitest';
import { common, hoursOf, offsetMinutes, QUARTER, STEWARDS } from './quarter-calendar';
import { liveThroughQuarter } from './quarter-run';
import { itemsOf } from './quarter-truth';
import { judge, SOON } from './quarter-verdict';

const SEED = 11;

/** All of it in one line: how much was lived through, and how long anybody waited. */
function summary(
  lived: Awaited<ReturnType<typeof liveThroughQuarter>>,
  items: number,
  verdicts: readonly ReturnType<typeof judge>[],
): string {
  const { tickets, looks, laptops } = lived;
  const each = laptops.map(({ counts, told }, place) => {
    const { told: events, due, middle, longest } = verdicts[place] ?? {};
    return `${STEWARDS[place]?.name}: ${events} told in ${told.length} notices, ${due} had to be, after ${middle} s (middle) to ${longest} s; ${counts.alarms} alarms, ${counts.workers} workers, ${counts.deaths} deaths`;
  });
  const list = `${looks.lists} lists with ${looks.rows} rows compared, at most ${looks.largest} in need`;
  return `Quarter: ${tickets.length} tickets, ${items} things due; ${list}. ${each.join('. ')}.\n`;
}

describe('a quarter with two stewards', () => {
  it('has a change of the clocks forward and one back in it', () => {
    const changes = STEWARDS.map(
      ({ zone }) => offsetMinutes(zone, QUARTER.to) - offsetMinutes(zone, QUARTER.from),
    );
    expect(changes).toEqual([60, -60]);
  });

  it('tells each of everything due once, in time, in their hours, and of nothing done', async () => {
    const lived = await liveThroughQuarter(SEED);
    const { tickets, laptops, differences, looks } = lived;
    const items = itemsOf(tickets, QUARTER.to);
    const verdicts = laptops.map(({ told, awake }, place) => {
      const plan = STEWARDS[place];
      const speakable = plan === undefined ? [] : common(hoursOf(plan), awake);
      return judge(told, items, speakable, tickets);
    });
    process.stdout.write(summary(lived, items.size, verdicts));

    expect(differences).toEqual([]);
    expect(verdicts.flatMap(({ faults }) => faults)).toEqual([]);
    // Enough happened for that to mean something.
    expect(tickets).toHaveLength(500);
    expect(looks.lists).toBeGreaterThan(1_000);
    for (const { due, longest } of verdicts) {
      expect(due).toBeGreaterThan(1_000);
      expect(longest).toBeLessThanOrEqual(SOON);
    }
    for (const { counts } of laptops) expect(counts.deaths).toBeGreaterThan(50);
  }, 600_000);
});
