import type { AlarmsPort } from '@/lib/platform/alarms-port';
import type { Clock } from '@/lib/platform/clock';
import type { Logger } from '@/lib/platform/logger';
import type { ClosingRecord } from '../../storage/list-records';
import { createSharing } from '../sharing';
import { type ClosingBook, isUnderWay, UNDO_MS } from './book';
import type { Progressed, RunClosing } from './run';

export const CLOSING_ALARM = 'closing';

export type Schedule = {
  /** Sees to it that this closing is gone on with when its time comes, also by another worker. */
  readonly waitFor: (record: ClosingRecord) => Promise<void>;
  readonly resume: () => Promise<void>;
  /** Sets the alarm for what is under way, or takes it away. */
  readonly setAlarm: () => Promise<void>;
};

/** Behind the timer; browsers let no alarm come sooner than half a minute. */
const NET_MS = 20_000;
const LOOK_AGAIN_MS = 60_000;

/**
 * When closings are gone on with. A timer counts the ten seconds while the worker lives; an alarm is the net below it,
 * for a worker that died or a computer that slept.
 */
export function createSchedule(deps: {
  readonly book: ClosingBook;
  readonly run: RunClosing;
  readonly alarms: AlarmsPort;
  readonly clock: Clock;
  readonly logger: Logger;
}): Schedule {
  const { book, run, alarms, clock, logger } = deps;
  /** Timer and alarm may come together: one closing is gone on with once at a time. */
  const shared = createSharing<Progressed>();
  const timers = new Set<string>();

  async function underWay(): Promise<readonly ClosingRecord[]> {
    const all = await book.all();
    return all.ok ? all.value.filter(isUnderWay) : [];
  }

  /** A time further away than any can be means that the machine's clock was set back. */
  function isDue({ closesAt }: ClosingRecord): boolean {
    const leftMs = Date.parse(closesAt) - clock().getTime();
    return leftMs <= 0 || leftMs > UNDO_MS;
  }

  async function setAlarm(): Promise<void> {
    const times = (await underWay()).map((record) =>
      isDue(record) ? clock().getTime() + LOOK_AGAIN_MS : Date.parse(record.closesAt) + NET_MS,
    );
    if (times.length === 0) await alarms.clear(CLOSING_ALARM);
    else await alarms.set(CLOSING_ALARM, new Date(Math.min(...times)));
  }

  async function goOn(record: ClosingRecord): Promise<void> {
    await shared(record.id, async () => await run(record));
  }

  /** The stored record, because it may have been taken back; its time has come whatever the clock says. */
  async function ripe(id: string): Promise<void> {
    const record = (await underWay()).find((one) => one.id === id);
    if (record !== undefined) await goOn(record);
    await setAlarm();
  }

  function setTimer({ id, closesAt }: ClosingRecord): void {
    if (timers.has(id)) return;
    timers.add(id);
    const delayMs = Math.max(0, Date.parse(closesAt) - clock().getTime());
    setTimeout(() => {
      timers.delete(id);
      ripe(id).catch((error: unknown) => {
        logger.error('Closing a ticket failed', error instanceof Error ? error.name : typeof error);
      });
    }, delayMs);
  }

  return {
    waitFor: async (record) => {
      if (record.state === 'waiting') setTimer(record);
      await setAlarm();
    },
    setAlarm,
    resume: async () => {
      const records = await underWay();
      if (records.length === 0) return;
      // Before the first is gone on with: a worker that dies over it leaves the alarm behind.
      await setAlarm();
      for (const record of records) {
        if (record.state === 'waiting' && !isDue(record)) setTimer(record);
        else await goOn(record);
      }
      await setAlarm();
    },
  };
}
