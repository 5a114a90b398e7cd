import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { PopupPage } from '@/components/popup/PopupPage';
import { closing, listTicket, mayClose, oneOfEach } from '../fixtures/ui/list';
import { accessibilityProblems, renderWith, type Rendered } from '../fixtures/ui/render-sidebar';
import { hoursFromNow } from '../fixtures/ui/views';
import { createListBackground, type ListBackground } from './list-support';

beforeAll(() => {
  process.env['TZ'] = 'Europe/London';
});

async function openPopup(background: ListBackground): Promise<Rendered> {
  const rendered = renderWith(background, <PopupPage />);
  await screen.findByRole('list', { name: 'The most urgent tickets' });
  return rendered;
}

const rows = (): readonly HTMLElement[] =>
  within(screen.getByRole('list', { name: 'The most urgent tickets' })).queryAllByRole('listitem');
const row = (id: number): HTMLElement => {
  const found = rows().find((one) => one.textContent.includes(`#${id} `));
  if (found === undefined) throw new Error(`No row of ticket ${id}`);
  return found;
};

describe('the popup', () => {
  test('says how much needs somebody now and shows the six most urgent', async () => {
    const more = [1, 2, 3].map((id) => listTicket(id));
    const { container } = await openPopup(
      createListBackground({ tickets: [...oneOfEach, ...more] }),
    );
    expect(screen.getByText('8 tickets need you now')).toBeVisible();
    expect(rows()).toHaveLength(6);
    expect(rows()[0]).toHaveTextContent(/Late.*#4100 Nobody can start a server.*overdue by 20 m/);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('leads to the list, the settings, and says who is on duty', async () => {
    const background = createListBackground();
    const { user } = await openPopup(background);
    expect(screen.getByRole('link', { name: 'Show all' })).toHaveAttribute('href', '/list.html');
    expect(await screen.findByText('On duty: Bo, Cleo')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Settings' }));
    expect(background.inputsOf('settings.open')).toHaveLength(1);
  });

  test('a ticket opens in a tab, and the popup goes', async () => {
    const close = vi.spyOn(globalThis, 'close').mockImplementation(() => undefined);
    const { user } = await openPopup(createListBackground());
    const link = within(row(4100)).getByRole('link');
    expect(link).toHaveAttribute('href', 'https://acme.freshdesk.com/a/tickets/4100');
    expect(link).toHaveAttribute('target', '_blank');
    await user.click(link);
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
    close.mockRestore();
  });

  test('puts aside for an hour, to be taken back in place', async () => {
    const background = createListBackground();
    const { user } = await openPopup(background);
    await user.click(screen.getByRole('button', { name: 'Put aside ticket 4210 for 1 hour' }));
    expect(background.inputsOf('list.snooze')[0]?.until).toBe(hoursFromNow(1));
    expect(await within(row(4210)).findByText('Put aside until 11:42')).toBeVisible();
    expect(screen.getByText('4 tickets need you now')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Take back ticket 4210' }));
    expect(await screen.findByText('5 tickets need you now')).toBeVisible();
  });

  test('closes with ten seconds to take it back', async () => {
    const background = createListBackground();
    const { user } = await openPopup(background);
    await user.click(screen.getByRole('button', { name: /^Close ticket 3900: .* may mail/ }));
    expect(await within(row(3900)).findByText('Closes in 10 s')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo closing ticket 3900' }));
    expect(await screen.findByRole('button', { name: /^Close ticket 3900/ })).toBeVisible();
  });

  test('what went wrong is said in the row until it is dismissed', async () => {
    const failed = closing(mayClose, { state: 'failed', problem: 'They answered meanwhile.' });
    const { user } = await openPopup(createListBackground({ closings: [failed] }));
    expect(within(row(3900)).getByRole('alert')).toHaveTextContent('They answered meanwhile.');
    await user.click(within(row(3900)).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('nothing to do, and nothing set up, are one sentence each', async () => {
    const background = createListBackground({ tickets: [] });
    await openPopup(background);
    expect(screen.getByText('Nothing needs you now.')).toBeVisible();
    const unknown = createListBackground();
    unknown.fail('list.view', { code: 'not-configured', message: 'No account.' });
    renderWith(unknown, <PopupPage />);
    expect(await screen.findByText(/does not know your Freshdesk yet/)).toBeVisible();
  });

  test('follows what the background says has changed', async () => {
    const background = createListBackground();
    await openPopup(background);
    act(() => background.store({ tickets: [mayClose] }));
    expect(await screen.findByText('1 ticket needs you now')).toBeVisible();
  });
});
