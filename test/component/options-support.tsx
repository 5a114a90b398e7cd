import {
  act,
  fireEvent,
  type queries,
  screen,
  within,
  type BoundFunctions,
} from '@testing-library/react';
import { vi } from 'vitest';
import { OptionsPage } from '@/components/options/OptionsPage';
import type { Pack } from '@/lib/pack/schema';
import type { Settings, SettingsView } from '@/lib/contract/views';
import { createFakeBackground, type FakeBackground } from '../fixtures/ui/fake-background';
import { fixturePack } from '../fixtures/ui/pack';
import { renderWith, type Rendered } from '../fixtures/ui/render-sidebar';
import { settings } from '../fixtures/ui/views';

const OFFICE_DAY: [string, string][] = [['09:00', '17:00']];

/** A process with everything that the options page offers. */
export const optionsPack: Pack = {
  ...fixturePack,
  calendars: [
    ...fixturePack.calendars,
    {
      id: 'office-hours',
      name: 'Office hours',
      timeZone: 'team',
      weeklyHours: { mon: OFFICE_DAY, tue: OFFICE_DAY, wed: OFFICE_DAY, thu: OFFICE_DAY },
    },
  ],
  reducedCapacity: [
    { id: 'weekends', name: 'Weekends', days: { kind: 'weekends' }, clocks: 'run' },
    {
      id: 'last-week',
      name: 'Last week of the year',
      days: { kind: 'yearly', from: '12-25', to: '12-31' },
      clocks: 'run',
    },
  ],
  objectives: [
    ...fixturePack.objectives,
    {
      id: 'incident-update',
      name: 'Next update',
      purpose: 'to update the community',
      startsAt: 'last-agent-reply',
      metBy: ['resolved'],
      targetMinutes: 180,
      calendar: 'always',
      warnAt: 0.75,
      lane: 'update-due',
    },
  ],
};

// The whole page is much for jsdom: on a busy machine a test of many presses takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 20_000 });

export type OptionsBackground = FakeBackground & {
  /** What is stored by now. */
  readonly stored: () => SettingsView;
  /** Another window saves: stores and tells every page. */
  readonly store: (change: Partial<Settings>) => void;
  /** What was sent last to be stored. */
  readonly lastSave: () => Settings | undefined;
};

/** A background that keeps settings as the real one does: connecting stores the account, and a name where none is. */
export function createOptionsBackground(
  change: Partial<Settings> = {},
  hasFreshdeskKey = false,
  githubLogin: string | null = null,
): OptionsBackground {
  let view: SettingsView = {
    settings: { ...settings, ...change },
    connection: {
      hasFreshdeskKey,
      freshdeskAgent: hasFreshdeskKey ? 'Bo' : null,
      githubLogin,
    },
  };
  const background = createFakeBackground({
    'pack.written': () => optionsPack,
    'settings.view': () => view,
    'settings.save': (input) => {
      view = { ...view, settings: input.settings };
      return view;
    },
    'settings.connectFreshdesk': () => {
      const { stewardName } = view.settings;
      view = {
        settings: {
          ...view.settings,
          freshdeskHost: 'acme.freshdesk.com',
          stewardName: stewardName === '' ? 'Ada' : stewardName,
        },
        connection: { ...view.connection, hasFreshdeskKey: true, freshdeskAgent: 'Ada' },
      };
      background.notify({ changed: 'settings' });
      return { agentName: 'Ada', agentEmail: 'ada@acme.example', scope: 'tickets of its groups' };
    },
    'settings.forgetFreshdeskKey': () => {
      view = {
        ...view,
        connection: { ...view.connection, hasFreshdeskKey: false, freshdeskAgent: null },
      };
      return view;
    },
    'settings.connectGithub': () => {
      view = { ...view, connection: { ...view.connection, githubLogin: 'octo-ana' } };
      background.notify({ changed: 'settings' });
      return { login: 'octo-ana' };
    },
    'settings.forgetGithubToken': () => {
      view = { ...view, connection: { ...view.connection, githubLogin: null } };
      return view;
    },
  });
  return {
    ...background,
    stored: () => view,
    store: (part) => {
      view = { ...view, settings: { ...view.settings, ...part } };
      act(() => background.notify({ changed: 'settings' }));
    },
    lastSave: () => background.inputsOf('settings.save').at(-1)?.settings,
  };
}

/** Renders the page and waits for the form. */
export async function openOptions(background: FakeBackground): Promise<Rendered> {
  const rendered = renderWith(background, <OptionsPage />);
  await screen.findByLabelText('Team', { selector: 'section' });
  return rendered;
}

type Part = BoundFunctions<typeof queries>;

/** A section of the page by its heading. Found by its label: by role the whole page would be looked through each time. */
export const section = (name: string): Part =>
  within(screen.getByLabelText(name, { selector: 'section' }));

export const field = (label: string): HTMLElement => screen.getByLabelText(label);

/** Puts text into a field, as one change. */
export function fill(label: string, value: string): void {
  fireEvent.change(field(label), { target: { value } });
}

/** Lets time pass under fake timers, and everything that comes of it happen. */
export async function pass(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms));
}
