import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { createOptionsBackground, field, fill, openOptions } from './options-support';

const optionsOf = (label: string): readonly (string | null)[] =>
  within(field(label))
    .getAllByRole('option')
    .map((option) => option.textContent);

const shifts = (): HTMLElement => screen.getByRole('table', { name: 'The next shifts' });

/** The plot as text: for each steward what each shift says ("" for off duty). */
function plot(): Record<string, readonly string[]> {
  const [, ...rows] = within(shifts()).getAllByRole('row');
  return Object.fromEntries(
    rows.map((row) => [
      within(row).getByRole('rowheader').textContent,
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ]),
  );
}
const columns = (): readonly (string | null)[] =>
  within(shifts())
    .getAllByRole('columnheader')
    .slice(1)
    .map((header) => header.textContent);

describe('roster', () => {
  test('the names typed are the choice of who joins', async () => {
    const background = createOptionsBackground({ roster: [], firstIncoming: null });
    const { user } = await openOptions(background);
    expect(optionsOf('Joins on that day')).toEqual(['Choose a name']);
    await user.type(field('Roster'), 'Ada{Enter}{Enter} Bo {Enter}Ada{Enter}Cleo');
    expect(optionsOf('Joins on that day')).toEqual(['Choose a name', 'Ada', 'Bo', 'Cleo']);
    await user.selectOptions(field('Joins on that day'), 'Bo');
    await waitFor(() =>
      expect(background.stored().settings).toMatchObject({
        roster: ['Ada', 'Bo', 'Cleo'],
        firstIncoming: 'Bo',
      }),
    );
    // The text stays as it was typed.
    expect(field('Roster')).toHaveValue('Ada\n\n Bo \nAda\nCleo');
  });

  test('whoever joins and leaves the roster for a moment is chosen again afterwards', async () => {
    const background = createOptionsBackground();
    await openOptions(background);
    fill('Roster', 'Bo\nCle\nDee');
    expect(screen.queryByRole('table', { name: 'The next shifts' })).not.toBeInTheDocument();
    expect(screen.getByText(/^Name a roster, a day/)).toBeVisible();
    await waitFor(() => expect(background.stored().settings.firstIncoming).toBeNull());
    fill('Roster', 'Bo\nCleo\nDee');
    expect(field('Joins on that day')).toHaveValue('Cleo');
    await waitFor(() => expect(background.stored().settings.firstIncoming).toBe('Cleo'));
    expect(screen.getByRole('table', { name: 'The next shifts' })).toBeVisible();
  });
});

describe('the next shifts', () => {
  test('a bar for each shift served, “joins” where it begins, now is marked', async () => {
    await openOptions(createOptionsBackground());
    expect(columns()).toEqual([
      '18 Nov now',
      '2 Dec',
      '16 Dec',
      '30 Dec',
      '13 Jan',
      '27 Jan',
      '10 Feb',
      '24 Feb',
    ]);
    expect(plot()).toEqual({
      Bo: ['serves', '', 'joins', 'serves', '', 'joins', 'serves', ''],
      Cleo: ['joins', 'serves', '', 'joins', 'serves', '', 'joins', 'serves'],
      Dee: ['', 'joins', 'serves', '', 'joins', 'serves', '', 'joins'],
    });
    const bars = screen.getAllByTitle('Dee serves');
    expect(bars.every((bar) => bar.classList.contains('so-plot__bar--on'))).toBe(true);
    expect(screen.getAllByTitle('Dee is off duty')).toHaveLength(3);
  });

  test('they follow the form at once and move on with time', async () => {
    const { ticker } = await openOptions(createOptionsBackground());
    fill('First shift starts on', '2026-11-25');
    // Before that day the rule is followed backwards.
    expect(columns().slice(0, 2)).toEqual(['11 Nov now', '25 Nov']);
    expect(plot()['Cleo']?.slice(0, 3)).toEqual(['', 'joins', 'serves']);
    act(() => ticker.set(new Date('2026-11-25T08:00:00Z')));
    expect(columns()[0]).toBe('25 Nov now');
    fill('Handover time', '10:00');
    expect(columns()[0]).toBe('11 Nov now');
    fill('Time zone of the team', 'Asia/Kolkata');
    expect(columns()[0]).toBe('25 Nov now');
  });

  test('a roster of one serves alone', async () => {
    await openOptions(createOptionsBackground({ roster: ['Cleo'] }));
    expect(plot()['Cleo']).toHaveLength(8);
    expect(plot()['Cleo']?.every((text) => text !== '')).toBe(true);
  });
});
