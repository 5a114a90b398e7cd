import type { SumLine } from './business-time';

/**
 * `stopped`: time does not run now; `stoppedBecause` says why. `unknown`: the data at hand do not tell whether it is
 * met, or its times are not known. A `wait` clock is never overdue: once its time is up it stays `due-soon`, with
 * nothing left.
 */
export type ClockState = 'running' | 'stopped' | 'due-soon' | 'overdue' | 'met' | 'unknown';

/** What a clock can wait for, as packs name it. */
export type PauseReason = 'pending' | 'waiting-on-requester';

/** `closed`: outside of working time. `paused`: it waits for somebody else. `away`: no steward is on the ticket. */
export type StopReason = 'closed' | 'paused' | 'away';

/** A stretch that does not count, because the clock waits or nobody was on the ticket; `to` is null while it lasts. */
export type PausedLine = {
  readonly from: Date;
  readonly to: Date | null;
  /** Minutes of a stretch whose length alone is known (`away`); else none. */
  readonly minutes: number;
  readonly note: 'paused';
  readonly because: PauseReason | 'away';
};

/** One line of the sum behind a clock. */
export type ClockSumLine = SumLine | PausedLine;

/** One service-level clock of a ticket. Minutes are working minutes of its calendar (elapsed ones for `always`). */
export type Clock = {
  readonly objectiveId: string;
  readonly name: string;
  /** Read after the time left ("to answer"). */
  readonly purpose: string;
  readonly kind: 'deadline' | 'wait';
  readonly state: ClockState;
  /** Set while `stopped`. */
  readonly stoppedBecause: StopReason | null;
  /** Set while the clock is paused: what it waits for. */
  readonly pausedBy: PauseReason | null;
  readonly startedAt: Date | null;
  /** Null also while nobody knows: while the clock is paused, or waits for the steward to come back. */
  readonly dueAt: Date | null;
  /** When an open deadline turns due soon if nothing happens; null when it is, never will be, or nobody knows. */
  readonly warnsAt: Date | null;
  /** Null while not met, and when it is met but nobody knows when. */
  readonly metAt: Date | null;
  /** When a clock stopped by closing hours goes on. */
  readonly opensAt: Date | null;
  readonly targetMinutes: number;
  readonly usedMinutes: number | null;
  /** Negative when overdue, or when it was met too late. */
  readonly leftMinutes: number | null;
  /** Used share of the target, 0 to 1. */
  readonly fraction: number | null;
  readonly calendarName: string;
  readonly timeZone: string;
  /** Working time of a calendar, time on the wall, or the time a steward spent on the ticket. */
  readonly counts: 'working' | 'elapsed' | 'active';
  /** What makes it stand still besides closing hours. */
  readonly pausedWhile: readonly PauseReason[];
  /** The sum from start to due time, worked out when asked for. */
  readonly explain: () => readonly ClockSumLine[];
};

/** What a clock says besides what its objective and calendar are called. */
export type Reading = Pick<
  Clock,
  | 'state'
  | 'stoppedBecause'
  | 'pausedBy'
  | 'startedAt'
  | 'dueAt'
  | 'warnsAt'
  | 'metAt'
  | 'opensAt'
  | 'usedMinutes'
  | 'leftMinutes'
  | 'fraction'
  | 'explain'
>;
