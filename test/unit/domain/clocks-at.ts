import type { TicketFacts, TicketProgress } from '@/lib/contract/ticket';
import { clocksFor, type Clock } from '@/lib/domain/slo';
import { builtinPack } from '@/lib/pack/load';
import { factsWith, progressWith } from './ticket-facts';

const pack = builtinPack();

/** The clocks of the built-in process at an instant. */
export function clocksAt(
  now: string,
  facts: TicketFacts = factsWith(),
  progress: TicketProgress = progressWith(),
  categoryId: string | null = null,
  teamTimeZone = 'UTC',
): readonly Clock[] {
  return clocksFor({ pack, facts, progress, categoryId, teamTimeZone, now: new Date(now) });
}

/** The clock of one objective; throws when it is not there. */
export function one(clocks: readonly Clock[], id: string): Clock {
  const clock = clocks.find(({ objectiveId }) => objectiveId === id);
  if (clock === undefined) throw new Error(`no clock ${id} among ${clocks.length}`);
  return clock;
}

/** Which clocks there are, in their order. */
export const ids = (clocks: readonly Clock[]) => clocks.map(({ objectiveId }) => objectiveId);
