import type { PageHealth } from '@/lib/contract/page';
import { anchors } from '../selectors';
import { find } from '../find';

/**
 * Which candidate of each anchor the page shows now; null where none does. Some anchors are absent on a healthy page
 * too (an editor that is not open, a refresh link with nothing to refresh). Carries selectors only, no page text.
 */
export function health(root: ParentNode = document): PageHealth {
  const entries = anchors.map(
    (anchor) => [anchor.name, find(anchor, root)?.selector ?? null] as const,
  );
  return { anchors: Object.fromEntries(entries) };
}
