import type { TicketPriority } from '@/lib/contract/ticket';
import { categoryOf } from '@/lib/domain/category';
import type { Category, Pack } from '@/lib/pack/schema';
import type { TicketValues } from '../storage/records';

/** The ticket's own values of the keys a category can set. */
export type CategoryKeys = {
  readonly type: string | null;
  readonly priority: TicketPriority;
  readonly tags: readonly string[];
};

export type Plan = {
  /** Values of the same keys before the write: what undoing restores. */
  readonly before: TicketValues;
  /** Only keys that change. */
  readonly after: TicketValues;
};

/** A write of such keys, as it is remembered. */
export type Written = Pick<Plan, 'after'> & Partial<Pick<Plan, 'before'>>;

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function includes(tags: readonly string[], tag: string): boolean {
  return tags.some((other) => same(other, tag));
}

function sameTags(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.every((tag) => includes(b, tag)) &&
    b.every((tag) => includes(a, tag)) &&
    a.length === b.length
  );
}

/** Tags that would keep another category's mark on the ticket: those of the one worn so far and of rivals by type. */
function tagsOfOthers(pack: Pack, category: Category, ticket: CategoryKeys): readonly string[] {
  const worn = categoryOf(pack, ticket);
  const { type: chosen, tags: wanted = [] } = category.set;
  return pack.categories
    .filter((other) => other.id !== category.id)
    .filter(({ id, set: { type } }) => id === worn?.id || type === undefined || type === chosen)
    .flatMap(({ set }) => set.tags ?? [])
    .filter((tag) => !includes(wanted, tag));
}

/**
 * What one press on a category writes. Freshdesk replaces the whole list of tags, so the union is sent; tags by which
 * another category would still be recognised go, because a ticket with the marks of two categories has none.
 */
export function planCategorising(pack: Pack, category: Category, ticket: CategoryKeys): Plan {
  const wanted = category.set.tags ?? [];
  const leaving = tagsOfOthers(pack, category, ticket);
  const kept = ticket.tags.filter((tag) => !includes(leaving, tag));
  const tags = [...kept, ...wanted.filter((tag) => !includes(kept, tag))];
  const { type, priority } = category.set;
  const before: TicketValues = {};
  const after: TicketValues = {};
  if (type !== undefined && type !== ticket.type) {
    before.type = ticket.type;
    after.type = type;
  }
  if (priority !== undefined && priority !== ticket.priority) {
    before.priority = ticket.priority;
    after.priority = priority;
  }
  if (!sameTags(tags, ticket.tags)) {
    before.tags = [...ticket.tags];
    after.tags = tags;
  }
  return { before, after };
}

/** What undoing writes now: keys somebody else has changed meanwhile stay, and are named in `left`. */
export function planUndoing(
  { before, after }: Plan,
  now: CategoryKeys,
): { readonly changes: TicketValues; readonly left: readonly string[] } {
  const changes: TicketValues = {};
  const left: string[] = [];
  if (before.type !== undefined && now.type !== before.type) {
    if (now.type === after.type) changes.type = before.type;
    else left.push('type');
  }
  if (before.priority !== undefined && now.priority !== before.priority) {
    if (now.priority === after.priority) changes.priority = before.priority;
    else left.push('priority');
  }
  const [earlier, written] = [before.tags, after.tags];
  if (earlier !== undefined && written !== undefined) {
    const { added, removed } = tagChanges(earlier, written);
    const kept = now.tags.filter((tag) => !includes(added, tag));
    const tags = sameTags(now.tags, written)
      ? [...earlier]
      : [...kept, ...removed.filter((tag) => !includes(kept, tag))];
    if (!sameTags(tags, now.tags)) changes.tags = tags;
  }
  return { changes, left };
}

/** Tags that a write adds and takes off; those that it leaves alone are no sign of it. */
function tagChanges(before: readonly string[], after: readonly string[]) {
  return {
    added: after.filter((tag) => !includes(before, tag)),
    removed: before.filter((tag) => !includes(after, tag)),
  };
}

/**
 * Keys of a write that the ticket does not carry. Of the tags only those count that the write added or took off: rules of
 * the account and colleagues add their own at any time.
 */
export function notTaken({ before, after }: Written, ticket: CategoryKeys): readonly string[] {
  const missing: string[] = [];
  if (after.type !== undefined && after.type !== ticket.type) missing.push('type');
  if (after.priority !== undefined && after.priority !== ticket.priority) missing.push('priority');
  if (after.tags !== undefined) {
    const { added, removed } = tagChanges(before?.tags ?? [], after.tags);
    const taken =
      added.every((tag) => includes(ticket.tags, tag)) &&
      !removed.some((tag) => includes(ticket.tags, tag));
    if (!taken) missing.push('tags');
  }
  return missing;
}

/**
 * Whether a write whose answer was lost was made. Freshdesk takes an update as a whole, and each of its keys had another
 * value before, so one that is there is enough: the others can have been changed again since.
 */
export function wasWritten(write: Written, ticket: CategoryKeys): boolean {
  return notTaken(write, ticket).length < Object.keys(write.after).length;
}

/** What was written, for the line under the buttons: "type Incident, priority Urgent, tag hub". */
export function wroteWords(
  { before, after }: Plan,
  priorities: Readonly<Record<string, string>>,
  missing: readonly string[] = [],
): string {
  const parts: string[] = [];
  if (after.type !== undefined && !missing.includes('type'))
    parts.push(`type ${after.type ?? 'none'}`);
  if (after.priority !== undefined && !missing.includes('priority'))
    parts.push(`priority ${priorities[String(after.priority)] ?? after.priority}`);
  if (after.tags !== undefined && !missing.includes('tags')) {
    const { added, removed } = tagChanges(before.tags ?? [], after.tags);
    for (const tag of added) parts.push(`tag ${tag}`);
    for (const tag of removed) parts.push(`tag ${tag} removed`);
  }
  const did =
    parts.length === 0 ? 'nothing: the ticket had these values already' : parts.join(', ');
  return missing.length === 0 ? did : `${did}; Freshdesk kept its own ${missing.join(' and ')}`;
}
