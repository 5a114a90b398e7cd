import { ticketKey } from '../../storage/documents';
import type { NoticeRecord, ToldRecord } from '../../storage/list-records';
import { baseOf, type Item, type Picture } from './picture';

const DAY_MS = 86_400_000;
/** What has not been true for so long may be told anew, should it ever come back. */
const KEEP_MS = 90 * DAY_MS;
/** A ticket that leaves the list for less was closed by mistake; one that comes back later is told of anew. */
const KEEP_GONE_MS = 7 * DAY_MS;
const KEEP_NOTICES = 20;

/**
 * Items of which the steward has not been told, of the kinds the steward wants to hear of. A request is new only to who
 * has heard nothing of its ticket yet.
 */
export function untold(
  { items }: Picture,
  { events }: ToldRecord,
  kinds: readonly string[],
): readonly Item[] {
  const known = new Set(Object.values(events).map(({ ticket }) => ticket));
  return items.filter(({ happening, ticket }) => {
    if (happening === null || !kinds.includes(happening.kind)) return false;
    if (Object.hasOwn(events, happening.key)) return false;
    const first = happening.kind === 'new-request' && happening.key === baseOf(happening.key);
    return !first || !known.has(ticketKey(ticket.facts.ref));
  });
}

/** Keys of everything that could be told now, whether it was or not. */
export function standingKeys({ items }: Picture): ReadonlySet<string> {
  return new Set(
    items.flatMap(({ happening }) =>
      happening === null ? [] : [happening.key, baseOf(happening.key)],
    ),
  );
}

/** The notice for these items: `events` and `refs` in the same order. */
export function noticeRecord(items: readonly Item[], id: string): NoticeRecord {
  const told = items.flatMap(({ happening, ticket }) =>
    happening === null ? [] : [{ key: happening.key, ref: ticket.facts.ref }],
  );
  return { id, events: told.map(({ key }) => key), refs: told.map(({ ref }) => ref) };
}

/** The steward has been told by this notice, which is no longer under way to the screen. */
export function shown(told: ToldRecord, notice: NoticeRecord, now: Date): ToldRecord {
  const events = { ...told.events };
  for (const [place, key] of notice.events.entries()) {
    const ref = notice.refs[place];
    if (ref === undefined) continue;
    const entry = { at: now.toISOString(), ticket: ticketKey(ref) };
    Object.assign(events, { [key]: entry, [baseOf(key)]: entry });
  }
  const others = told.notices.filter(({ id }) => id !== notice.id);
  const notices = [...others, notice].slice(-KEEP_NOTICES);
  return { ...told, events, notices, showing: null, hold: null };
}

/** Tickets of told events that are not on the list, and since when. */
function goneOf({ events, gone }: ToldRecord, { tickets }: Picture, now: Date): ToldRecord['gone'] {
  const since: ToldRecord['gone'] = {};
  for (const { ticket } of Object.values(events))
    if (!tickets.has(ticket)) since[ticket] = gone[ticket] ?? now.toISOString();
  return since;
}

const sameKeys = (a: object, b: object): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.keys(a).every((key) => Object.hasOwn(b, key));

/**
 * Forgets what cannot be told again: events of tickets that left the list a week ago, others that have not been true
 * for 90 days, and notices of which nothing is true any more (`cleared`: they go from the screen).
 */
export function tidied(
  before: ToldRecord,
  picture: Picture,
  now: Date,
): { readonly told: ToldRecord; readonly cleared: readonly string[] } {
  const standing = standingKeys(picture);
  const stands = ({ events }: NoticeRecord): boolean => events.some((key) => standing.has(key));
  // Nobody knows whether it reached the screen before its worker died, and now there is nothing to say any more.
  const settled = before.showing !== null && !stands(before.showing);
  const told = before.showing !== null && settled ? shown(before, before.showing, now) : before;
  const absent = goneOf(told, picture, now);
  const ageMs = (at: string): number => now.getTime() - Date.parse(at);
  const kept = Object.entries(told.events).filter(([key, { at, ticket }]) => {
    const leftAt = absent[ticket];
    if (leftAt !== undefined) return ageMs(leftAt) <= KEEP_GONE_MS;
    return standing.has(key) || ageMs(at) <= KEEP_MS;
  });
  const cleared = told.notices.filter((notice) => !stands(notice)).map(({ id }) => id);
  const events = Object.fromEntries(kept);
  const gone = goneOf({ ...told, events, gone: absent }, picture, now);
  const same = sameKeys(events, told.events) && sameKeys(gone, told.gone) && cleared.length === 0;
  if (same) return { told, cleared };
  return { told: { ...told, events, gone, notices: told.notices.filter(stands) }, cleared };
}
