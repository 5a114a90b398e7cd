import { browser } from 'wxt/browser';

/** The part of `browser.alarms` that the background uses. An alarm wakes the worker, also after the laptop slept. */
export type AlarmsPort = {
  /** Sets or moves an alarm. Browsers may be up to half a minute late. */
  readonly set: (name: string, at: Date) => Promise<void>;
  readonly clear: (name: string) => Promise<void>;
  readonly all: () => Promise<readonly { readonly name: string; readonly at: Date }[]>;
  readonly onAlarm: (listener: (name: string) => void) => void;
};

/** The browser's own alarms. */
export function createAlarmsPort(): AlarmsPort {
  return {
    set: async (name, at) => {
      await browser.alarms.create(name, { when: at.getTime() });
    },
    clear: async (name) => {
      await browser.alarms.clear(name);
    },
    all: async () => {
      const alarms = await browser.alarms.getAll();
      return alarms.map(({ name, scheduledTime }) => ({ name, at: new Date(scheduledTime) }));
    },
    onAlarm: (listener) => {
      browser.alarms.onAlarm.addListener(({ name }) => {
        listener(name);
      });
    },
  };
}
