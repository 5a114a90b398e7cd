import type { ListTicket } from '@/lib/contract/list';
import type { TicketRef } from '@/lib/contract/ticket';
import type { NoticeKind } from '@/lib/contract/working-time';
import { attentionOf, compareAttention, type Attention } from '@/lib/domain/attention';
import type { Pack } from '@/lib/pack/schema';
import { ticketKey } from '../../storage/documents';
import type { SnoozeRecord } from '../../storage/list-records';

/** What a steward is told of once per key. */
export type Happening = { readonly key: string; readonly kind: NoticeKind };

/** A ticket that is not put aside, with what it wants of the stewards. */
export type Item = {
  readonly ticket: ListTicket;
  readonly attention: Attention;
  readonly happening: Happening | null;
};

/** All tickets at one moment, the most urgent first. */
export type Picture = {
  readonly items: readonly Item[];
  /** Keys (`host:id`) of all tickets of the list, also those put aside or being closed. */
  readonly tickets: ReadonlySet<string>;
  /** When time alone may change it; null: never. */
  readonly changesAt: Date | null;
};

export type PictureInput = {
  readonly tickets: readonly ListTicket[];
  readonly pack: Pack;
  /** IANA zone of the team. */
  readonly teamTimeZone: string;
  readonly now: Date;
  /** Tickets put aside, and those that came back from it. */
  readonly asleep: readonly SnoozeRecord[];
  readonly back: readonly SnoozeRecord[];
  /** Tickets whose closing was pressed. */
  readonly closing: readonly TicketRef[];
};

const BACK = ' after ';

/** The key of a happening without the snooze its ticket came back from. */
export function baseOf(key: string): string {
  return key.split(BACK)[0] ?? key;
}

function happeningOf({ event }: Attention, back: SnoozeRecord | undefined): Happening | null {
  if (event === null) return null;
  // Whoever put a ticket aside wants to hear of it again, once.
  return back === undefined ? event : { ...event, key: `${event.key}${BACK}${back.setAt}` };
}

/** What every ticket wants now, in one pass. Tickets put aside or being closed want nothing. */
export function pictureOf(input: PictureInput): Picture {
  const { tickets, pack, teamTimeZone, now } = input;
  const away = new Set([...input.closing, ...input.asleep.map(({ ref }) => ref)].map(ticketKey));
  const back = new Map(input.back.map((record) => [ticketKey(record.ref), record]));
  const keys = new Set<string>();
  const items: Item[] = [];
  // The end of a snooze brings its ticket back.
  const changes = input.asleep.map(({ until }) => Date.parse(until));
  for (const ticket of tickets) {
    const key = ticketKey(ticket.facts.ref);
    keys.add(key);
    if (away.has(key)) continue;
    const attention = attentionOf({ pack, ticket, teamTimeZone, now });
    if (attention.changesAt !== null) changes.push(attention.changesAt.getTime());
    items.push({ ticket, attention, happening: happeningOf(attention, back.get(key)) });
  }
  items.sort((a, b) => compareAttention(a.attention, b.attention));
  const next = changes.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  return { items, tickets: keys, changesAt: Number.isFinite(next) ? new Date(next) : null };
}
