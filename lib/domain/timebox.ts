import type { TicketProgress } from '@/lib/contract/ticket';
import type { Objective, Pack } from '@/lib/pack/schema';
import { activeUntil } from './slo-active';

/** The clock that a timebox starts, when the pack has one. */
export function timeboxObjective(pack: Pack): Objective | undefined {
  return pack.objectives.find(({ startsAt }) => startsAt === 'timebox-started');
}

/** How long the running timebox has taken: the time really spent where the pack counts that, else the time since. */
export type TimeboxSpent = {
  readonly ms: number;
  /** False while nobody is on the ticket: the time stands still. */
  readonly counting: boolean;
};

/** Null when no timebox runs. */
export function timeboxSpent(pack: Pack, progress: TicketProgress, now: Date): TimeboxSpent | null {
  if (progress.timeboxStartedAt === null) return null;
  if (timeboxObjective(pack)?.calendar === 'active') {
    const { ms, running } = activeUntil(progress, now);
    return { ms, counting: running };
  }
  const sinceMs = now.getTime() - Date.parse(progress.timeboxStartedAt);
  return { ms: Math.max(0, sinceMs), counting: true };
}
