import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SettingsView } from '@/lib/contract/views';
import { createOptionsBackground, field, fill, openOptions, pass } from './options-support';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 5 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Opens the page, then lets time stand still. */
async function open(background: ReturnType<typeof createOptionsBackground>): Promise<void> {
  await openOptions(background);
  vi.useRealTimers();
  vi.useFakeTimers();
}

const hide = (): void => void fireEvent(document, new Event('visibilitychange'));
const NAME = 'Your name in ticks and notes';

test('what is typed is saved once, 400 ms after the last key', async () => {
  const background = createOptionsBackground();
  await open(background);
  expect(screen.getByText('All changes saved')).toBeVisible();
  fill(NAME, 'B');
  await pass(300);
  fill(NAME, 'Bo L.');
  expect(screen.getByText('Saving …')).toBeVisible();
  await pass(399);
  expect(background.inputsOf('settings.save')).toHaveLength(0);
  await pass(1);
  expect(background.inputsOf('settings.save')).toHaveLength(1);
  expect(background.stored().settings.stewardName).toBe('Bo L.');
  await pass(0);
  expect(screen.getByText('All changes saved')).toBeVisible();
  await pass(5000);
  expect(background.inputsOf('settings.save')).toHaveLength(1);
});

test('a tab that is left saves at once, and not again', async () => {
  const background = createOptionsBackground();
  await open(background);
  hide();
  await pass(0);
  expect(background.inputsOf('settings.save')).toHaveLength(0);
  fill(NAME, 'Bo L.');
  hide();
  await pass(0);
  expect(background.stored().settings.stewardName).toBe('Bo L.');
  await pass(5000);
  expect(background.inputsOf('settings.save')).toHaveLength(1);
});

test('a failure is said with its reason; “Save again” sends what is typed by then', async () => {
  const background = createOptionsBackground();
  const save = { code: 'unexpected', message: 'The browser’s storage is full.' } as const;
  const { stored } = background;
  background.fail('settings.save', save);
  await open(background);
  fill(NAME, 'Bo L.');
  await pass(400);
  expect(screen.getByText(save.message)).toBeVisible();
  expect(field(NAME)).toHaveValue('Bo L.');
  background.answer('settings.save', (input) => ({ ...stored(), settings: input.settings }));
  fireEvent.click(screen.getByRole('button', { name: 'Save again' }));
  await pass(0);
  expect(background.inputsOf('settings.save')).toHaveLength(2);
  expect(background.lastSave()?.stewardName).toBe('Bo L.');
  expect(screen.getByText('All changes saved')).toBeVisible();
  expect(screen.queryByText(save.message)).not.toBeInTheDocument();
});

test('an invalid field is named and keeps its stored value; the others are saved', async () => {
  const background = createOptionsBackground({ githubRepository: 'acme/kept' });
  await open(background);
  fill('Repository', 'nonsense');
  fill(NAME, 'Bo L.');
  expect(field('Repository')).toHaveAttribute('aria-invalid', 'true');
  expect(field('Repository')).toHaveAccessibleDescription(
    'Use owner/name, such as acme-hubs/infrastructure.',
  );
  await pass(400);
  expect(background.stored().settings).toMatchObject({
    githubRepository: 'acme/kept',
    stewardName: 'Bo L.',
  });
  expect(screen.getByText('Saved, but for the fields marked above')).toBeVisible();
  expect(field('Repository')).toHaveValue('nonsense');
  fill('Repository', 'https://github.com/acme/new/issues');
  await pass(400);
  expect(background.stored().settings.githubRepository).toBe('acme/new');
  expect(field('Repository')).toHaveValue('https://github.com/acme/new/issues');
  expect(field('Repository')).not.toHaveAttribute('aria-invalid');
  expect(screen.getByText('All changes saved')).toBeVisible();
});

test('a shift day half typed in its field does not take the page down', async () => {
  const background = createOptionsBackground();
  await open(background);
  fill('First shift starts on', '0002-11-18');
  await pass(400);
  expect(field('First shift starts on')).toHaveAccessibleDescription('Choose a day from 2000 on.');
  expect(background.stored().settings.firstShiftStart).toBe('2026-11-18');
  expect(screen.getByRole('table', { name: 'The next shifts' })).toBeVisible();
});

test('another window’s change shows, and the next save keeps it', async () => {
  const background = createOptionsBackground();
  await open(background);
  background.store({ budgetDefaultHours: 5, freshdeskHost: 'tidepool.freshdesk.com' });
  await pass(0);
  expect(field('Default hours a month')).toHaveValue('5');
  fill(NAME, 'Bo L.');
  await pass(400);
  expect(background.lastSave()).toMatchObject({
    stewardName: 'Bo L.',
    budgetDefaultHours: 5,
    freshdeskHost: 'tidepool.freshdesk.com',
  });
});

test('a change from elsewhere within the pause: what is typed here wins, the rest is kept', async () => {
  const background = createOptionsBackground();
  await open(background);
  fill(NAME, 'Bo L.');
  background.store({ stewardName: 'Someone', timeZone: 'UTC' });
  await pass(0);
  expect(field(NAME)).toHaveValue('Bo L.');
  expect(field('Time zone of the team')).toHaveValue('UTC');
  await pass(400);
  expect(background.stored().settings).toMatchObject({ stewardName: 'Bo L.', timeZone: 'UTC' });
});

test('what is typed while a save is under way stays and is saved after it', async () => {
  const background = createOptionsBackground();
  const { stored } = background;
  let answer: (view: SettingsView) => void = () => undefined;
  background.answer(
    'settings.save',
    () => new Promise<SettingsView>((resolve) => (answer = resolve)),
  );
  await open(background);
  fill(NAME, 'Bo L');
  await pass(400);
  fill(NAME, 'Bo Li ');
  await act(async () =>
    answer({ ...stored(), settings: { ...stored().settings, stewardName: 'Bo L' } }),
  );
  await pass(0);
  expect(field(NAME)).toHaveValue('Bo Li ');
  await pass(400);
  expect(background.lastSave()?.stewardName).toBe('Bo Li');
  expect(screen.getByText('Saving …')).toBeVisible();
  await act(async () =>
    answer({ ...stored(), settings: { ...stored().settings, stewardName: 'Bo Li' } }),
  );
  await pass(0);
  expect(field(NAME)).toHaveValue('Bo Li ');
  expect(screen.getByText('All changes saved')).toBeVisible();
});
