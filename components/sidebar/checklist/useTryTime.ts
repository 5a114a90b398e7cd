import { useAtPresent } from '@/lib/client/useNow';
import type { ChecklistLine } from '@/lib/domain/checklist';
import { timeboxObjective, timeboxSpent } from '@/lib/domain/timebox';
import { clocksAt } from '../clocks/useClocks';
import { useScene, type Scene } from '../scene';

const MINUTE_MS = 60_000;

/** The step whose timebox runs, shown as still open: having begun to try is not having tried. */
export type TryTime = {
  readonly line: ChecklistLine;
  /** Its time is over: the process goes on with what follows. */
  readonly up: boolean;
};

function runningStep(scene: Scene, lines: readonly ChecklistLine[]): ChecklistLine | undefined {
  const { facts, progress } = scene;
  if (progress.timeboxStartedAt === null || facts.status.phase !== 'open') return undefined;
  return lines.find(
    ({ step, how }) => step.action?.kind === 'timebox' && (how === null || how.by === 'evidence'),
  );
}

function standing(scene: Scene, minutes: number, now: Date): 'over' | 'trying' | 'up' {
  const { pack, progress } = scene;
  const spent = timeboxSpent(pack, progress, now);
  if (spent === null) return 'over';
  const own = timeboxObjective(pack);
  const state = clocksAt(scene, now).find(({ objectiveId }) => objectiveId === own?.id)?.state;
  if (own !== undefined && (state === undefined || state === 'met')) return 'over';
  return spent.ms >= minutes * MINUTE_MS ? 'up' : 'trying';
}

/**
 * The timebox that runs on this ticket, or null. It runs from its start until it is stopped, until its step is ticked by
 * hand, or until the clock that it starts is met by what it leads to. Drawn anew only when that changes.
 */
export function useTryTime(lines: readonly ChecklistLine[]): TryTime | null {
  const scene = useScene();
  const running = runningStep(scene, lines);
  const action = running?.step.action;
  const minutes = action?.kind === 'timebox' ? action.minutes : 0;
  const stands = useAtPresent(running === undefined ? 'minute' : 'second', (now) =>
    running === undefined ? 'over' : standing(scene, minutes, now),
  );
  if (running === undefined || stands === 'over') return null;
  return { line: { ...running, state: 'open', how: null }, up: stands === 'up' };
}
