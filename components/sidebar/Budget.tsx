import type { ReactElement } from 'react';
import { Card } from '@/components/ui/Card';
import { Disclosure } from '@/components/ui/Disclosure';
import { Meter } from '@/components/ui/Meter';
import { Skeleton } from '@/components/ui/Skeleton';
import type { Tone } from '@/components/ui/tone';
import type { BudgetView } from '@/lib/contract/views';
import { useBudget } from '@/lib/client/useTeam';
import { useNow } from '@/lib/client/useNow';
import { dayWords, durationWords, monthWords } from '@/lib/domain/words';
import { foreignLine } from './foreign-text';
import { useFold } from './folds';
import { hoursWords } from './format';
import { Problem } from './Problem';
import { useScene } from './scene';

const SOURCE_WORDS: Record<BudgetView['allotmentSource'], string> = {
  'company-field': 'The allotment stands on the company in Freshdesk.',
  team: 'The allotment is set for this community in the team’s settings.',
  default: 'The allotment is the team’s default.',
};

function meterTone(budget: BudgetView): Tone {
  const left = budget.allottedMinutes - budget.usedMinutes;
  if (left < 0) return 'bad';
  return left < budget.allottedMinutes * 0.2 ? 'warn' : 'ok';
}

function leftWords(budget: BudgetView): string {
  const left = budget.allottedMinutes - budget.usedMinutes;
  return left < 0 ? `${hoursWords(-left)} h over` : `${hoursWords(left)} h left`;
}

function Entries({ budget }: { readonly budget: BudgetView }): ReactElement {
  const { ownZone } = useScene();
  const now = useNow();
  if (budget.entries.length === 0) return <p className="sw-small">No time is booked this month.</p>;
  return (
    <ul className="sb-entries">
      {budget.entries.map((entry) => (
        <li key={`${entry.at}-${entry.ticketId}-${entry.minutes}-${entry.note}`} className="sw-row">
          <span className="sb-entries__day">{dayWords(new Date(entry.at), ownZone, now)}</span>
          <span className="sw-cut sw-foreign">
            #{entry.ticketId} {foreignLine(entry.note, 120)}
          </span>
          <span className="sw-push">
            {durationWords(entry.minutes)}
            {!entry.draws && ' (incident, free)'}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Loaded({ budget }: { readonly budget: BudgetView }): ReactElement {
  const { category } = useScene();
  const sum = `${hoursWords(budget.usedMinutes)} of ${hoursWords(budget.allottedMinutes)} h`;
  const share = budget.allottedMinutes > 0 ? budget.usedMinutes / budget.allottedMinutes : 1;
  return (
    <div className="sb-budget">
      <p className="sw-row">
        <b>{sum}</b>
        <span className="sw-small">this month</span>
        <span className="sw-push sw-small">{leftWords(budget)}</span>
      </p>
      <Meter
        label="Support budget used this month"
        fraction={share}
        words={`${sum} used, ${leftWords(budget)}`}
        tone={meterTone(budget)}
      />
      <p className="sw-muted">
        {category?.drawsOnBudget === false
          ? 'This ticket is an incident: it never draws on the budget.'
          : budget.thisTicketMinutes === 0
            ? 'Nothing booked on this ticket.'
            : `${durationWords(budget.thisTicketMinutes)} booked on this ticket.`}
      </p>
      <Disclosure label="Entries">
        <Entries budget={budget} />
        <p className="sw-muted">{SOURCE_WORDS[budget.allotmentSource]}</p>
      </Disclosure>
    </div>
  );
}

/** Hours the ticket's community has used and has left this month. */
export function Budget(): ReactElement {
  const { ref, facts, incident } = useScene();
  const hasCommunity = facts.company !== null;
  const { data, error, refetch } = useBudget(ref, hasCommunity);
  const fold = useFold(incident ? 'budget-incident' : 'budget', incident);
  return (
    <Card
      title="Support budget"
      fold={fold}
      aside={data === undefined ? undefined : monthWords(data.month)}
    >
      {!hasCommunity && (
        <p className="sw-small">
          The requester belongs to no community, so there is no budget to show. Add them to a
          company in Freshdesk.
        </p>
      )}
      {data !== undefined && <Loaded budget={data} />}
      {data === undefined && error !== null && (
        <Problem error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && hasCommunity && <Skeleton heightPx={72} />}
    </Card>
  );
}
