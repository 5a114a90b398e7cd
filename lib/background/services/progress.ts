import type { CommandOutput } from '@/lib/contract/commands';
import type { Result } from '@/lib/contract/result';
import type { LinkedIssue, TicketProgress, TicketRef } from '@/lib/contract/ticket';
import type { Pack } from '@/lib/pack/schema';
import type { Clock } from '@/lib/platform/clock';
import type { IdlePort } from '@/lib/platform/idle-port';
import { fail, ok } from '@/lib/platform/result';
import type { Broadcast } from '../broadcast';
import type { Documents } from '../storage/documents';
import { withActiveTime, withTimebox } from './active-time';

export type Progress = {
  readonly read: (ref: TicketRef) => Promise<Result<TicketProgress>>;
  readonly tick: (ref: TicketRef, stepId: string, done: boolean) => Promise<Result<TicketProgress>>;
  readonly timebox: (ref: TicketRef, running: boolean) => Promise<Result<TicketProgress>>;
  /** The steward is on this ticket now: time since the last such word counts for a running timebox. */
  readonly active: (ref: TicketRef) => Promise<Result<CommandOutput<'ticket.active'>>>;
  /** An issue counts once, by its address; a new sighting keeps the first. */
  readonly addIssue: (ref: TicketRef, issue: LinkedIssue) => Promise<Result<TicketProgress>>;
  readonly removeIssue: (ref: TicketRef, url: string) => Promise<Result<TicketProgress>>;
  readonly issueOpened: (ref: TicketRef) => Promise<Result<TicketProgress>>;
  readonly rememberAnswers: (
    ref: TicketRef,
    answers: Readonly<Record<string, string>>,
  ) => Promise<Result<TicketProgress>>;
};

/** How the steward at this browser is named: as in the settings, else as the account knows them; empty when neither. */
export async function stewardName(
  documents: Pick<Documents, 'settings' | 'secrets'>,
): Promise<string> {
  const settings = await documents.settings.read();
  if (settings.ok && settings.value.stewardName.trim() !== '')
    return settings.value.stewardName.trim();
  const secrets = await documents.secrets.read();
  return (secrets.ok && secrets.value.freshdesk?.agentName) || '';
}

function without(
  ticks: TicketProgress['ticks'],
  stepId: string,
): Record<string, { at: string; by: string }> {
  return Object.fromEntries(Object.entries(ticks).filter(([id]) => id !== stepId));
}

/** What stewards did on a ticket that Freshdesk does not know. */
export function createProgress(deps: {
  readonly documents: Pick<Documents, 'progress' | 'settings' | 'secrets'>;
  readonly broadcast: Broadcast;
  readonly pack: Pack;
  readonly clock: Clock;
  readonly idle: IdlePort;
}): Progress {
  const { documents, broadcast, pack, clock, idle } = deps;

  async function change(
    ref: TicketRef,
    how: (current: TicketProgress) => TicketProgress,
  ): Promise<Result<TicketProgress>> {
    const changed = await documents.progress(ref).update(how);
    if (changed.ok) broadcast('ticket', ref);
    return changed;
  }

  return {
    read: async (ref) => await documents.progress(ref).read(),
    tick: async (ref, stepId, done) => {
      const known = pack.checklists.some(({ steps }) => steps.some(({ id }) => id === stepId));
      if (!known) return fail('invalid-input', 'The process has no such step any more.');
      const by = (await stewardName(documents)) || 'A steward';
      const at = clock().toISOString();
      return await change(ref, (current) => {
        if (!done) return { ...current, ticks: without(current.ticks, stepId) };
        // Who ticked first did it: a second tick changes nothing.
        if (Object.hasOwn(current.ticks, stepId)) return current;
        return { ...current, ticks: { ...current.ticks, [stepId]: { at, by } } };
      });
    },
    timebox: async (ref, running) => {
      const now = clock();
      return await change(ref, (current) => withTimebox(current, running, now));
    },
    active: async (ref) => {
      const inUse = await idle.inUse();
      let counted = false;
      // No notice: the asking page is answered, and one each 20 seconds would make every page read the ticket again.
      const changed = await documents.progress(ref).update((current) => {
        const next = withActiveTime(current, clock(), inUse);
        counted = next.counted;
        return next.progress;
      });
      return changed.ok ? ok({ counted, progress: changed.value }) : changed;
    },
    addIssue: async (ref, issue) =>
      await change(ref, (current) => {
        const known = current.issues.some(
          ({ url }) => url.toLowerCase() === issue.url.toLowerCase(),
        );
        const issues = known ? current.issues : [...current.issues, issue];
        return { ...current, issues, issueOpenedAt: null };
      }),
    removeIssue: async (ref, url) =>
      await change(ref, (current) => ({
        ...current,
        issues: current.issues.filter((issue) => issue.url !== url),
      })),
    issueOpened: async (ref) => {
      const at = clock().toISOString();
      return await change(ref, (current) => ({ ...current, issueOpenedAt: at }));
    },
    rememberAnswers: async (ref, answers) =>
      await change(ref, (current) => ({
        ...current,
        answers: { ...current.answers, ...answers },
      })),
  };
}
