import type { Clock } from '@/lib/platform/clock';
import type { ClosingRecord } from '../../storage/list-records';
import type { Sync } from '../sync';
import type { ClosingBook } from './book';
import type { CloseIssue } from './close-issue';
import type { CloseTicket, TicketOutcome } from './close-ticket';
import type { ShowClosed } from './finish';
import type { VerdictOn } from './verdict';

/** `again`: its outcome is not known yet, so it is to be looked at later. */
export type Progressed = 'ended' | 'again';
export type RunClosing = (record: ClosingRecord) => Promise<Progressed>;

/** Later than this the steward does not expect it any more: the browser was closed or the computer slept. */
const LATE_MS = 10 * 60_000;
const LATE =
  'The browser was closed or the computer slept before the ten seconds were over, so the ticket was not closed: close it again.';

/**
 * Takes a closing whose time has come to its end, from wherever the last worker left it. The ticket is read anew right
 * before it is closed: whoever answered within the ten seconds stops it. Until then it can still be taken back.
 */
export function createRunClosing(deps: {
  readonly book: ClosingBook;
  readonly closeTicket: CloseTicket;
  readonly closeIssue: CloseIssue;
  readonly verdictOn: VerdictOn;
  readonly showClosed: ShowClosed;
  readonly sync: Pick<Sync, 'reread'>;
  readonly clock: Clock;
}): RunClosing {
  const { book, closeTicket, closeIssue, verdictOn, showClosed, sync, clock } = deps;

  async function end(
    { id }: ClosingRecord,
    state: 'done' | 'failed',
    problem: string | null,
  ): Promise<Progressed> {
    const ended = await book.turn(id, ['waiting', 'sending'], state, problem);
    return ended.ok ? 'ended' : 'again';
  }

  async function notClosed(record: ClosingRecord, why: string): Promise<Progressed> {
    return await end(record, 'failed', `Not closed. ${why}`);
  }

  /** The ticket is closed: everything that follows from it. */
  async function follow(record: ClosingRecord, said: string | null): Promise<Progressed> {
    await showClosed(record.ref);
    const issue = await closeIssue(record);
    if (issue !== null) return await end(record, 'done', issue.problem ?? said);
    await book.turn(
      record.id,
      ['sending'],
      'sending',
      'The ticket is closed; GitHub has not said yet whether the issue is. Steward looks again.',
    );
    return 'again';
  }

  async function after(record: ClosingRecord, outcome: TicketOutcome): Promise<Progressed> {
    if (outcome.is === 'closed') return await follow(record, null);
    if (outcome.is === 'failed') return await notClosed(record, outcome.why);
    const problem = 'Freshdesk has not said yet whether the ticket is closed: Steward looks again.';
    await book.turn(record.id, ['sending'], 'sending', problem);
    return 'again';
  }

  /** Nothing has been sent yet. */
  async function begin(record: ClosingRecord): Promise<Progressed> {
    if (clock().getTime() - Date.parse(record.closesAt) > LATE_MS)
      return await end(record, 'failed', LATE);
    const fresh = await sync.reread(record.ref);
    if (!fresh.ok) return await notClosed(record, fresh.error.message);
    const verdict = await verdictOn(fresh.value);
    if (!verdict.ok) return await notClosed(record, verdict.error.message);
    if (verdict.value.is === 'refused') return await notClosed(record, verdict.value.why);
    // From here on it cannot be taken back; who took it back a moment ago wins.
    const sending = await book.turn(record.id, ['waiting', 'sending'], 'sending');
    if (!sending.ok) return 'again';
    if (sending.value === null) return 'ended';
    if (verdict.value.is === 'closed')
      return await follow(record, 'Somebody had closed the ticket before.');
    return await after(record, await closeTicket.send(record));
  }

  return async (record) => {
    const write = await closeTicket.begun(record);
    // Whoever cannot read what was sent must not send.
    if (!write.ok) return 'again';
    if (write.value === null) return await begin(record);
    return await after(record, await closeTicket.follow(write.value));
  };
}
