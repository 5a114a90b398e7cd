import type { ReactElement } from 'react';
import { useScene } from '../scene';
import { BigClock } from './BigClock';
import { ClockLine } from './ClockLine';
import { FreshdeskDue } from './FreshdeskDue';
import { ReducedCapacity } from './ReducedCapacity';
import { useClocks } from './useClocks';

/** How long there is: the most urgent clock large, every other in one line, Freshdesk's own beside them. */
export function Clocks(): ReactElement {
  const scene = useScene();
  const { clocks, now } = useClocks(scene);
  const [first, ...others] = clocks;
  const big =
    first !== undefined && first.state !== 'met' && first.state !== 'unknown' ? first : null;
  const lines = big === null ? clocks : others;
  return (
    <section className="sw-card sb-clocks" aria-label="Clocks">
      {big === null ? (
        <p className="sb-clocks__none">
          {clocks.length === 0 ? 'No clock runs on this ticket.' : 'Nothing is due now.'}
        </p>
      ) : (
        <BigClock clock={big} now={now} />
      )}
      <ul className="sb-lines">
        {lines.map((clock) => (
          <ClockLine key={clock.objectiveId} clock={clock} now={now} />
        ))}
      </ul>
      <ReducedCapacity now={now} />
      <FreshdeskDue clocks={clocks} now={now} />
    </section>
  );
}
