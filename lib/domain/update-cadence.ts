import type { Objective, Pack } from '@/lib/pack/schema';

const isUpdate = ({ lane }: Objective): boolean => lane === 'update-due';

/**
 * The pack with the team's own time between two updates of an open incident (process: incident step 8, "every few
 * hours"). `hours` on the wall, rounded to whole minutes; null, or a number that is no time, leaves the pack's own.
 */
export function withUpdateCadence(pack: Pack, hours: number | null): Pack {
  const targetMinutes = hours === null ? 0 : Math.round(hours * 60);
  if (!(targetMinutes >= 1 && Number.isSafeInteger(targetMinutes))) return pack;
  if (!pack.objectives.some(isUpdate)) return pack;
  const objectives = pack.objectives.map((objective) =>
    isUpdate(objective) ? { ...objective, targetMinutes } : objective,
  );
  return { ...pack, objectives };
}
