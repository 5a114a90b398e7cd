import type { Scene } from '../scene';
import type { Clock } from '@/lib/domain/slo';
import { clocksFor } from '@/lib/domain/slo';
import { useNow } from '@/lib/client/useNow';
import { needsSeconds } from './clock-words';

/** The ticket's clocks at an instant, most urgent first. */
export function clocksAt(scene: Scene, now: Date): readonly Clock[] {
  return clocksFor({
    pack: scene.pack,
    facts: scene.facts,
    progress: scene.progress,
    categoryId: scene.view.categoryId,
    teamTimeZone: scene.settings.timeZone,
    now,
  });
}

/** The ticket's clocks, most urgent first, moving by the minute, or by the second within a last hour. */
export function useClocks(scene: Scene): { readonly clocks: readonly Clock[]; readonly now: Date } {
  const minute = useNow('minute');
  const precise = clocksAt(scene, minute).some(needsSeconds);
  const now = useNow(precise ? 'second' : 'minute');
  return { clocks: clocksAt(scene, now), now };
}
