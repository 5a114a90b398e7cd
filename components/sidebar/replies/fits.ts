import type { Template } from '@/lib/pack/schema';

/** True when a template is meant for tickets of this category, or for all. */
export function fits(template: Template, categoryId: string | null): boolean {
  if (template.categories === undefined) return true;
  return categoryId !== null && template.categories.includes(categoryId);
}

/** True for word to the community that belongs to this category alone: in an incident it stands at the top. */
export function isIncidentWord(template: Template, categoryId: string | null): boolean {
  return (
    template.audience === 'public' &&
    template.categories?.length === 1 &&
    fits(template, categoryId)
  );
}
