import type { ReactElement } from 'react';
import type { Clock } from '@/lib/domain/slo';
import { useScene } from '../scene';
import { noteWords, ruleWords, sumRows } from './sum-words';

/** How a clock comes to its time: the rule, each stretch that counted or did not, and the end in both zones. */
export function WhySum({
  clock,
  now,
}: {
  readonly clock: Clock;
  readonly now: Date;
}): ReactElement {
  const { ownZone } = useScene();
  const rows = sumRows(clock, now);
  return (
    <div className="sb-why">
      <p className="sw-small">{ruleWords(clock, now)}</p>
      {rows.length > 0 && (
        <table className="sb-sum">
          <caption className="sw-sr">How {clock.name} is counted</caption>
          <tbody>
            {rows.map(({ key, span, what, counts }) => (
              <tr key={key} className={counts ? undefined : 'sb-sum__closed'}>
                <th scope="row">{span}</th>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {noteWords(clock, ownZone, now).map((note) => (
        <p key={note} className="sw-small">
          {note}
        </p>
      ))}
    </div>
  );
}
