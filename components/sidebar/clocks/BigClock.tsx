import type { ReactElement } from 'react';
import { Chip } from '@/components/ui/Chip';
import { Disclosure } from '@/components/ui/Disclosure';
import { Meter } from '@/components/ui/Meter';
import type { Clock } from '@/lib/domain/slo';
import { timeWords } from '@/lib/domain/words';
import { useScene } from '../scene';
import { clockLook, clockSentence, leftWords, waitIsOver } from './clock-words';
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
  const look = clockLook(clock, ownZone, now);
  const late = clock.state === 'overdue';
  const over = waitIsOver(clock);
  return (
    <div className="sb-big">
      <div className="sw-row sb-big__head">
        <span className="sw-card__title sw-cut">{clock.name}</span>
        {look.chip !== null && (
          <span className="sw-push sb-big__chip">
            <Chip tone={look.tone}>{look.chip}</Chip>
          </span>
        )}
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
          {clock.dueAt === null
            ? 'No end time'
            : `${late || over ? 'since' : 'by'} ${timeWords(clock.dueAt, ownZone, now)} your time`}
        </span>
        <Disclosure label="Why?">
          <WhySum clock={clock} now={now} />
        </Disclosure>
      </div>
    </div>
  );
}
