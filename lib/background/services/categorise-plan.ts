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
    const added = written.filter((tag) => !includes(earlier, tag));
    const removed = earlier.filter((tag) => !includes(written, tag));
    const tags = sameTags(now.tags, written)
      ? [...earlier]
      : [...now.tags.filter((tag) => !includes(added, tag)), ...removed];
    if (!sameTags(tags, now.tags)) changes.tags = tags;
  }
  return { changes, left };
}

/** Keys of `wanted` that the ticket does not carry. */
export function notTaken(wanted: TicketValues, ticket: CategoryKeys): readonly string[] {
  const missing: string[] = [];
  if (wanted.type !== undefined && wanted.type !== ticket.type) missing.push('type');
  if (wanted.priority !== undefined && wanted.priority !== ticket.priority)
    missing.push('priority');
  if (wanted.tags !== undefined && !sameTags(wanted.tags, ticket.tags)) missing.push('tags');
  return missing;
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
    const [earlier, written] = [before.tags ?? [], after.tags];
    for (const tag of written) if (!includes(earlier, tag)) parts.push(`tag ${tag}`);
    for (const tag of earlier) if (!includes(written, tag)) parts.push(`tag ${tag} removed`);
  }
  const did =
    parts.length === 0 ? 'nothing: the ticket had these values already' : parts.join(', ');
  return missing.length === 0 ? did : `${did}; Freshdesk kept its own ${missing.join(' and ')}`;
}
