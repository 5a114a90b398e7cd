import type { Lane } from '@/lib/contract/list';
import type { Span } from '../domain/oracle';
import { afterWorking, MINUTE } from './quarter-calendar';

/*
 * What really is due in the simulated quarter, told from what happened to each ticket and from the text of the process.
 * It shares no code with the product. Seconds since 1970.
 */

export type Category = 'incident' | 'change' | 'guidance';

/** A ticket from one moment until the next thing happens to it. */
export type State = {
  readonly at: number;
  readonly phase: 'open' | 'resolved' | 'closed';
  readonly category: Category | null;
  /** Last public answer, last message of the requester after the first one, last resolution and reopening. */
  readonly answeredAt: number | null;
  readonly saidAt: number | null;
  readonly resolvedAt: number | null;
  readonly reopenedAt: number | null;
};

export type TrueTicket = {
  readonly id: number;
  readonly createdAt: number;
  readonly states: State[];
};

/** What the process wants at a moment. `item`: what a steward is told of, by kind and what it counts from. */
export type Want = {
  readonly lane: Lane;
  readonly level: 'late' | 'soon' | 'now' | 'rest';
  readonly item: { readonly what: string; readonly from: number } | null;
};

type Deadline = {
  readonly what: string;
  readonly lane: Lane;
  readonly from: number;
  readonly warns: number;
  readonly due: number;
};

/** Process: triage step 2, non-incident step 1, incident step 8; a warning at three quarters. */
function deadlinesOf(ticket: TrueTicket, state: State): readonly Deadline[] {
  if (state.phase !== 'open') return [];
  const working = (what: string, lane: Lane, minutes: number): Deadline => ({
    what,
    lane,
    from: ticket.createdAt,
    warns: afterWorking(ticket.createdAt, minutes * 0.75),
    due: afterWorking(ticket.createdAt, minutes),
  });
  const deadlines: Deadline[] = [];
  if (state.category === null) deadlines.push(working('read', 'unread', 8 * 60));
  if (state.answeredAt === null) deadlines.push(working('first-response', 'answer-due', 24 * 60));
  else if (state.category === 'incident') {
    const from = Math.max(state.answeredAt, state.reopenedAt ?? 0);
    const due = from + 180 * MINUTE;
    deadlines.push({
      what: 'incident-update',
      lane: 'update-due',
      from,
      warns: from + 135 * MINUTE,
      due,
    });
  }
  return deadlines;
}

/** Process: 48 working hours after it was resolved without an answer. */
function mayCloseAt({ phase, resolvedAt }: State): number {
  return phase === 'resolved' && resolvedAt !== null ? afterWorking(resolvedAt, 48 * 60) : Infinity;
}

const REST = { level: 'rest', item: null } as const;

export function wantOf(ticket: TrueTicket, state: State, at: number): Want | null {
  const { phase, answeredAt, category } = state;
  if (phase === 'closed') return null;
  if (phase === 'resolved') {
    if (at < mayCloseAt(state)) return { lane: 'waiting-on-them', ...REST };
    return {
      lane: 'may-close',
      level: 'now',
      item: { what: 'may-close', from: state.resolvedAt ?? 0 },
    };
  }
  const deadlines = deadlinesOf(ticket, state).toSorted((a, b) => a.due - b.due);
  const pressing = deadlines.find(({ warns }) => at >= warns);
  if (pressing !== undefined) {
    const { lane, due, what, from } = pressing;
    return { lane, level: at >= due ? 'late' : 'soon', item: { what, from } };
  }
  const heardAt = Math.max(state.saidAt ?? 0, state.reopenedAt ?? 0);
  if (answeredAt !== null && heardAt > answeredAt)
    return { lane: 'waiting-on-us', level: 'now', item: { what: 'said', from: heardAt } };
  if (category === null) {
    const item = answeredAt === null ? { what: 'new', from: ticket.createdAt } : null;
    return { lane: 'unread', level: 'now', item };
  }
  if (answeredAt === null) return { lane: 'answer-due', ...REST };
  return { lane: category === 'incident' ? 'update-due' : 'waiting-on-them', ...REST };
}

/** The state at a moment; null before the ticket came in. */
export function stateAt({ states }: TrueTicket, at: number): State | null {
  return states.findLast((state) => state.at <= at) ?? null;
}

/** Something a steward is to be told of, and when it was so: the same item may come, go and come back. */
export type Item = { readonly key: string; readonly what: string; readonly spans: Span[] };

export const itemKey = (id: number, what: string, from: number): string => `${id} ${what} ${from}`;

/** Everything that was due at some time until `end`, by key. */
export function itemsOf(tickets: readonly TrueTicket[], end: number): ReadonlyMap<string, Item> {
  const items = new Map<string, Item>();
  for (const ticket of tickets)
    for (const [place, state] of ticket.states.entries()) {
      const until = Math.min(ticket.states[place + 1]?.at ?? end, end);
      const turns = deadlinesOf(ticket, state).flatMap(({ warns, due }) => [warns, due]);
      const cuts = [state.at, ...turns, mayCloseAt(state), until]
        .filter((at) => at >= state.at && at <= until)
        .sort((a, b) => a - b);
      for (const [index, from] of cuts.entries()) {
        const to = cuts[index + 1] ?? from;
        const item = from < to ? wantOf(ticket, state, from)?.item : null;
        if (item == null) continue;
        const key = itemKey(ticket.id, item.what, item.from);
        const entry = items.get(key) ?? { key, what: item.what, spans: [] };
        const last = entry.spans.at(-1);
        if (last?.to === from) entry.spans[entry.spans.length - 1] = { from: last.from, to };
        else entry.spans.push({ from, to });
        items.set(key, entry);
      }
    }
  return items;
}
