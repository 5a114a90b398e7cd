import { memo, type ReactElement } from 'react';
import { classes } from '@/components/ui/classes';
import { durationWords } from '@/lib/domain/words';
import { DAYS } from '../week';
import { dateWords } from './dates';
import type { PlannedDay } from './weeks-ahead';

/**
 * The next weeks: a row for each, a bar for each day from midnight to midnight, shaded while it is open. Drawn anew
 * only when it changes, not with every key in some other field.
 */
export const WeeksPlot = memo(function WeeksPlot(props: {
  readonly weeks: readonly (readonly PlannedDay[])[];
  readonly timeZone: string;
  readonly now: Date;
}): ReactElement {
  const { weeks, timeZone, now } = props;
  const all = weeks.flat();
  return (
    <div className="so-weeks">
      <table>
        <caption>The next four weeks, midnight to midnight in {timeZone}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="so-hidden">Week from</span>
            </th>
            {DAYS.map(({ key, name }) => (
              <th scope="col" key={key} abbr={name}>
                {name.slice(0, 3)}
              </th>
            ))}
            <th scope="col">Open</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.date}>
              <th scope="row">{week[0] === undefined ? '' : shortDate(week[0].date, now)}</th>
              {week.map((day) => (
                <DayCell key={day.date} day={day} now={now} />
              ))}
              <td className="so-weeks__sum">
                {durationWords(week.reduce((sum, { minutes }) => sum + minutes, 0))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="so-weeks__key" aria-label="Key">
        <li className="so-weeks__open">open</li>
        {all.some(({ holiday }) => holiday !== null) && (
          <li className="so-weeks__holiday">holiday</li>
        )}
        {all.some(({ reduced }) => reduced !== null) && (
          <li className="so-weeks__reduced">reduced capacity</li>
        )}
      </ul>
    </div>
  );
});

/** `23 Nov` without the weekday that the column says. */
function shortDate(date: string, now: Date): string {
  return dateWords(date, now).replace(/^\w+ /, '');
}

function wordsOf(day: PlannedDay, now: Date): string {
  const why = [
    day.holiday,
    day.reduced === null
      ? null
      : `reduced capacity, ${day.reduced.name}${day.reduced.clocks === 'stop' ? ', clocks stop' : ''}`,
  ].filter((part) => part !== null);
  const date = `${dateWords(day.date, now)}${day.isToday ? ', today' : ''}`;
  return [`${date}: ${day.words}`, ...why].join('; ');
}

function DayCell({ day, now }: { readonly day: PlannedDay; readonly now: Date }): ReactElement {
  const words = wordsOf(day, now);
  return (
    <td>
      <span
        className={classes(
          'so-weeks__day',
          day.isToday && 'so-weeks__day--today',
          day.holiday !== null && 'so-weeks__day--holiday',
          day.reduced !== null && 'so-weeks__day--reduced',
        )}
        title={words}
      >
        {day.open.map(({ from, to }) => (
          <span
            key={from}
            className="so-weeks__stretch"
            style={{ insetInlineStart: `${from * 100}%`, width: `${(to - from) * 100}%` }}
          />
        ))}
        <span className="so-hidden">{words}</span>
      </span>
    </td>
  );
}
