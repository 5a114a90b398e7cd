import { useMemo, type ReactElement } from 'react';
import { Notice } from '@/components/ui/Notice';
import type { WorkingTime } from '@/lib/contract/working-time';
import { BusinessTimeError } from '@/lib/domain/business-time';
import type { Pack } from '@/lib/pack/schema';
import { editedPlan } from './edited-plan';
import { exampleSum, type ExampleSum } from './example-sum';
import { weeksAhead, type Plan, type PlannedDay } from './weeks-ahead';
import { WeeksPlot } from './WeeksPlot';

const WEEKS = 4;

type Preview =
  | { readonly weeks: readonly (readonly PlannedDay[])[]; readonly sum: ExampleSum }
  | { readonly problem: string };

function previewOf(plan: Plan, now: Date): Preview {
  try {
    return { weeks: weeksAhead(plan, now, WEEKS), sum: exampleSum(plan.calendar, now) };
  } catch (error) {
    if (error instanceof BusinessTimeError) return { problem: error.message };
    throw error;
  }
}

/** What the edited working time means: the next weeks drawn by the arithmetic that counts clocks, and a sum by it. */
export function WorkingTimePreview(props: {
  readonly pack: Pack;
  readonly workingTime: WorkingTime;
  readonly timeZone: string;
  readonly now: Date;
}): ReactElement | null {
  const { pack, workingTime, timeZone, now } = props;
  const text = JSON.stringify(workingTime);
  // One calendar object as long as nothing changed: its arithmetic is prepared once.
  const plan = useMemo(
    () => editedPlan(pack, workingTime, timeZone),
    // oxlint-disable-next-line react/exhaustive-deps -- `text` stands for the working time, which is read anew each time
    [pack, text, timeZone],
  );
  const preview = useMemo(() => (plan === null ? null : previewOf(plan, now)), [plan, now]);
  if (plan === null || preview === null) return null;
  if ('problem' in preview)
    return <Notice tone="warn">Clocks cannot count in these hours: {preview.problem}</Notice>;
  return (
    <>
      <WeeksPlot weeks={preview.weeks} timeZone={plan.timeZone} now={now} />
      <div className="so-sum">
        <output>{preview.sum.sentence}</output>
        <ol>
          {preview.sum.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
    </>
  );
}
