import { ATTENTION_ALARM } from './services/attention';
import { CLOSING_ALARM } from './services/closing';
import { SYNC_ALARM } from './services/sync';
import type { BackgroundDeps } from './main';
import type { Services } from './services';

/**
 * What the background does by itself: the alarms that wake it, and the notices the steward presses. Listeners are added
 * at once; their work waits until storage is ready.
 */
export function listenForTime(
  deps: Pick<BackgroundDeps, 'alarms' | 'notices'>,
  services: Services,
  ready: Promise<void>,
  quietly: (work: Promise<unknown>, what: string) => void,
): void {
  const { sync, attention, closing } = services;
  const onAlarm: Readonly<Record<string, () => Promise<unknown>>> = {
    [SYNC_ALARM]: async () => await sync.run({ asked: false }),
    [ATTENTION_ALARM]: async () => {
      await attention.refresh();
    },
    [CLOSING_ALARM]: async () => {
      await closing.resume();
    },
  };
  deps.alarms.onAlarm((name) => {
    const run = onAlarm[name];
    if (run !== undefined) quietly(ready.then(run), 'An alarm');
  });
  const pressed = async (id: string, button: number | null): Promise<void> => {
    await ready;
    await attention.pressed(id, button);
  };
  deps.notices.onClick((id) => {
    quietly(pressed(id, null), 'A pressed notice');
  });
  deps.notices.onButton((id, index) => {
    quietly(pressed(id, index), 'A pressed notice');
  });
  const begin = async (): Promise<void> => {
    await ready;
    await closing.resume();
    await sync.schedule();
    await attention.refresh();
  };
  quietly(begin(), 'Starting the list');
}
