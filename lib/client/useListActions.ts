import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ClosingView, ListView } from '@/lib/contract/list';
import type { Instant } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import { keys } from './keys';
import { useSteward } from './StewardContext';

/** What can be done to a ticket of the list; the functions stay the same for as long as the page is open. */
export type ListActions = {
  /** Puts a ticket aside until then; null takes it back. */
  readonly putAside: (ref: TicketRef, until: Instant | null) => void;
  /** Closes a ticket, and the issue with this address, after the time in which it can be taken back. */
  readonly close: (ref: TicketRef, issueUrl: string | null) => void;
  /** Takes a closing back before it is sent. */
  readonly undoClose: (ref: TicketRef, closingId: string) => void;
  /** Takes away the sentence about what went wrong with a ticket. */
  readonly dismiss: (ref: TicketRef, closingId: string | null) => void;
};

/** What went wrong, by ticket, and which closings the steward has done with. */
export type ListTroubles = {
  readonly failures: ReadonlyMap<string, string>;
  readonly dismissed: ReadonlySet<string>;
};

/** Names a ticket among those of all accounts. */
export const ticketKey = ({ host, id }: TicketRef): string => `${host}/${id}`;

const withClosing = (list: ListView, closing: ClosingView): ListView => ({
  ...list,
  closings: [...list.closings.filter(({ id }) => id !== closing.id), closing],
});

const withSnooze = (list: ListView, ref: TicketRef, until: Instant | null): ListView => {
  const others = list.snoozes.filter((one) => ticketKey(one.ref) !== ticketKey(ref));
  return { ...list, snoozes: until === null ? others : [...others, { ref, until }] };
};

/** Commands of the list's rows: each answer shows at once, each failure stays with its ticket until it is dismissed. */
export function useListActions(): { readonly actions: ListActions } & ListTroubles {
  const { messenger } = useSteward();
  const queryClient = useQueryClient();
  const [failures, setFailures] = useState<ReadonlyMap<string, string>>(new Map());
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());

  const change = useCallback(
    (update: (list: ListView) => ListView) =>
      queryClient.setQueryData<ListView>(keys.list, (old) => (old ? update(old) : old)),
    [queryClient],
  );

  const setFailure = useCallback((ref: TicketRef, sentence: string | null) => {
    setFailures((old) => {
      if (sentence === null && !old.has(ticketKey(ref))) return old;
      const next = new Map(old);
      if (sentence === null) next.delete(ticketKey(ref));
      else next.set(ticketKey(ref), sentence);
      return next;
    });
  }, []);

  const attempt = useCallback(
    async (ref: TicketRef, work: () => Promise<void>): Promise<void> => {
      setFailure(ref, null);
      try {
        await work();
      } catch (thrown) {
        setFailure(ref, thrown instanceof Error ? thrown.message : 'Something went wrong.');
      }
    },
    [setFailure],
  );

  const actions = useMemo<ListActions>(
    () => ({
      putAside: (ref, until) =>
        void attempt(ref, async () => {
          const answer = await messenger.send('list.snooze', { ref, until });
          change((list) => withSnooze(list, ref, answer.until));
        }),
      close: (ref, issueUrl) =>
        void attempt(ref, async () => {
          const closing = await messenger.send('ticket.close', { ref, issueUrl });
          change((list) => withClosing(list, closing));
        }),
      undoClose: (ref, closingId) =>
        void attempt(ref, async () => {
          const closing = await messenger.send('ticket.undoClose', { id: closingId });
          change((list) => withClosing(list, closing));
        }),
      dismiss: (ref, closingId) => {
        setFailure(ref, null);
        if (closingId !== null) setDismissed((old) => new Set([...old, closingId]));
      },
    }),
    [attempt, change, messenger, setFailure],
  );
  return { actions, failures, dismissed };
}
