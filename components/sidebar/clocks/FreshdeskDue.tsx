import type { ReactElement } from 'react';
import type { TicketFacts } from '@/lib/contract/ticket';
import type { ClockFact, Pack } from '@/lib/pack/schema';
import type { Clock } from '@/lib/domain/slo';
import { durationWords } from '@/lib/domain/words';
import { nearTime } from '../format';
import { useScene } from '../scene';

type Compared = {
  /** What Freshdesk's own rule is about. */
  readonly what: string;
  readonly due: Date;
  readonly ours: Clock | null;
};

/** Our clock of the same promise: from the request to that fact. */
function sameClock(pack: Pack, clocks: readonly Clock[], fact: ClockFact): Clock | null {
  const objective = pack.objectives.find(
    ({ startsAt, metBy }) => startsAt === 'created' && metBy.includes(fact),
  );
  return clocks.find(({ objectiveId }) => objectiveId === objective?.id) ?? null;
}

/** Freshdesk's promises that are still open, each with ours. */
function compared(facts: TicketFacts, pack: Pack, clocks: readonly Clock[]): readonly Compared[] {
  const { freshdeskFirstResponseDueAt: answer, freshdeskResolutionDueAt: resolution } = facts;
  const answered = facts.firstRespondedAt != null;
  const rows: Compared[] = [];
  if (answer !== null && !answered) {
    const ours = sameClock(pack, clocks, 'first-response');
    rows.push({ what: 'answer', due: new Date(answer), ours });
  }
  if (resolution !== null) {
    const ours = sameClock(pack, clocks, 'resolved');
    rows.push({ what: 'resolution', due: new Date(resolution), ours });
  }
  return rows;
}

function difference({ due, ours }: Compared): string {
  if (ours === null) return 'none of ours';
  if (ours.dueAt === null) return 'ours has no end time';
  const minutes = (due.getTime() - ours.dueAt.getTime()) / 60_000;
  if (Math.abs(minutes) < 1) return 'the same as ours';
  return `${durationWords(Math.abs(minutes))} ${minutes < 0 ? 'earlier' : 'later'} than ours`;
}

/** Freshdesk's own due times beside ours, with how far the two are apart. Only while the ticket is open work. */
export function FreshdeskDue(props: {
  readonly clocks: readonly Clock[];
  readonly now: Date;
}): ReactElement | null {
  const { facts, pack, ownZone } = useScene();
  if (facts.status.phase !== 'open') return null;
  const rows = compared(facts, pack, props.clocks);
  return (
    <ul className="sb-freshdesk" aria-label="Freshdesk’s own due times">
      {rows.length === 0 && <li>Freshdesk has set no due times.</li>}
      {rows.map((row) => (
        <li key={row.what} title={`Due by Freshdesk’s own rule: ${row.what}`}>
          <span>
            Freshdesk: {row.what} {row.due < props.now && 'was due '}
            {nearTime(row.due, ownZone, props.now)}
          </span>
          <span className="sw-push sb-freshdesk__ours">{difference(row)}</span>
        </li>
      ))}
    </ul>
  );
}
