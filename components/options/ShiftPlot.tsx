import type { ReactElement } from 'react';
import { useNow } from '@/lib/client/useNow';
import { dutyAt, upcomingShifts, type Rotation, type Shift } from '@/lib/domain/rotation';

const SHIFTS = 8;

/** The shift that runs now and the next ones: a row for each steward, a bar for each shift served. */
export function ShiftPlot({ rotation }: { readonly rotation: Rotation }): ReactElement {
  const now = useNow();
  // From just before the present shift began, so that it stands first.
  const begun = new Date(dutyAt(rotation, now).shiftStart.getTime() - 1);
  const shifts = upcomingShifts(rotation, begun, SHIFTS);
  const day = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: rotation.timeZone,
  });
  const runs = (shift: Shift): boolean => shift.start <= now && now < shift.end;
  return (
    <table className="so-plot">
      <caption>The next shifts</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="so-hidden">Steward</span>
          </th>
          {shifts.map((shift) => (
            <th scope="col" key={shift.index} className={runs(shift) ? 'so-plot__now' : undefined}>
              {day.format(shift.start)}
              {runs(shift) && <span> now</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rotation.roster.map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {shifts.map((shift) => {
              const serves = shift.stewards.includes(name);
              const joins = shift.incoming === name;
              return (
                <td key={shift.index}>
                  <span
                    className={serves ? 'so-plot__bar so-plot__bar--on' : 'so-plot__bar'}
                    title={serves ? `${name} serves` : `${name} is off duty`}
                  >
                    {joins ? 'joins' : serves ? <span className="so-hidden">serves</span> : null}
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
