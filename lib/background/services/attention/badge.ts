import type { SyncState } from '@/lib/contract/list';
import { timeWords } from '@/lib/domain/words';
import type { Badge } from '@/lib/platform/notices-port';
import type { Picture } from './picture';

export const NO_BADGE: Badge = { text: '', tone: 'plain', title: 'Steward' };

/** More does not fit on the button. */
const MOST = 99;

/** `3 tickets need you`. */
export const needWords = (count: number): string =>
  count === 1 ? '1 ticket needs you' : `${count} tickets need you`;

function remark(sync: SyncState, timeZone: string, now: Date): string {
  if (sync.stage === 'loading') return '\nTickets are still being read.';
  if (sync.problem === null || sync.lastAt === null) return '';
  return `\nAs of ${timeWords(new Date(sync.lastAt), timeZone, now)}: ${sync.problem.message}`;
}

/**
 * How many tickets need a steward now, in the colour of the most urgent one. The title says it in words, and how old it
 * is when Freshdesk does not answer; `timeZone` is the steward's.
 */
export function badgeOf({ items }: Picture, sync: SyncState, timeZone: string, now: Date): Badge {
  if (sync.stage === 'never') return NO_BADGE;
  const needing = items.filter(({ attention }) => attention.needsNow);
  const count = (level: string): number =>
    needing.filter(({ attention }) => attention.level === level).length;
  const [late, soon] = [count('late'), count('soon')];
  const parts = [late > 0 ? `${late} late` : '', soon > 0 ? `${soon} due soon` : ''];
  const which = parts.filter((part) => part !== '').join(', ');
  const words =
    needing.length === 0
      ? 'Nothing needs you now'
      : `${needWords(needing.length)}${which === '' ? '' : `: ${which}`}`;
  const number = needing.length > MOST ? `${MOST}+` : String(needing.length);
  return {
    text: needing.length === 0 ? '' : number,
    tone: late > 0 ? 'late' : soon > 0 ? 'soon' : 'plain',
    title: `Steward: ${words}${remark(sync, timeZone, now)}`,
  };
}
