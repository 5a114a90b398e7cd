import type { Result } from '@/lib/contract/result';
import type { TicketFacts } from '@/lib/contract/ticket';
import { attentionOf } from '@/lib/domain/attention';
import { categoryOf } from '@/lib/domain/category';
import { firstNameOf } from '@/lib/domain/person-name';
import { clockWords, timeWords } from '@/lib/domain/words';
import type { Clock } from '@/lib/platform/clock';
import { ok } from '@/lib/platform/result';
import type { Documents } from '../../storage/documents';
import type { Packs } from '../packs';

/** Whether a ticket may be closed as it is now; `why` is a sentence for the steward. */
export type Verdict =
  | { readonly is: 'allowed' }
  | { readonly is: 'closed' }
  | { readonly is: 'refused'; readonly why: string };

export type VerdictOn = (facts: TicketFacts) => Promise<Result<Verdict>>;

const HALF_DAY_MS = 12 * 3_600_000;

/** When the requester's side last wrote after the team's last answer; null when it did not, or when nobody knows. */
function answeredAt({
  exchange,
  requesterRespondedAt,
  agentRespondedAt,
}: TicketFacts): Date | null {
  const last = exchange?.at(-1);
  if (last !== undefined) return last.by === 'requester' ? new Date(last.at) : null;
  if (requesterRespondedAt == null) return null;
  const isLast = agentRespondedAt == null || requesterRespondedAt > agentRespondedAt;
  return isLast ? new Date(requesterRespondedAt) : null;
}

/** "Ana answered at 14:02", or with the day when that is a while ago. */
function answered({ requester }: TicketFacts, at: Date, timeZone: string, now: Date): string {
  const who = firstNameOf(requester?.name ?? null, requester?.email ?? null) ?? 'The requester';
  const isRecent = Math.abs(now.getTime() - at.getTime()) < HALF_DAY_MS;
  const when = isRecent ? `at ${clockWords(at, timeZone)}` : timeWords(at, timeZone, now);
  return `${who} answered ${when}`;
}

/**
 * Judges by the process whether a ticket may be closed (process: incident 11, non-incident 8). What was noted about the
 * ticket counts, since an incident is closed only after its report.
 */
export function createVerdict(deps: {
  readonly documents: Pick<Documents, 'progress' | 'settings'>;
  readonly packs: Packs;
  readonly clock: Clock;
  readonly machineTimeZone: string;
}): VerdictOn {
  const { documents, packs, clock, machineTimeZone } = deps;

  return async (facts) => {
    const { phase, label } = facts.status;
    if (phase === 'closed') return ok({ is: 'closed' });
    const settings = await documents.settings.read();
    if (!settings.ok) return settings;
    const { timeZone: teamTimeZone, notices } = settings.value;
    const now = clock();
    const saidAt = answeredAt(facts);
    const said =
      saidAt === null ? null : answered(facts, saidAt, notices.timeZone ?? machineTimeZone, now);
    if (phase === 'open')
      return ok({ is: 'refused', why: `${said ?? `The ticket is ${label} again`}.` });
    const pack = await packs.active();
    if (!pack.ok) return pack;
    const progress = await documents.progress(facts.ref).read();
    if (!progress.ok) return progress;
    const categoryId = categoryOf(pack.value, facts)?.id ?? null;
    const ticket = { facts, categoryId, progress: progress.value };
    const { close } = attentionOf({ pack: pack.value, ticket, teamTimeZone, now });
    if (close?.allowed === true) return ok({ is: 'allowed' });
    const wroteAfter =
      saidAt !== null && facts.resolvedAt != null && saidAt > new Date(facts.resolvedAt);
    if (wroteAfter && said !== null) return ok({ is: 'refused', why: `${said}.` });
    return ok({ is: 'refused', why: close?.why ?? 'The process does not let it be closed yet.' });
  };
}
