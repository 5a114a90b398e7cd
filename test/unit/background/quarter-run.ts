import { attentionOf } from '@/lib/domain/attention';
import { builtinPack } from '@/lib/pack/load';
import { createFreshdesk } from '../../sandbox/freshdesk/index';
import { createWorld, HOST } from './harness';
import { awakeOf, DAY, HOLIDAYS, hoursOf, QUARTER, STEWARDS, TEAM_ZONE } from './quarter-calendar';
import { createLaptop, type Laptop } from './quarter-laptop';
import { createLives } from './quarter-life';
import { createRandom } from './quarter-random';
import { stateAt, wantOf, type TrueTicket } from './quarter-truth';

const BACKLOG = 40;
const TICKETS = 500;

/** How the list and the badge of one steward differ from the truth, in words; empty when they do not. */
export type Difference = string;

type Entry = { readonly at: number; readonly order: number; readonly run: () => Promise<void> };

/** What is to happen, earliest first. */
function createAgenda() {
  const entries: Entry[] = [];
  let order = 0;
  return {
    at: (at: number, run: () => Promise<void>): void => {
      if (!Number.isFinite(at)) return;
      const entry = { at, order: (order += 1), run };
      let [low, high] = [0, entries.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const other = entries[middle];
        if (other !== undefined && other.at <= at) low = middle + 1;
        else high = middle;
      }
      entries.splice(low, 0, entry);
    },
    next: (): number => entries[0]?.at ?? Infinity,
    take: async (): Promise<void> => {
      await entries.shift()?.run();
    },
  };
}

/** Lives through the quarter, and compares list and badge with the truth each time a list has just been read. */
export async function liveThroughQuarter(seed: number) {
  const random = createRandom(seed);
  let now = QUARTER.from - 14 * DAY;
  const clock = (): Date => new Date(now * 1000);
  const account = { empty: true, rateLimitPerMinute: 5000 };
  const freshdesk = createFreshdesk({ account, now: clock, host: HOST });
  for (const field of freshdesk.store.fields) field.required_for_closure = false;
  const base = {
    ...createWorld(),
    freshdesk,
    now: clock,
    pack: builtinPack(),
    network: async (input: RequestInfo | URL, init?: RequestInit) =>
      await freshdesk.handler(new Request(input, init)),
  };
  const agenda = createAgenda();
  const keys = [freshdesk.keys.agent, freshdesk.keys.cleo];
  const stewards = STEWARDS.map((plan, place) => ({
    key: keys[place] ?? '',
    works: hoursOf(plan),
  }));
  const laptops = STEWARDS.map((plan) =>
    createLaptop(base, plan.zone, awakeOf(plan, random), createRandom(seed + plan.name.length)),
  );
  const life = createLives({ freshdesk, agenda, random, stewards, now: () => now });
  for (const at of [
    ...life.arrivals(BACKLOG, now, QUARTER.from),
    ...life.arrivals(TICKETS - BACKLOG, QUARTER.from, QUARTER.to - DAY),
  ])
    agenda.at(at, life.arrive);

  const open = new Set<Laptop>();
  const differences: Difference[] = [];
  const looks = { lists: 0, rows: 0, largest: 0 };

  async function setUp(laptop: Laptop, key: string, hours: (typeof STEWARDS)[number]['hours']) {
    await laptop.ask('settings.connectFreshdesk', { host: 'acme', key }, 'options');
    const { settings } = await laptop.ask('settings.view', {}, 'options');
    const holidays = HOLIDAYS.map((date) => ({ date, name: 'Closed' }));
    const workingTime = { ...settings.workingTime, holidays };
    const notices = { ...settings.notices, hours };
    const all = { ...settings, timeZone: TEAM_ZONE, workingTime, notices };
    await laptop.ask('settings.save', { settings: all }, 'options');
  }

  for (const [place, laptop] of laptops.entries())
    for (const [index, { from, to }] of laptop.awake.entries()) {
      agenda.at(from, async () => {
        open.add(laptop);
        if (index === 0) await setUp(laptop, keys[place] ?? '', STEWARDS[place]?.hours ?? {});
      });
      agenda.at(to, async () => {
        open.delete(laptop);
      });
    }

  const wants = (ticket: TrueTicket) => {
    const state = stateAt(ticket, now);
    return state === null ? null : wantOf(ticket, state, now);
  };

  /** Exactly one row in the right lane for each ticket that is not closed, and a badge that counts those in need. */
  async function compare(laptop: Laptop, name: string): Promise<void> {
    const view = await laptop.ask('list.view', {});
    if (view.sync.lastAt !== clock().toISOString()) return;
    const pack = await laptop.ask('pack.active', {});
    looks.lists += 1;
    looks.rows += view.tickets.length;
    const rows = view.tickets.map((ticket) => {
      const attention = attentionOf({ pack, ticket, teamTimeZone: TEAM_ZONE, now: clock() });
      return `#${ticket.facts.ref.id} ${attention.lane} ${attention.level}`;
    });
    const expected = life.lives.flatMap((ticket) => {
      const want = wants(ticket);
      return want === null ? [] : [{ row: `#${ticket.id} ${want.lane} ${want.level}`, want }];
    });
    const right = new Set(expected.map(({ row }) => row));
    const when = `${clock().toISOString()} ${name}:`;
    const there = new Set<string>();
    for (const row of rows) {
      if (there.has(row)) differences.push(`${when} ${row} stands twice`);
      there.add(row);
      if (!right.has(row)) differences.push(`${when} ${row} is wrong`);
    }
    for (const row of right) if (!there.has(row)) differences.push(`${when} ${row} is missing`);
    const needing = expected.filter(({ want }) => want.level !== 'rest').length;
    looks.largest = Math.max(looks.largest, needing);
    const badge = needing === 0 ? '' : needing > 99 ? '99+' : String(needing);
    if (laptop.world.badge.text !== badge)
      differences.push(
        `${when} the badge says ${laptop.world.badge.text}, ${badge} would be right`,
      );
  }

  for (;;) {
    const rings = [...open].map((laptop) => ({
      laptop,
      at: Math.max(laptop.nextRing(), now + 1),
    }));
    const ring = rings.toSorted((a, b) => a.at - b.at)[0];
    const next = Math.min(agenda.next(), ring?.at ?? Infinity);
    if (next >= QUARTER.to) break;
    if (agenda.next() <= next) {
      now = next;
      await agenda.take();
    } else if (ring !== undefined) {
      now = next;
      const rung = await ring.laptop.ring(now);
      if (rung.includes('sync') && random.chance(0.25))
        await compare(ring.laptop, STEWARDS[laptops.indexOf(ring.laptop)]?.name ?? '');
    }
    // The account's log of calls is not needed here.
    freshdesk.requests.length = 0;
  }
  return { tickets: life.lives, laptops, differences, looks };
}
