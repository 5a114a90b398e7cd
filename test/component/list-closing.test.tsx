import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ClosingView } from '@/lib/contract/list';
import { closing, mayClose, oneOfEach } from '../fixtures/ui/list';
import { NOW } from '../fixtures/ui/views';
import { createListBackground, numbers, openList, row, tab } from './list-support';

beforeAll(() => {
  process.env['TZ'] = 'Europe/London';
});

afterEach(() => {
  vi.useRealTimers();
});

const press = (name: RegExp | string): HTMLElement =>
  within(row(3900)).getByRole('button', { name });
const notClosed = oneOfEach.filter((ticket) => ticket !== mayClose);
const withClosing = (change: Partial<ClosingView>) =>
  createListBackground({ closings: [closing(mayClose, change)] });

describe('closing', () => {
  test('the row says what closing does before it is pressed', async () => {
    await openList(createListBackground());
    expect(press('Close ticket 3900')).toHaveAccessibleDescription(
      /sets Closed after 10 s; Freshdesk may mail the requester; no survey/,
    );
  });

  test('only where the process allows it; elsewhere a quiet line says why not', async () => {
    await openList(createListBackground(), '#show=all');
    expect(screen.getAllByRole('button', { name: /^Close (ticket|with)/ })).toHaveLength(2);
    expect(within(row(4150)).getByText('The time for an answer is not over yet.')).toBeVisible();
    expect(within(row(4150)).queryByRole('button', { name: /^Close/ })).not.toBeInTheDocument();
  });

  test('with the linked issue when a token is there, else the issue is only a link', async () => {
    const background = createListBackground();
    const { user, unmount } = await openList(background);
    await user.click(press('Close with #311, ticket 3900'));
    expect(background.inputsOf('ticket.close')).toEqual([
      { ref: mayClose.facts.ref, issueUrl: 'https://github.com/acme/infrastructure/issues/311' },
    ]);
    unmount();
    await openList(createListBackground({ canCloseIssues: false }));
    expect(
      within(row(3900)).queryByRole('button', { name: /^Close with/ }),
    ).not.toBeInTheDocument();
    expect(within(row(3900)).getByRole('link', { name: 'Issue #311' })).toBeVisible();
  });

  test('the seconds run in place of the button, with Undo, then it says Closed in the same place', async () => {
    const background = createListBackground();
    const { user, ticker } = await openList(background);
    const before = numbers();
    await user.click(press('Close ticket 3900'));
    expect(await within(row(3900)).findByText('Closes in 10 s')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Close ticket 3900' })).not.toBeInTheDocument();
    act(() => ticker.set(new Date(NOW.getTime() + 2_500)));
    expect(within(row(3900)).getByText('Closes in 8 s')).toBeVisible();
    act(() => ticker.set(new Date(NOW.getTime() + 10_000)));
    expect(within(row(3900)).getByText('Closing …')).toBeVisible();
    const done = closing(mayClose, { state: 'done' });
    act(() => background.store({ closings: [done], tickets: notClosed }));
    expect(await within(row(3900)).findByText('Closed')).toBeVisible();
    expect(numbers()).toEqual(before);
    expect(tab(/^May close 0/)).not.toBeChecked();
    await user.hover(row(3900));
    await user.hover(screen.getByRole('searchbox'));
    act(() => background.store({ closings: [] }));
    await waitFor(() => expect(numbers()).not.toContain(3900));
  });

  test('a count is not read out second by second', async () => {
    await openList(withClosing({}));
    expect(within(row(3900)).getByText('Closes in 10 s')).toHaveAttribute('aria-hidden', 'true');
  });

  test('Undo takes it back; a double click on Close does not press it', async () => {
    const background = createListBackground();
    const { user } = await openList(background);
    await user.dblClick(press('Close ticket 3900'));
    const undo = await within(row(3900)).findByRole('button', { name: 'Undo closing ticket 3900' });
    undo.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    expect(background.inputsOf('ticket.undoClose')).toEqual([]);
    await user.click(undo);
    expect(background.inputsOf('ticket.undoClose')).toEqual([{ id: 'closing-3900' }]);
    expect(
      await within(row(3900)).findByRole('button', { name: 'Close ticket 3900' }),
    ).toBeVisible();
  });

  test('a closing that failed says why until it is dismissed, and can be tried again', async () => {
    const { user } = await openList(
      withClosing({ state: 'failed', problem: 'The requester has answered meanwhile.' }),
    );
    expect(within(row(3900)).getByRole('alert')).toHaveTextContent('answered meanwhile');
    expect(press('Close ticket 3900')).toBeVisible();
    await user.click(press('Dismiss'));
    expect(within(row(3900)).queryByRole('alert')).not.toBeInTheDocument();
  });

  test('what went wrong with the issue stands beside Closed', async () => {
    const { user } = await openList(
      withClosing({
        state: 'done',
        problem: 'The ticket is closed, but issue #311 is still open.',
      }),
    );
    expect(within(row(3900)).getByText('Closed')).toBeVisible();
    expect(within(row(3900)).getByRole('alert')).toHaveTextContent('#311 is still open');
    await user.click(press('Dismiss'));
    expect(within(row(3900)).getByText('Closed')).toBeVisible();
    expect(within(row(3900)).queryByRole('alert')).not.toBeInTheDocument();
  });

  test('a refused command stays in its row', async () => {
    const background = createListBackground();
    const { user } = await openList(background);
    background.fail('ticket.close', { code: 'conflict', message: 'It was reopened.' });
    await user.click(press('Close ticket 3900'));
    expect(await within(row(3900)).findByText('It was reopened.')).toBeVisible();
    await user.click(press('Dismiss'));
    expect(screen.queryByText('It was reopened.')).not.toBeInTheDocument();
  });
});

describe('putting aside', () => {
  test('the row stays for ten seconds, so that it can be taken back where it was, then goes', async () => {
    const background = createListBackground();
    const { user } = await openList(background);
    const before = numbers();
    await user.click(within(row(4190)).getByRole('button', { name: 'Put aside ticket 4190' }));
    await user.hover(screen.getByRole('searchbox'));
    vi.useFakeTimers();
    act(() => screen.getByRole('button', { name: /^Until tomorrow/ }).click());
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(within(row(4190)).getByText('Put aside until tomorrow 09:00')).toBeVisible();
    expect(numbers()).toEqual(before);
    expect(tab(/^Put aside 1/)).not.toBeChecked();
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(numbers()).not.toContain(4190);
  });

  test('what is put aside can be taken back later, and comes back by itself', async () => {
    const until = new Date(NOW.getTime() + 3_600_000).toISOString();
    const background = createListBackground({ snoozes: [{ ref: mayClose.facts.ref, until }] });
    const { user, ticker } = await openList(background);
    expect(numbers()).not.toContain(3900);
    await user.click(tab(/^Put aside 1/));
    expect(numbers()).toEqual([3900]);
    expect(press('Take back ticket 3900')).toBeVisible();
    act(() => ticker.set(new Date(NOW.getTime() + 3_600_000)));
    expect(numbers()).toEqual([]);
    expect(tab(/^Needs us now 5/)).not.toBeChecked();
  });
});
