import { act, fireEvent, screen } from '@testing-library/react';
import { vi } from 'vitest';
import { OptionsPage } from '@/components/options/OptionsPage';
import type { Settings, SettingsView } from '@/lib/contract/views';
import { createFakeBackground, type FakeBackground } from '../fixtures/ui/fake-background';
import { renderWith, type Rendered } from '../fixtures/ui/render-sidebar';
import { settings } from '../fixtures/ui/views';

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
): OptionsBackground {
  let view: SettingsView = {
    settings: { ...settings, ...change },
    connection: {
      hasFreshdeskKey,
      freshdeskAgent: hasFreshdeskKey ? 'Bo' : null,
      githubLogin: null,
    },
  };
  const background = createFakeBackground({
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
        connection: { hasFreshdeskKey: true, freshdeskAgent: 'Ada', githubLogin: null },
      };
      background.notify({ changed: 'settings' });
      return { agentName: 'Ada', agentEmail: 'ada@acme.example', scope: 'tickets of its groups' };
    },
    'settings.forgetFreshdeskKey': () => {
      view = {
        ...view,
        connection: { hasFreshdeskKey: false, freshdeskAgent: null, githubLogin: null },
      };
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
  await screen.findByRole('region', { name: 'Team' });
  return rendered;
}

export const field = (label: string): HTMLElement => screen.getByLabelText(label);

/** Puts text into a field, as one change. */
export function fill(label: string, value: string): void {
  fireEvent.change(field(label), { target: { value } });
}

/** Lets time pass under fake timers, and everything that comes of it happen. */
export async function pass(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms));
}
