import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { lateIncident, listTicket, mayClose, oneOfEach, theyWrote } from '../fixtures/ui/list';
import { hoursFromNow, NOW } from '../fixtures/ui/views';
import { createListBackground, linkOf, numbers, openList, row, rows } from './list-support';

beforeAll(() => {
  process.env['TZ'] = 'Europe/London';
  // jsdom knows dialogs, but not how to show them.
  Object.defineProperty(HTMLDialogElement.prototype, 'showModal', {
    configurable: true,
    value(this: HTMLDialogElement) {
      this.open = true;
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
});

const without = (id: number) => oneOfEach.filter(({ facts }) => facts.ref.id !== id);

describe('moving', () => {
  test('j and k and the arrows go from ticket to ticket and stop at the ends', async () => {
    const { user } = await openList(createListBackground());
    await user.keyboard('j');
    expect(linkOf(4100)).toHaveFocus();
    await user.keyboard('k');
    expect(linkOf(4100)).toHaveFocus();
    await user.keyboard('j{ArrowDown}');
    expect(linkOf(4210)).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(linkOf(4190)).toHaveFocus();
    await user.keyboard('jjjjjj');
    expect(linkOf(3900)).toHaveFocus();
  });

  test('Tab reaches one row only, the one where the list was left', async () => {
    const { user } = await openList(createListBackground());
    await user.keyboard('jj');
    const reached = rows().flatMap((one) => [
      ...one.querySelectorAll<HTMLElement>('a:not([tabindex="-1"]), button:not([tabindex="-1"])'),
    ]);
    expect(reached.every((element) => row(4190).contains(element))).toBe(true);
    expect(reached.length).toBeGreaterThan(1);
    act(() => screen.getByRole('searchbox').focus());
    await user.keyboard('{Enter}');
    expect(linkOf(4190)).toHaveFocus();
  });

  test('after the last drawn row comes the button for more', async () => {
    const tickets = Array.from({ length: 120 }, (_, index) => listTicket(index + 1));
    const { user } = await openList(createListBackground({ tickets }));
    act(() => linkOf(100).focus());
    await user.keyboard('j');
    expect(screen.getByRole('button', { name: 'Show 20 more' })).toHaveFocus();
  });

  test('a slash goes to the search, where letters are letters; a question mark shows the keys', async () => {
    const { user } = await openList(createListBackground());
    await user.keyboard('/');
    expect(screen.getByRole('searchbox')).toHaveFocus();
    await user.keyboard('jsc?');
    expect(screen.getByRole('searchbox')).toHaveValue('jsc?');
    await user.clear(screen.getByRole('searchbox'));
    act(() => linkOf(4100).focus());
    await user.keyboard('?');
    expect(screen.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  });

  test('keys held with Ctrl or Meta belong to the browser', async () => {
    const { user } = await openList(createListBackground());
    act(() => linkOf(3900).focus());
    await user.keyboard('{Control>}c{/Control}{Meta>}c{/Meta}');
    expect(screen.queryByText(/Closes in/)).not.toBeInTheDocument();
  });
});

describe('acting', () => {
  test('s puts the focused ticket aside for an hour with one Enter, and u takes it back', async () => {
    const background = createListBackground();
    const { user } = await openList(background);
    await user.keyboard('jjj');
    await user.keyboard('s{Enter}');
    const ref = theyWrote.facts.ref;
    expect(background.inputsOf('list.snooze')).toEqual([{ ref, until: hoursFromNow(1) }]);
    expect(await within(row(4210)).findByText('Put aside until 11:42')).toBeVisible();
    expect(row(4210).contains(document.activeElement)).toBe(true);
    await user.keyboard('u');
    await waitFor(() =>
      expect(background.inputsOf('list.snooze').at(-1)).toEqual({ ref, until: null }),
    );
    expect(await within(row(4210)).findByText('Put aside')).toBeVisible();
  });

  test('c closes where that is allowed, and does nothing elsewhere; u takes it back', async () => {
    const background = createListBackground();
    const { user } = await openList(background);
    act(() => linkOf(4210).focus());
    await user.keyboard('c');
    expect(background.inputsOf('ticket.close')).toEqual([]);
    act(() => linkOf(3900).focus());
    await user.keyboard('c');
    const ref = mayClose.facts.ref;
    expect(background.inputsOf('ticket.close')).toEqual([{ ref, issueUrl: null }]);
    expect(await within(row(3900)).findByText('Closes in 10 s')).toBeVisible();
    expect(linkOf(3900)).toHaveFocus();
    await user.keyboard('u');
    expect(
      await within(row(3900)).findByRole('button', { name: 'Close ticket 3900' }),
    ).toBeVisible();
    expect(background.inputsOf('ticket.undoClose')).toEqual([{ id: 'closing-3900' }]);
  });

  test('a time of one’s own must be to come', async () => {
    const background = createListBackground();
    const { user } = await openList(background);
    await user.keyboard('js');
    const field = screen.getByLabelText('Until a time of your own');
    expect(field).toHaveValue('2026-11-24T09:00');
    const send = screen.getByRole('button', { name: 'Put aside' });
    fireEvent.change(field, { target: { value: '2026-11-23T10:00' } });
    await user.click(send);
    expect(screen.getByText('Choose a time to come.')).toBeVisible();
    fireEvent.change(field, { target: { value: '2026-11-26T15:30' } });
    await user.click(send);
    expect(background.inputsOf('list.snooze')).toEqual([
      { ref: lateIncident.facts.ref, until: '2026-11-26T15:30:00.000Z' },
    ]);
  });

  test('Escape closes the menu and gives the focus back to the row', async () => {
    const { user } = await openList(createListBackground());
    await user.keyboard('js{Escape}');
    expect(screen.queryByLabelText('Until a time of your own')).not.toBeInTheDocument();
    expect(row(4100).contains(document.activeElement)).toBe(true);
  });
});

describe('the focus is never lost', () => {
  test('it follows the ticket when the order changes', async () => {
    const background = createListBackground();
    const { ticker } = await openList(background);
    act(() => linkOf(4242).focus());
    expect(numbers().indexOf(4242)).toBe(3);
    act(() => ticker.set(new Date(NOW.getTime() + 6.5 * 3_600_000)));
    expect(numbers().indexOf(4242)).toBe(2);
    expect(linkOf(4242)).toHaveFocus();
  });

  test('it goes to the ticket that takes the place of one that leaves', async () => {
    const background = createListBackground();
    await openList(background);
    act(() => linkOf(4190).focus());
    act(() => background.store({ tickets: without(4190) }));
    await waitFor(() => expect(numbers()).not.toContain(4190));
    expect(linkOf(4210)).toHaveFocus();
    act(() => linkOf(3900).focus());
    act(() => background.store({ tickets: without(3900) }));
    await waitFor(() => expect(numbers()).not.toContain(3900));
    expect(rows().at(-1)?.contains(document.activeElement)).toBe(true);
  });

  test('it is not taken back from where the steward has gone', async () => {
    const background = createListBackground();
    await openList(background);
    act(() => linkOf(4190).focus());
    act(() => linkOf(4190).blur());
    act(() => background.store({ tickets: without(4190) }));
    await waitFor(() => expect(numbers()).not.toContain(4190));
    expect(document.body).toHaveFocus();
  });
});

describe('what is about to be pressed stays where it is', () => {
  const incoming = listTicket(9000, { facts: { createdAt: hoursFromNow(-200) } });

  test('the order waits while the pointer moves over the list, and follows when it leaves', async () => {
    const background = createListBackground();
    await openList(background);
    const before = numbers();
    fireEvent.pointerMove(row(4190));
    act(() => background.store({ tickets: [incoming, ...oneOfEach] }));
    await screen.findByText('6 tickets need you now');
    expect(numbers()).toEqual(before);
    fireEvent.pointerLeave(row(4190).closest('[role="presentation"]') ?? row(4190));
    await waitFor(() => expect(numbers()[0]).toBe(9000));
  });

  test('a pointer that lies still for three seconds holds nothing', async () => {
    const background = createListBackground();
    await openList(background);
    vi.useFakeTimers();
    fireEvent.pointerMove(row(4190));
    act(() => background.store({ tickets: [incoming, ...oneOfEach] }));
    await act(() => vi.advanceTimersByTimeAsync(2_900));
    expect(numbers()).not.toContain(9000);
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(numbers()[0]).toBe(9000);
  });

  test('an open menu holds the order too, but another part of the list shows at once', async () => {
    const background = createListBackground();
    const { user } = await openList(background);
    await user.keyboard('js');
    const before = numbers();
    act(() => background.store({ tickets: [incoming, ...oneOfEach] }));
    await screen.findByText('6 tickets need you now');
    expect(numbers()).toEqual(before);
    await user.keyboard('{Escape}');
    expect(numbers()[0]).toBe(9000);
  });
});
