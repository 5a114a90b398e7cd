import type { Result } from '@/lib/contract/result';
import type { Settings } from '@/lib/contract/views';
import { teamPack } from '@/lib/domain/team-pack';
import { withUpdateCadence } from '@/lib/domain/update-cadence';
import type { Pack } from '@/lib/pack/schema';
import { ok } from '@/lib/platform/result';
import type { Documents } from '../storage/documents';

/** The process pack with the team's working time in it: what clocks count in. */
export type Packs = {
  readonly active: () => Promise<Result<Pack>>;
  /** The pack as it is written: what working time is edited against. */
  readonly written: () => Pack;
};

/** One pack object as long as the settings stay, because the arithmetic of a calendar is prepared once per object. */
export function createPacks(deps: {
  readonly documents: Pick<Documents, 'settings'>;
  readonly pack: Pack;
}): Packs {
  const { documents, pack } = deps;
  const last: { key: string; pack: Pack } = { key: '', pack };

  function packWith({ workingTime, incidentUpdateHours }: Settings): Pack {
    const key = JSON.stringify([workingTime, incidentUpdateHours]);
    if (key !== last.key) {
      const team = teamPack(pack, workingTime);
      Object.assign(last, { key, pack: withUpdateCadence(team, incidentUpdateHours) });
    }
    return last.pack;
  }

  return {
    written: () => pack,
    active: async () => {
      const settings = await documents.settings.read();
      // Settings that cannot be read are said elsewhere; clocks go on by the pack alone.
      return ok(settings.ok ? packWith(settings.value) : pack);
    },
  };
}
