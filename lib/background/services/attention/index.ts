export const ATTENTION_ALARM = 'attention';

export type AttentionService = {
  /** Reckons anew what needs the steward now: badge, notices, and when to look again. */
  readonly refresh: () => Promise<void>;
  /** A notification was pressed: null is its body, 0 and 1 are its buttons. */
  readonly pressed: (noticeId: string, button: number | null) => Promise<void>;
};

export function createAttention(): AttentionService {
  return {
    refresh: async () => {
      await Promise.resolve();
    },
    pressed: async () => {
      await Promise.resolve();
    },
  };
}
