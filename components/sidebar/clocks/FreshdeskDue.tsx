import type { ReactElement } from 'react';
import type { TicketFacts } from '@/lib/contract/ticket';
import type { Instant } from '@/lib/contract/result';
import type { Clock } from '@/lib/domain/slo';
import type { Pack } from '@/lib/pack/schema';
import { durationWords } from '@/lib/domain/words';
import { nearTime } from '../format';
import { useScene } from '../scene';

type Compared = {
  /** What Freshdesk's own rule is about. */
  readonly what: string;
  readonly due: Instant | null;
  readonly ours: Clock | null;
};

function compare(facts: TicketFacts, pack: Pack, clocks: readonly Clock[]): Compared {
  if (facts.firstRespondedAt == null) {
    const objective = pack.objectives.find(({ metBy }) => metBy.includes('first-response'));
    return {
      what: 'answer',
      due: facts.freshdeskFirstResponseDueAt,
      ours: clocks.find(({ objectiveId }) => objectiveId === objective?.id) ?? null,
    };
  }
  return {
    what: 'resolution',
    due: facts.freshdeskResolutionDueAt,
    ours: null,
  };
}

function difference(due: Date, ours: Clock | null): string {
  if (ours?.dueAt == null) return '';
  const minutes = (due.getTime() - ours.dueAt.getTime()) / 60_000;
  if (Math.abs(minutes) < 1) return ' · same';
  return ` · ${durationWords(Math.abs(minutes))} ${minutes < 0 ? 'earlier' : 'later'}`;
}

/** Freshdesk's own due time beside ours, with how far the two are apart. Only while the ticket is open work. */
export function FreshdeskDue(props: {
  readonly clocks: readonly Clock[];
  readonly now: Date;
}): ReactElement | null {
  const { facts, pack, ownZone } = useScene();
  if (facts.status.phase !== 'open') return null;
  const { what, due, ours } = compare(facts, pack, props.clocks);
  const at = due === null ? null : new Date(due);
  const past = at !== null && at < props.now;
  return (
    <div className="sb-line sb-line--plain">
      <span className="sw-cut" title={`Due by Freshdesk’s own rule: ${what}`}>
        Freshdesk: {what}
      </span>
      <span className="sw-push sb-line__end">
        {at === null && 'none set'}
        {past && 'was due '}
        {at !== null && nearTime(at, ownZone, props.now)}
        {at !== null && !past && <span className="sb-line__until">{difference(at, ours)}</span>}
      </span>
    </div>
  );
}
