import type { Failure } from '@/lib/contract/result';
import type { Clock } from '@/lib/platform/clock';
import type { Documents } from '../storage/documents';

export type Refusals = {
  /** The failure of a question asked within the last five minutes. */
  readonly recent: (question: string) => Promise<Failure | null>;
  readonly remember: (question: string, failure: Failure) => Promise<void>;
};

const KEEP_MS = 5 * 60_000;

/**
 * Remembers what an account refused (a right or a feature that is missing), because all its users share its calls: a
 * sidebar asks at every ticket. Forgotten when the key changes.
 */
export function createRefusals(deps: {
  readonly documents: Pick<Documents, 'refusals'>;
  readonly clock: Clock;
}): Refusals {
  const { documents, clock } = deps;
  const isRecent = (at: string): boolean => {
    const age = clock().getTime() - Date.parse(at);
    return age >= 0 && age < KEEP_MS;
  };
  return {
    recent: async (question) => {
      const all = await documents.refusals.read();
      const one = all.ok ? all.value[question] : undefined;
      return one !== undefined && isRecent(one.at) ? one.failure : null;
    },
    remember: async (question, failure) => {
      await documents.refusals.update((all) => ({
        ...Object.fromEntries(Object.entries(all).filter(([, { at }]) => isRecent(at))),
        [question]: { at: clock().toISOString(), failure },
      }));
    },
  };
}
