import { useNow } from '@/lib/client/useNow';
import type { ChecklistLine } from '@/lib/domain/checklist';
import { useClocks } from '../clocks/useClocks';
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

/**
 * The timebox that runs on this ticket, or null. It runs from its start until it is stopped, until its step is ticked by
 * hand, or until the clock that it starts is met by what it leads to.
 */
export function useTryTime(lines: readonly ChecklistLine[]): TryTime | null {
  const scene = useScene();
  const { clocks } = useClocks(scene);
  const running = runningStep(scene, lines);
  const now = useNow(running === undefined ? 'minute' : 'second');
  const { timeboxStartedAt } = scene.progress;
  if (running === undefined || timeboxStartedAt === null) return null;
  const own = scene.pack.objectives.find(({ startsAt }) => startsAt === 'timebox-started');
  const state = clocks.find(({ objectiveId }) => objectiveId === own?.id)?.state;
  if (own !== undefined && (state === undefined || state === 'met')) return null;
  const { action } = running.step;
  const limitMs = action?.kind === 'timebox' ? action.minutes * MINUTE_MS : 0;
  return {
    line: { ...running, state: 'open', how: null },
    up: now.getTime() - Date.parse(timeboxStartedAt) >= limitMs,
  };
}
