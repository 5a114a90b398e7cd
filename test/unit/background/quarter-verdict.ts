import type { Span } from '../domain/oracle';
import { common, DAY, MINUTE } from './quarter-calendar';
import type { Told } from './quarter-laptop';
import { type Item, itemKey, type TrueTicket } from './quarter-truth';

/** How soon a steward hears of something: two readings of the list, and a worker that died over each. */
export const SOON = 15 * MINUTE;

export type Verdict = {
  /** What was not as it should be, in words. */
  readonly faults: readonly string[];
  readonly told: number;
  /** Items that a steward had to hear of: they stood long enough while they could be told. */
  readonly due: number;
  /** Seconds from when it could first be told, the longest and the middle one. */
  readonly longest: number;
  readonly middle: number;
};

/** Key of an item out of an event's: `host:id:what:instant`. */
function itemOf(event: string): string {
  const [, id = '', what = '', ...instant] = event.split(':');
  return itemKey(Number(id), what, Date.parse(instant.join(':')) / 1000);
}

const iso = (at: number): string => new Date(at * 1000).toISOString();
const within = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ from, to }) => at >= from && at < to);

/** A ticket that was off the list for a week and came back is told of anew. */
function cameBack(tickets: readonly TrueTicket[], key: string, from: number, to: number): boolean {
  const states = tickets.find(({ id }) => key.startsWith(`${id} `))?.states ?? [];
  return states.some(({ phase, at }, place) => {
    const back = states[place + 1]?.at ?? Infinity;
    return phase === 'closed' && at >= from && back <= to && back - at >= 7 * DAY;
  });
}

/** Each event once, at the first time its notice was on the screen: a dead worker's notice is shown again under its id. */
function firstTold(notices: readonly Told[]): readonly { key: string; at: number }[] {
  const seen = new Set<string>();
  return notices.flatMap(({ id, at, keys }) =>
    keys.flatMap((event) => {
      const shown = `${id} ${event}`;
      if (seen.has(shown)) return [];
      seen.add(shown);
      return [{ key: itemOf(event), at }];
    }),
  );
}

/**
 * Holds what one steward was told against what was due. `speakable`: when the laptop was open in the steward's hours. A
 * request is news only to a steward who has heard nothing of the ticket.
 */
export function judge(
  notices: readonly Told[],
  items: ReadonlyMap<string, Item>,
  speakable: readonly Span[],
  tickets: readonly TrueTicket[],
): Verdict {
  const faults: string[] = [];
  const told = firstTold(notices);
  const times = new Map<string, number>();
  const heardOf = new Map<string, number>();
  for (const { key, at } of told) {
    const item = items.get(key);
    const before = times.get(key);
    if (before !== undefined && !cameBack(tickets, key, before, at))
      faults.push(`${key} was told again at ${iso(at)}`);
    times.set(key, before ?? at);
    const ticket = key.split(' ')[0] ?? '';
    heardOf.set(ticket, Math.min(at, heardOf.get(ticket) ?? Infinity));
    if (item === undefined) faults.push(`${key} was told at ${iso(at)} and never was so`);
    else if (!within(item.spans, at))
      faults.push(`${key} was told at ${iso(at)}, when it was not so`);
    if (!within(speakable, at)) faults.push(`${key} was told at ${iso(at)}, outside the hours`);
  }
  const waits: number[] = [];
  let due = 0;
  for (const { key, what, spans } of items.values()) {
    const chances = common(spans, speakable);
    const chance = chances.find(({ from, to }) => to - from > SOON);
    const at = times.get(key);
    if (at !== undefined) waits.push(at - (chances.find(({ to }) => to > at)?.from ?? at));
    if (chance === undefined) continue;
    const known = heardOf.get(key.split(' ')[0] ?? '') ?? Infinity;
    if (what === 'new' && known <= chance.from + SOON && at === undefined) continue;
    due += 1;
    if (at === undefined)
      faults.push(`${key} was never told, though it could be from ${iso(chance.from)}`);
    else if (at > chance.from + SOON)
      faults.push(`${key} was told at ${iso(at)}, long after ${iso(chance.from)}`);
  }
  waits.sort((a, b) => a - b);
  const middle = waits[Math.floor(waits.length / 2)] ?? 0;
  return { faults, told: told.length, due, longest: waits.at(-1) ?? 0, middle };
}
