import type { ReactElement } from 'react';
import { Chip } from '@/components/ui/Chip';
import { Disclosure } from '@/components/ui/Disclosure';
import { Meter } from '@/components/ui/Meter';
import type { Clock } from '@/lib/domain/slo';
import { useScene } from '../scene';
import { clockLook, clockSentence, leftWords, stateWords, waitIsOver } from './clock-words';
import { dueWords } from './due-words';
import { WhySum } from './WhySum';

/** The most urgent clock: time left, what it is for, how much is used, when it ends. */
export function BigClock({
  clock,
  now,
}: {
  readonly clock: Clock;
  readonly now: Date;
}): ReactElement {
  const { ownZone } = useScene();
  const look = clockLook(clock);
  const late = clock.state === 'overdue';
  const over = waitIsOver(clock);
  const due = dueWords(clock, ownZone, now);
  return (
    <div className="sb-big">
      <div className="sw-row sb-big__head">
        <span className="sw-card__title sw-cut">{clock.name}</span>
        <span className="sw-push sb-big__chip">
          <Chip tone={look.tone}>{stateWords(clock, ownZone, now)}</Chip>
        </span>
      </div>
      <div className="sb-big__time">
        <span className="sb-big__number" role="timer">
          {leftWords(clock)}
        </span>{' '}
        <span className="sw-small">
          {late && 'late'}
          {!late && (over ? 'the wait is over' : `left ${clock.purpose}`)}
        </span>
      </div>
      <Meter
        label={`${clock.name}, time used`}
        fraction={clock.fraction ?? 0}
        words={clockSentence(clock, ownZone, now)}
        tone={look.meter}
      />
      <div className="sb-big__foot">
        <span className="sw-small sb-big__due">
          {due === null ? 'No end time yet' : `${due.own} your time`}
          {due !== null && due.elsewhere !== '' && (
            <span className="sb-big__elsewhere" title={clock.timeZone}>
              {due.elsewhere}
            </span>
          )}
        </span>
        <Disclosure label="Why?">
          <WhySum clock={clock} now={now} />
        </Disclosure>
      </div>
    </div>
  );
}
