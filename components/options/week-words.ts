import type { WeeklyHours } from '@/lib/contract/working-time';
import { DAYS } from './week';

/** Hours as the pack and the settings write them; a missing day is closed. */
type Hours = { readonly [Day in keyof WeeklyHours]?: WeeklyHours[Day] | undefined };

const short = (name: string): string => name.slice(0, 3);

function dayWords(stretches: readonly (readonly [string, string])[]): string {
  const words = stretches.map(([open, close]) => `${open}–${close}`).join(', ');
  return words === '00:00–24:00' ? 'all day' : words;
}

/** Weekly hours in words, equal days together: `Mon–Thu 09:00–12:00, 13:00–17:00; Fri 09:00–12:00`. */
export function weekWords(hours: Hours): string {
  const runs: { first: string; last: string; words: string }[] = [];
  let open = false;
  for (const { key, name } of DAYS) {
    const words = dayWords(hours[key] ?? []);
    const run = runs.at(-1);
    if (words !== '' && open && run?.words === words) run.last = name;
    else if (words !== '') runs.push({ first: name, last: name, words });
    open = words !== '';
  }
  if (runs.length === 0) return 'never open';
  return runs
    .map(({ first, last, words }) =>
      first === last ? `${short(first)} ${words}` : `${short(first)}–${short(last)} ${words}`,
    )
    .join('; ');
}
