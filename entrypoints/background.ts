import { startBackground } from '@/lib/background/main';
import { networkFetch } from '@/lib/background/network';
import { createStorageAreas, restrictLocalStorage } from '@/lib/background/storage/area';
import { builtinPack } from '@/lib/pack/load';
import { createAlarmsPort } from '@/lib/platform/alarms-port';
import { systemClock } from '@/lib/platform/clock';
import { createIdlePort } from '@/lib/platform/idle-port';
import { createLogger } from '@/lib/platform/logger';
import { createNoticesPort } from '@/lib/platform/notices-port';
import { createRuntimePort } from '@/lib/platform/runtime-port';
import { createTabsPort } from '@/lib/platform/tabs-port';
import { defineBackground } from 'wxt/utils/define-background';

export default defineBackground({
  type: 'module',
  main() {
    const logger = createLogger('background');
    startBackground({
      runtime: createRuntimePort(),
      tabs: createTabsPort(),
      alarms: createAlarmsPort(),
      notices: createNoticesPort(),
      idle: createIdlePort(),
      areas: createStorageAreas(),
      restrictStorage: restrictLocalStorage,
      fetch: networkFetch,
      pack: builtinPack(),
      clock: systemClock,
      newId: () => crypto.randomUUID(),
      machineTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      logger,
    });
  },
});
