import type { ReactElement } from 'react';
import { reducedCapacityAt } from '@/lib/domain/reduced-capacity';
import { nearTime } from '../format';
import { useScene } from '../scene';
import { elsewhereWords } from './due-words';

/** Says that fewer people work now, until when, and why: so that nobody wonders at a slow answer. */
export function ReducedCapacity({ now }: { readonly now: Date }): ReactElement | null {
  const { pack, settings, ownZone } = useScene();
  const reduced = reducedCapacityAt(pack, settings.timeZone, now);
  if (reduced === null) return null;
  const elsewhere = elsewhereWords(reduced.until, ownZone, settings.timeZone, now);
  return (
    <p className="sb-clocks__reduced">
      Reduced capacity until {nearTime(reduced.until, ownZone, now)}
      {elsewhere !== '' && ` (${elsewhere})`}: {reduced.name}
    </p>
  );
}
