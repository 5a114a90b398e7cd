import type { ClosingView } from '@/lib/contract/list';
import type { Result } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import type { AlarmsPort } from '@/lib/platform/alarms-port';
import type { Clock } from '@/lib/platform/clock';
import type { Logger } from '@/lib/platform/logger';
import { fail, ok } from '@/lib/platform/result';
import type { Broadcast } from '../../broadcast';
import type { Outbox } from '../../outbox';
import type { Pages } from '../../pages';
import type { Documents } from '../../storage/documents';
import type { ClosingRecord } from '../../storage/list-records';
import type { TicketStore } from '../../storage/ticket-store';
import type { Connections } from '../connection';
import type { Form } from '../form';
import type { GithubAccount } from '../github-account';
import type { Packs } from '../packs';
import type { Progress } from '../progress';
import type { Sync } from '../sync';
import type { TicketCache } from '../ticket-cache';
import type { Tickets } from '../tickets';
import { createClosingBook } from './book';
import { createCloseIssue } from './close-issue';
import { createCloseTicket } from './close-ticket';
import { createShowClosed } from './finish';
import { createPress } from './press';
import { createRunClosing } from './run';
import { createSchedule } from './schedule';
import { createVerdict } from './verdict';

export { CLOSING_ALARM } from './schedule';

export type Closing = {
  /** Begins the ten seconds; the same ticket pressed again is the same closing. */
  readonly close: (ref: TicketRef, issueUrl: string | null) => Promise<Result<ClosingView>>;
  /** Takes it back, as long as nothing has been sent. */
  readonly undo: (id: string) => Promise<Result<ClosingView>>;
  /** Under way, or ended a short while ago. */
  readonly views: () => Promise<readonly ClosingView[]>;
  /** Goes on with closings whose time has come or whose worker died. */
  readonly resume: () => Promise<void>;
};

export type ClosingDeps = {
  readonly documents: Documents;
  readonly connections: Connections;
  readonly form: Form;
  readonly outbox: Outbox;
  readonly store: TicketStore;
  readonly sync: Sync;
  readonly cache: TicketCache;
  readonly tickets: Tickets;
  readonly progress: Progress;
  readonly packs: Packs;
  readonly pages: Pages;
  readonly githubAccount: GithubAccount;
  readonly alarms: AlarmsPort;
  readonly broadcast: Broadcast;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly machineTimeZone: string;
  readonly logger: Logger;
};

const viewOf = ({ id, ref, issueUrl, closesAt, state, problem }: ClosingRecord): ClosingView => ({
  id,
  ref,
  issueUrl,
  closesAt,
  state,
  problem,
});

/** Closes tickets ten seconds after the press, and their issue with them. */
export function createClosing(deps: ClosingDeps): Closing {
  const book = createClosingBook(deps);
  const verdictOn = createVerdict(deps);
  const closeTicket = createCloseTicket(deps);
  const closeIssue = createCloseIssue(deps);
  const showClosed = createShowClosed(deps);
  const run = createRunClosing({ ...deps, book, closeTicket, closeIssue, verdictOn, showClosed });
  const schedule = createSchedule({ ...deps, book, run });
  const press = createPress({ ...deps, book, verdictOn });

  return {
    close: async (ref, issueUrl) => {
      const pressed = await press(ref, issueUrl);
      if (!pressed.ok) return pressed;
      await schedule.waitFor(pressed.value);
      return ok(viewOf(pressed.value));
    },
    undo: async (id) => {
      const turned = await book.turn(id, ['waiting', 'undone'], 'undone');
      if (!turned.ok) return turned;
      if (turned.value !== null) {
        await schedule.setAlarm();
        return ok(viewOf(turned.value));
      }
      const all = await book.all();
      if (!all.ok) return all;
      const state = all.value.find((record) => record.id === id)?.state;
      if (state === undefined) return fail('not-found', 'There is no such closing any more.');
      if (state === 'failed')
        return fail('conflict', 'The ticket was not closed: there is nothing to take back.');
      return fail(
        'conflict',
        'The ten seconds are over and the ticket is being closed: to open it again, set its status to Open in Freshdesk.',
      );
    },
    views: async () => {
      const all = await book.all();
      return all.ok ? all.value.map(viewOf) : [];
    },
    resume: schedule.resume,
  };
}
