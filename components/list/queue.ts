import type { ClosingView, ListTicket, ListView } from '@/lib/contract/list';
import type { Instant } from '@/lib/contract/result';
import { attentionOf, compareAttention, type Attention } from '@/lib/domain/attention';
import type { Pack } from '@/lib/pack/schema';
import { ticketKey } from '@/lib/client/useListActions';
import { NONE, type Filters, type Shown } from './filters';

/** A ticket of the list with everything that decides where it stands. */
export type Item = {
  readonly key: string;
  readonly ticket: ListTicket;
  readonly attention: Attention;
  /** Until when it is put aside; null: it is not. */
  readonly asideUntil: Instant | null;
  /** Its closing, when one is under way or has just ended. */
  readonly closing: ClosingView | null;
};

/** All tickets of the list, the most urgent first; a put-aside time that has passed is over. */
export function queueOf(input: {
  readonly list: Pick<ListView, 'snoozes' | 'closings'>;
  readonly tickets: readonly ListTicket[];
  readonly pack: Pack;
  readonly teamTimeZone: string;
  readonly now: Date;
}): readonly Item[] {
  const { list, tickets, pack, teamTimeZone, now } = input;
  const aside = new Map(list.snoozes.map(({ ref, until }) => [ticketKey(ref), until]));
  const closings = new Map(list.closings.map((closing) => [ticketKey(closing.ref), closing]));
  return tickets
    .map((ticket): Item => {
      const key = ticketKey(ticket.facts.ref);
      const until = aside.get(key) ?? null;
      return {
        key,
        ticket,
        attention: attentionOf({ pack, ticket, teamTimeZone, now }),
        asideUntil: until !== null && new Date(until) > now ? until : null,
        closing: closings.get(key) ?? null,
      };
    })
    .sort((a, b) => compareAttention(a.attention, b.attention) || idOf(a) - idOf(b));
}

const idOf = ({ ticket }: Item): number => ticket.facts.ref.id;

/** True when the ticket is closed and stands in the list only to say so. */
export const isDone = ({ closing }: Item): boolean => closing?.state === 'done';

/** Whether an item belongs into a part of the list. What is put aside is in no lane until it comes back. */
export function belongsTo(shown: Shown, { attention, asideUntil }: Item): boolean {
  if (shown === 'all') return true;
  if (shown === 'aside' || asideUntil !== null) return shown === 'aside' && asideUntil !== null;
  return shown === 'now' ? attention.needsNow : attention.lane === shown;
}

/** Whether an item is of the chosen community and steward. */
export function isOf({ community, steward }: Filters, { ticket }: Item): boolean {
  const { company, agentName } = ticket.facts;
  const ofCommunity = community === '' || community === String(company?.id ?? NONE);
  return ofCommunity && (steward === '' || steward === (agentName ?? NONE));
}

/** How many tickets each part of the list holds. */
export function countsOf(items: readonly Item[]): ReadonlyMap<Shown, number> {
  const counts = new Map<Shown, number>();
  const add = (shown: Shown): unknown => counts.set(shown, (counts.get(shown) ?? 0) + 1);
  for (const item of items) {
    if (isDone(item)) continue;
    add('all');
    if (item.asideUntil !== null) add('aside');
    else {
      add(item.attention.lane);
      if (item.attention.needsNow) add('now');
    }
  }
  return counts;
}
