import type { LinkedIssue } from '@/lib/contract/ticket';

/** What the first press does outside: nothing; the second one opens a page. */
export const OPEN_EFFECT =
  'Shows the filled-in issue first. GitHub creates nothing until you submit it there.';

export const KIND_WORDS: Record<LinkedIssue['kind'], string> = {
  incident: 'Incident issue',
  engineering: 'Engineering issue',
};

/** The address when it is one of GitHub's own, else null: nothing else is ever made a link. */
export function githubUrl(url: string): string | null {
  return /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(issues|pull)\/\d+$/u.test(url) ? url : null;
}
