import type { Api } from '../api.ts';

/** Saves a reply's model some time after its last change; `flush` saves at once what still waits. */
export const createDraftKeeper = (api: Api, ticketId: number, delayMs: number) => {
  let waiting: { body: string; timer: ReturnType<typeof setTimeout> } | undefined;

  const save = (body: string) => {
    waiting = undefined;
    // A draft that cannot be saved must not disturb writing; the next change tries again.
    void api.saveDraft(ticketId, body).catch(() => undefined);
  };
  const drop = () => {
    clearTimeout(waiting?.timer);
    waiting = undefined;
  };

  return {
    later: (body: string) => {
      drop();
      waiting = { body, timer: setTimeout(() => save(body), delayMs) };
    },
    isWaiting: () => waiting !== undefined,
    flush: () => {
      const body = waiting?.body;
      drop();
      if (body !== undefined) save(body);
    },
    drop,
  };
};
