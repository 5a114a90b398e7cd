import type { ReactElement } from 'react';
import type { Clock, ClockSumLine } from '@/lib/domain/slo';
import { clockWords, dayWords, durationWords } from '@/lib/domain/words';
import { dayTime } from '../format';
import { useScene } from '../scene';

function span(line: ClockSumLine, zone: string, now: Date): string {
  if (line.to === null) return `since ${dayTime(line.from, zone, now)}`;
  const sameDay = dayWords(line.from, zone, now) === dayWords(line.to, zone, now);
  const end = sameDay ? clockWords(line.to, zone) : dayTime(line.to, zone, now);
  return `${dayTime(line.from, zone, now)} – ${end}`;
}

/** How a clock comes to its time: the rule, each stretch that counted or did not, and the end in both zones. */
export function WhySum({
  clock,
  now,
}: {
  readonly clock: Clock;
  readonly now: Date;
}): ReactElement {
  const { ownZone } = useScene();
  const { startedAt, dueAt, timeZone } = clock;
  const lines = clock.explain();
  return (
    <div className="sb-why">
      <p className="sw-small">
        {clock.name}: {durationWords(clock.targetMinutes)}, counted in “{clock.calendarName}” (
        {timeZone})
        {startedAt === null
          ? '. It has not started.'
          : `, from ${dayTime(startedAt, timeZone, now)}.`}
      </p>
      {lines.length > 0 && (
        <table className="sb-sum">
          <caption className="sw-sr">How {clock.name} is counted</caption>
          <tbody>
            {lines.map((line) => (
              <tr key={line.from.toISOString()} className={`sb-sum__${line.note}`}>
                <th scope="row">{span(line, timeZone, now)}</th>
                <td>{line.note === 'open' ? durationWords(line.minutes) : line.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {dueAt !== null && (
        <p className="sw-small">
          Due {dayTime(dueAt, timeZone, now)} in {timeZone}
          {ownZone !== timeZone && `, ${dayTime(dueAt, ownZone, now)} your time (${ownZone})`}.
        </p>
      )}
    </div>
  );
}
