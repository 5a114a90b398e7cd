import { act, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { ListPage } from '@/components/list/ListPage';
import { never } from '../fixtures/ui/fake-background';
import { completeSync, theyWrote } from '../fixtures/ui/list';
import { accessibilityProblems, renderSidebar, renderWith } from '../fixtures/ui/render-sidebar';
import { hoursFromNow, NOW } from '../fixtures/ui/views';
import { createListBackground, numbers, openList } from './list-support';

beforeAll(() => {
  process.env['TZ'] = 'Europe/London';
});

describe('states of the list', () => {
  test('an account nobody knows yet: one sentence and the way to the settings', async () => {
    const background = createListBackground();
    background.fail('list.view', { code: 'not-configured', message: 'No account.' });
    const { user, container } = renderWith(background, <ListPage />);
    await user.click(await screen.findByRole('button', { name: 'Open settings' }));
    expect(background.inputsOf('settings.open')).toHaveLength(1);
    expect(screen.getByText(/does not know your Freshdesk yet/)).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('without a key the list works, says so, and closes nothing', async () => {
    await openList(createListBackground({ canWrite: false }));
    expect(numbers()).toContain(3900);
    expect(screen.getByText(/session of an open Freshdesk tab/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Close ticket/ })).not.toBeInTheDocument();
    expect(screen.getByText(/Close it in Freshdesk, or add your API key/)).toBeVisible();
  });

  test('the first load shows how far it is; the tickets read so far can be used', async () => {
    const sync = {
      ...completeSync,
      stage: 'loading',
      fraction: 0.4,
      through: '2025-05-03T10:00:00Z',
    } as const;
    const background = createListBackground({ tickets: [theyWrote], sync });
    const { container } = await openList(background);
    expect(screen.getByRole('progressbar')).toHaveValue(0.4);
    expect(screen.getByText(/1,240 tickets read, up to Sat 3 May 2025/)).toHaveTextContent(
      'not complete yet',
    );
    expect(numbers()).toEqual([4210]);
    expect(await accessibilityProblems(container)).toEqual([]);
    act(() => background.store({ sync: completeSync }));
    await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument());
  });

  test('a load whose end nobody knows has a bar without a value', async () => {
    const sync = { ...completeSync, stage: 'loading', fraction: null, through: null } as const;
    await openList(createListBackground({ tickets: [], sync }));
    expect(screen.getByRole('progressbar')).not.toHaveAttribute('value');
    expect(screen.getByText(/still being read/)).toBeVisible();
  });

  test('nothing to do is said in good words', async () => {
    await openList(createListBackground({ tickets: [] }));
    expect(screen.getByText('Nothing needs you now.')).toBeVisible();
  });

  test('a failed look keeps the list and says as of when it is', async () => {
    const problem = { code: 'unavailable', message: 'Freshdesk cannot be reached.' } as const;
    const sync = { ...completeSync, lastAt: hoursFromNow(-2), problem };
    const background = createListBackground({ sync });
    const { user } = await openList(background);
    expect(screen.getByRole('alert')).toHaveTextContent('Freshdesk cannot be reached.');
    expect(screen.getByText(/As of 08:42/)).toBeVisible();
    expect(numbers()).toHaveLength(5);
    const before = background.inputsOf('list.sync').length;
    await user.click(screen.getByRole('button', { name: 'Look again now' }));
    expect(background.inputsOf('list.sync')).toHaveLength(before + 1);
  });

  test('while the account is limited it says when it goes on, and offers no press', async () => {
    const problem = {
      code: 'rate-limited',
      message: 'Freshdesk takes no more calls for a moment.',
      retryAt: hoursFromNow(0.1),
    } as const;
    await openList(createListBackground({ sync: { ...completeSync, problem } }));
    expect(screen.getByText('Again from 10:48.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Look again now' })).not.toBeInTheDocument();
  });

  test('a background that does not answer can be asked again', async () => {
    const background = createListBackground();
    background.fail('list.view', { code: 'unavailable', message: 'Steward did not answer.' });
    const { user } = renderWith(background, <ListPage />);
    expect(await screen.findByText('Steward did not answer.')).toBeVisible();
    background.answer('list.view', background.stored);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Nobody can start a server/)).toBeVisible();
  });

  test('while the list is being read, stand-ins keep its place', () => {
    const background = createListBackground();
    background.answer('list.view', never);
    renderWith(background, <ListPage />);
    expect(screen.getByLabelText('Reading the list')).toBeInTheDocument();
  });

  test('an updated Steward asks for a reload and keeps what it shows', async () => {
    const background = createListBackground();
    await openList(background);
    act(() => background.becomeOutdated());
    expect(screen.getByText(/Reload this tab/)).toBeVisible();
    expect(numbers()).toHaveLength(5);
  });
});

describe('looking for changes', () => {
  test('the page asks when it is opened, each minute, and when told to', async () => {
    const background = createListBackground();
    const { user, ticker } = await openList(background);
    expect(background.inputsOf('list.sync')).toHaveLength(1);
    act(() => ticker.set(new Date(NOW.getTime() + 60_000)));
    expect(background.inputsOf('list.sync')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Look for changes now' }));
    expect(background.inputsOf('list.sync')).toHaveLength(3);
  });

  test('what the background says has changed is read again', async () => {
    const background = createListBackground();
    await openList(background);
    act(() => background.store({ tickets: [theyWrote] }));
    await screen.findByText('1 ticket needs you now');
    expect(numbers()).toEqual([4210]);
  });

  test('a refused press says why, beside the button', async () => {
    const background = createListBackground();
    const { user } = await openList(background);
    background.fail('list.sync', { code: 'unexpected', message: 'That did not work.' });
    await user.click(screen.getByRole('button', { name: 'Look for changes now' }));
    expect(await screen.findByText('That did not work.')).toBeVisible();
  });
});

test('the sidebar’s menu leads to the list', async () => {
  const background = createListBackground();
  const { user } = renderSidebar(background);
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('button', { name: 'What needs us now' }));
  expect(background.inputsOf('list.open')).toHaveLength(1);
});
