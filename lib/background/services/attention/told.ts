import { ticketKey } from '../../storage/documents';
import type { NoticeRecord, ToldRecord } from '../../storage/list-records';
import { baseOf, type Item, type Picture } from './picture';

const DAY_MS = 86_400_000;
/** What has not been true for so long may be told anew, should it ever come back. */
const KEEP_MS = 90 * DAY_MS;
/** A ticket that left the list (closed, deleted) may come back by a mistake taken back. */
const KEEP_GONE_MS = 7 * DAY_MS;
const KEEP_NOTICES = 20;

/** Items of which the steward has not been told, of the kinds the steward wants to hear of. */
export function untold(
  { items }: Picture,
  { events }: ToldRecord,
  kinds: readonly string[],
): readonly Item[] {
  return items.filter(
    ({ happening }) =>
      happening !== null && kinds.includes(happening.kind) && !Object.hasOwn(events, happening.key),
  );
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

/**
 * Forgets what cannot be told again: events of tickets that left the list a week ago, others that have not been true
 * for 90 days, and notices of which nothing is true any more (`gone`: they go from the screen).
 */
export function tidied(
  before: ToldRecord,
  picture: Picture,
  now: Date,
): { readonly told: ToldRecord; readonly gone: readonly string[] } {
  const standing = standingKeys(picture);
  const stands = ({ events }: NoticeRecord): boolean => events.some((key) => standing.has(key));
  // Nobody knows whether it reached the screen before its worker died, and now there is nothing to say any more.
  const settled = before.showing !== null && !stands(before.showing);
  const told = before.showing !== null && settled ? shown(before, before.showing, now) : before;
  const entries = Object.entries(told.events);
  const kept = entries.filter(([key, { at, ticket }]) => {
    if (standing.has(key)) return true;
    const ageMs = now.getTime() - Date.parse(at);
    return ageMs <= (picture.tickets.has(ticket) ? KEEP_MS : KEEP_GONE_MS);
  });
  const gone = told.notices.filter((notice) => !stands(notice)).map(({ id }) => id);
  if (kept.length === entries.length && gone.length === 0) return { told, gone };
  const notices = told.notices.filter(stands);
  return { told: { ...told, events: Object.fromEntries(kept), notices }, gone };
}
