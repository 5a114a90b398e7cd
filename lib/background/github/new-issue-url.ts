import type { IssueSection, IssueText } from '@/lib/domain/issue';

/** Title, sections and labels; of sections that do not fit, those with a lower `keep` are cut first. */
export type IssueDraft = IssueText;

export type NewIssueUrl = {
  readonly url: string;
  /** Headings of the sections that were shortened, in the order of the body; `title` when even that was cut. */
  readonly trimmed: readonly string[];
};

export type UrlLimits = {
  /** Bytes of the whole encoded link. */
  readonly maxBytes: number;
};

/**
 * GitHub answers 414 somewhere near 8 KB (seen 2024–2026), and a signed-out visitor's link is encoded once more on the
 * way through the login page: 6,000 bytes pass both.
 */
const DEFAULT_LIMITS: UrlLimits = { maxBytes: 6_000 };

const MARKER = '_Shortened to fit into a link; the rest is in the ticket._';

/** The whole body as Markdown, sections in their order; sections without text are left out. */
export function issueBody(sections: readonly IssueSection[]): string {
  return sections
    .filter((section) => section.text.trim() !== '')
    .map((section) => `### ${section.heading}\n\n${lines(section.text).join('\n').trim()}`)
    .join('\n\n')
    .concat('\n');
}

function lines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

function encode(repo: string, draft: IssueDraft): string {
  const query = new URLSearchParams({ title: draft.title, body: issueBody(draft.sections) });
  if (draft.labels.length > 0) query.set('labels', draft.labels.join(','));
  return `https://github.com/${repo}/issues/new?${query.toString()}`;
}

/** The greatest n from 0 to `most` that fits; null when not even 0 does. `fits` must be monotonous. */
function greatest(most: number, fits: (n: number) => boolean): number | null {
  if (!fits(0)) return null;
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Cuts whole lines from the end; only a section that is one long line is cut inside it, between code points. */
function shorten(text: string, fits: (text: string) => boolean): { text: string; fits: boolean } {
  const all = lines(text);
  const withLines = (n: number): string => [...all.slice(0, n), '', MARKER].join('\n').trim();
  const kept = greatest(all.length - 1, (n) => fits(withLines(n)));
  if (kept === null) return { text: MARKER, fits: false };
  if (kept > 0) return { text: withLines(kept), fits: true };
  const points = Array.from(all[0] ?? '');
  const withPoints = (n: number): string =>
    n === 0 ? MARKER : `${points.slice(0, n).join('')}…\n\n${MARKER}`;
  return { text: withPoints(greatest(points.length, (n) => fits(withPoints(n))) ?? 0), fits: true };
}

/**
 * GitHub's prefilled new-issue link (its documentation, 2026): title, body and labels, without `template`, because a
 * template's own body is lost beside `body` and an issue form ignores it. Labels are always sent: they make GitHub
 * refuse the link to people without triage rights, and stewards are members of the team that has them.
 * Over the limit, the least important section is cut until the link fits, visibly; then the next.
 */
export function newIssueUrl(
  repo: string,
  draft: IssueDraft,
  limits: UrlLimits = DEFAULT_LIMITS,
): NewIssueUrl {
  let current = draft;
  const trimmed = new Set<string>();
  const fitting = (candidate: IssueDraft): boolean =>
    encode(repo, candidate).length <= limits.maxBytes;
  const cutFirst = draft.sections
    .map((section, index) => ({ ...section, index }))
    .filter((section) => section.text.trim() !== '')
    .sort((a, b) => a.keep - b.keep || b.index - a.index);
  for (const section of cutFirst) {
    if (fitting(current)) break;
    const before = current;
    const withText = (text: string): IssueDraft => ({
      ...before,
      sections: before.sections.map((other, index) =>
        index === section.index ? { ...other, text } : other,
      ),
    });
    current = withText(shorten(section.text.trim(), (text) => fitting(withText(text))).text);
    trimmed.add(section.id);
  }
  const headings = draft.sections.filter(({ id }) => trimmed.has(id)).map(({ heading }) => heading);
  if (fitting(current)) return { url: encode(repo, current), trimmed: headings };
  const points = Array.from(draft.title);
  const bare = current;
  const withTitle = (n: number): IssueDraft => ({
    ...bare,
    title: `${points.slice(0, n).join('')}…`,
  });
  const kept = greatest(points.length, (n) => fitting(withTitle(n))) ?? 0;
  return { url: encode(repo, withTitle(kept)), trimmed: ['title', ...headings] };
}
