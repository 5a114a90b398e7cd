import type { Category, Pack } from '@/lib/pack/schema';

const same = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase('en') === b.trim().toLocaleLowerCase('en');

/** Category of a pack by id; null when there is none. */
export function findCategory(pack: Pack, categoryId: string | null): Category | null {
  return pack.categories.find(({ id }) => id === categoryId) ?? null;
}

/**
 * The category that a ticket carries, judged by what one press of a category writes. A category with a type is
 * recognised by the type, one without by its tags; where several share a type, their tags decide. Upper and lower
 * case do not matter, as in Freshdesk. Null when none fits or several fit equally well: it is never guessed.
 */
export function categoryOf(
  pack: Pack,
  ticket: { readonly type: string | null; readonly tags: readonly string[] },
): Category | null {
  const scored = pack.categories.flatMap((category) => {
    const { type, tags = [] } = category.set;
    const tagsHeld = tags.filter((tag) => ticket.tags.some((held) => same(held, tag))).length;
    const fits =
      type === undefined
        ? tags.length > 0 && tagsHeld === tags.length
        : ticket.type !== null && same(ticket.type, type);
    return fits ? [{ category, score: tagsHeld }] : [];
  });
  const best = Math.max(...scored.map(({ score }) => score));
  const [first, second] = scored.filter(({ score }) => score === best);
  return first !== undefined && second === undefined ? first.category : null;
}
