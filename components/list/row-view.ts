import { foreignLine } from '@/components/sidebar/foreign-text';
import { nearTime } from '@/components/sidebar/format';
import type { ClosingView, Lane } from '@/lib/contract/list';
import type { LinkedIssue } from '@/lib/contract/ticket';
import type { AttentionLevel } from '@/lib/domain/attention';
import { safeLink } from '@/lib/domain/plain';
import type { Pack } from '@/lib/pack/schema';
import type { Item } from './queue';
import { waitWords } from './wait-words';

/** A row as it is drawn: plain values only, so that a tick draws again what changed and nothing else. */
export type RowView = {
  readonly key: string;
  readonly host: string;
  readonly id: number;
  readonly url: string;
  readonly subject: string;
  /** Community, requester and steward, each empty when there is none. */
  readonly community: string;
  readonly requester: string;
  readonly steward: string;
  /** Empty: not categorised. */
  readonly category: string;
  readonly lane: Lane;
  readonly level: AttentionLevel;
  readonly wait: string;
  readonly waitTime: string;
  readonly fraction: number | null;
  readonly tone: ReturnType<typeof waitWords>['tone'];
  /** Why it may be closed or not; null for a ticket that is not resolved. */
  readonly closeWhy: string | null;
  readonly mayClose: boolean;
  /** The issue that would be closed along with it; empty: none is linked. */
  readonly issueName: string;
  readonly issueUrl: string;
  /** In the steward's own zone; empty: not put aside. */
  readonly asideUntil: string;
  readonly closingId: string | null;
  readonly closingState: ClosingView['state'] | null;
  readonly closesAt: string | null;
  readonly closingProblem: string | null;
};

/** The issue a ticket stands or falls with: its incident issue, else the one linked last. */
function mainIssue(issues: readonly LinkedIssue[]): LinkedIssue | undefined {
  const safe = issues.filter(({ url }) => safeLink(url) !== null);
  return safe.findLast(({ kind }) => kind === 'incident') ?? safe.at(-1);
}

function shownClosing(closing: ClosingView, dismissed: ReadonlySet<string>): ClosingView | null {
  if (closing.state === 'undone') return null;
  if (!dismissed.has(closing.id)) return closing;
  return closing.state === 'failed' ? null : { ...closing, problem: null };
}

/** Puts an item into words; times in `ownZone` (IANA). A closing that was `dismissed` has nothing more to say. */
export function rowView(
  item: Item,
  context: {
    readonly pack: Pack;
    readonly ownZone: string;
    readonly now: Date;
    readonly dismissed: ReadonlySet<string>;
  },
): RowView {
  const { pack, ownZone, now, dismissed } = context;
  const { key, ticket, attention, asideUntil, closing } = item;
  const { facts, progress, categoryId } = ticket;
  const wait = waitWords(attention, ownZone, now);
  const issue = mainIssue(progress.issues);
  const shown = closing === null ? null : shownClosing(closing, dismissed);
  return {
    key,
    host: facts.ref.host,
    id: facts.ref.id,
    url: safeLink(facts.url) ?? `https://${facts.ref.host}/a/tickets/${facts.ref.id}`,
    subject: foreignLine(facts.subject) || 'No subject',
    community: foreignLine(facts.company?.name ?? '', 80),
    requester: foreignLine(facts.requester?.name ?? facts.requester?.email ?? '', 80),
    steward: foreignLine(facts.agentName ?? '', 80),
    category: pack.categories.find(({ id }) => id === categoryId)?.shortName ?? '',
    lane: attention.lane,
    level: attention.level,
    wait: wait.text,
    waitTime: wait.time,
    fraction: wait.fraction,
    tone: wait.tone,
    closeWhy: attention.close?.why ?? null,
    mayClose: attention.close?.allowed === true,
    issueName: issue === undefined ? '' : `#${issue.number}`,
    issueUrl: issue?.url ?? '',
    asideUntil: asideUntil === null ? '' : nearTime(new Date(asideUntil), ownZone, now),
    closingId: shown?.id ?? null,
    closingState: shown?.state ?? null,
    closesAt: shown?.closesAt ?? null,
    closingProblem: shown?.problem ?? null,
  };
}

/** True when two views draw the same row. */
export function sameRow(a: RowView, b: RowView): boolean {
  return Object.entries(a).every(([name, value]) => Object.is(value, Reflect.get(b, name)));
}
