import { browser } from 'wxt/browser';

/** Whether somebody is at the machine. */
export type IdlePort = {
  /** False once nobody has touched it for five minutes, and while it is locked. */
  readonly inUse: () => Promise<boolean>;
};

const IDLE_AFTER_SECONDS = 300;

/** The browser's own view; where there is none, somebody is taken to be there. */
export function createIdlePort(): IdlePort {
  return {
    inUse: async () => {
      // Typed as always there, but it is absent without the permission and in some browsers.
      const idle = browser.idle as typeof browser.idle | undefined;
      if (idle?.queryState === undefined) return true;
      try {
        return (await idle.queryState(IDLE_AFTER_SECONDS)) === 'active';
      } catch {
        return true;
      }
    },
  };
}
