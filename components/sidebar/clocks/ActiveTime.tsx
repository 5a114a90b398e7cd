import { useActiveTime } from '@/lib/client/useActiveTime';
import { useAtPresent } from '@/lib/client/useNow';
import { useScene } from '../scene';
import { clocksAt } from './useClocks';

/** Shows nothing: has the time on this ticket counted while a clock of active time is open, folded or not. */
export function ActiveTime(): null {
  const scene = useScene();
  const open = useAtPresent('minute', (now) =>
    clocksAt(scene, now).some(
      ({ counts, state }) => counts === 'active' && state !== 'met' && state !== 'unknown',
    ),
  );
  useActiveTime(scene.ref, open);
  return null;
}
