import type { DutyView } from '@/lib/contract/duty';
import type { Result } from '@/lib/contract/result';
import type { Settings } from '@/lib/contract/views';
import {
  type Duty,
  dutyAt,
  type Rotation,
  RotationError,
  rotationProblem,
} from '@/lib/domain/rotation';
import type { Pack } from '@/lib/pack/schema';
import type { Clock } from '@/lib/platform/clock';
import { ok } from '@/lib/platform/result';
import type { Documents } from '../storage/documents';

export type DutyService = { readonly now: () => Promise<Result<DutyView>> };

/** A team as small as its number of places has nobody to hand over to. */
const NOBODY = 'nobody';

/** The rota of the settings with the pack's rule; a sentence for what is missing when there is none. */
function rotationOf(settings: Settings, pack: Pack): Rotation | string {
  const { roster, firstShiftStart, firstIncoming, timeZone, handoverTime } = settings;
  if (roster.length === 0) return 'The roster is empty.';
  if (firstShiftStart === null) return 'The day on which a first steward joined is not set.';
  if (firstIncoming === null) return 'Who joined on the first day is not set.';
  const { shiftWeeks, stewardsOnDuty } = pack.rotation;
  const rotation: Rotation = {
    roster,
    firstShiftStart,
    firstIncoming,
    timeZone,
    handoverTime,
    shiftWeeks,
    stewardsOnDuty,
    overrides: [],
  };
  return rotationProblem(rotation) ?? rotation;
}

/** Who is on duty now and who comes next, reckoned from the settings alone. */
export function createDuty(deps: {
  readonly documents: Pick<Documents, 'settings'>;
  readonly pack: Pack;
  readonly clock: Clock;
}): DutyService {
  const { documents, pack, clock } = deps;
  return {
    now: async () => {
      const settings = await documents.settings.read();
      if (!settings.ok) return settings;
      const rotation = rotationOf(settings.value, pack);
      if (typeof rotation === 'string')
        return ok({ configured: false, missing: rotation } as const);
      let duty: Duty;
      try {
        duty = dutyAt(rotation, clock());
      } catch (error) {
        if (!(error instanceof RotationError)) throw error;
        return ok({ configured: false, missing: error.message } as const);
      }
      const { stewards, shiftStart, shiftEnd, next, reason } = duty;
      return ok({
        configured: true,
        stewards,
        shiftStart: shiftStart.toISOString(),
        shiftEnd: shiftEnd.toISOString(),
        incoming: next.incoming ?? NOBODY,
        outgoing: next.outgoing ?? NOBODY,
        reason,
      } as const);
    },
  };
}
