import type { TicketProgress } from '@/lib/contract/ticket';
import type { Objective } from '@/lib/pack/schema';
import type { History } from './evidence';
import { metOf } from './slo-facts';
import type { ClockSumLine, Reading } from './slo-types';
import { MINUTE_MS } from './zone';

/** A steward who was on the ticket this recently is taken to be there still. */
const PRESENT_MS = 60_000;

/** Active time until `end` in ms, and whether it grows at `end`. */
export function activeUntil(progress: TicketProgress, end: Date): { ms: number; running: boolean } {
  const ms = progress.timeboxActiveMs ?? 0;
  if (progress.timeboxActiveAt === undefined) return { ms, running: false };
  const sinceMs = end.getTime() - Date.parse(progress.timeboxActiveAt);
  const running = Math.abs(sinceMs) <= PRESENT_MS;
  // Counted a moment beyond the end, when the last word came after what met the clock.
  return { ms: running ? Math.max(0, ms + sinceMs) : ms, running };
}

function linesOf(startedAt: Date, end: Date, usedMinutes: number): readonly ClockSumLine[] {
  const spentMinutes = Math.max(0, (end.getTime() - startedAt.getTime()) / MINUTE_MS);
  const awayMinutes = Math.max(0, spentMinutes - usedMinutes);
  const span = { from: startedAt, to: end } as const;
  return [
    { ...span, minutes: usedMinutes, note: 'open' },
    ...(awayMinutes >= 1
      ? [{ ...span, minutes: awayMinutes, note: 'paused', because: 'away' } as const]
      : []),
  ];
}

/**
 * A clock of the time a steward really spends on the ticket: it stands still while nobody is there, and when it will be
 * up is known only while somebody is.
 */
export function activeReading(
  history: History,
  objective: Objective,
  startedAt: Date,
  now: Date,
): Reading {
  const { progress } = history;
  const { targetMinutes, warnAt } = objective;
  const met = metOf(history, objective, null);
  const metAt = typeof met === 'object' && met.at !== null ? new Date(met.at) : null;
  const end = metAt ?? now;
  const { ms, running } = activeUntil(progress, end);
  const usedMinutes = ms / MINUTE_MS;
  const base = { startedAt, metAt, opensAt: null, pausedBy: null } as const;
  const nothing = { usedMinutes: null, leftMinutes: null, fraction: null } as const;
  const still = { stoppedBecause: null, dueAt: null, warnsAt: null } as const;
  const counted = {
    usedMinutes,
    leftMinutes: targetMinutes - usedMinutes,
    fraction: Math.min(1, usedMinutes / targetMinutes),
    explain: () => linesOf(startedAt, end, usedMinutes),
  } as const;
  if (met === 'unknown') return { ...base, ...still, ...nothing, state: 'unknown', explain: none };
  if (met !== 'open') {
    // Ended at a time nobody knows: what was counted may not all lie before it.
    const known = metAt === null ? { ...nothing, explain: none } : counted;
    return { ...base, ...still, ...known, state: 'met' };
  }
  const leftMs = targetMinutes * MINUTE_MS - ms;
  if (leftMs <= 0) return { ...base, ...still, ...counted, state: 'overdue' };
  if (!running) {
    return { ...base, ...still, ...counted, state: 'stopped', stoppedBecause: 'away' };
  }
  const warnMs = Math.round(warnAt * targetMinutes * MINUTE_MS) - ms;
  const at = (awayMs: number): Date => new Date(now.getTime() + awayMs);
  const soon = warnMs <= 0;
  const ahead = { dueAt: at(leftMs), warnsAt: soon ? null : at(warnMs), stoppedBecause: null };
  return { ...base, ...counted, ...ahead, state: soon ? 'due-soon' : 'running' };
}

const none = (): readonly ClockSumLine[] => [];
