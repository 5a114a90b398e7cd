import type { TicketProgress } from '@/lib/contract/ticket';

/** Words further apart than this say nothing of the time between them. */
const MOST_BETWEEN_MS = 60_000;

/** Starts the timebox, which counts from nothing again, or ends it. One that runs goes on. */
export function withTimebox(current: TicketProgress, running: boolean, now: Date): TicketProgress {
  if (running && current.timeboxStartedAt !== null) return current;
  const { timeboxActiveMs: _ms, timeboxActiveAt: _at, ...rest } = current;
  if (!running) return { ...rest, timeboxStartedAt: null };
  const at = now.toISOString();
  return { ...rest, timeboxStartedAt: at, timeboxActiveMs: 0, timeboxActiveAt: at };
}

/**
 * A steward is on the ticket: the time since the last such word counts, whichever page it came from, when the two are
 * close together and somebody is at the machine. Nothing else may have counted that time, so tabs never count it twice.
 */
export function withActiveTime(
  current: TicketProgress,
  now: Date,
  inUse: boolean,
): { readonly progress: TicketProgress; readonly counted: boolean } {
  const { timeboxStartedAt, timeboxActiveMs = 0, timeboxActiveAt } = current;
  if (timeboxStartedAt === null || !inUse) return { progress: current, counted: false };
  const sinceMs =
    timeboxActiveAt === undefined ? Number.NaN : now.getTime() - Date.parse(timeboxActiveAt);
  // A clock that was set back begins anew as well.
  const counted = sinceMs >= 0 && sinceMs <= MOST_BETWEEN_MS;
  const progress = {
    ...current,
    timeboxActiveMs: counted ? timeboxActiveMs + sinceMs : timeboxActiveMs,
    timeboxActiveAt: now.toISOString(),
  };
  return { progress, counted };
}
