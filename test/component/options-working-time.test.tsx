import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { WorkingTime } from '@/lib/contract/working-time';
import { accessibilityProblems } from '../fixtures/ui/render-sidebar';
import { settings } from '../fixtures/ui/views';
import { createOptionsBackground, field, fill, openOptions, section } from './options-support';

const initial: WorkingTime = {
  calendarId: null,
  customHours: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
  holidays: [],
  reducedCapacity: null,
};

async function open(change: Partial<WorkingTime> = {}) {
  const background = createOptionsBackground({ workingTime: { ...initial, ...change } });
  const rendered = await openOptions(background);
  return { ...rendered, background, stored: () => background.stored().settings.workingTime };
}

const part = () => section('Working time');
const hours = () => within(part().getByRole('group', { name: 'Custom hours' }));
const type = (label: string, value: string): boolean =>
  fireEvent.change(hours().getByLabelText(label), { target: { value } });
/** What the bar of a day says, by its words. */
const day = (words: string | RegExp): HTMLElement => part().getByTitle(words);
const example = (): string | null => part().getByText(/^24 working hours from/).textContent;

describe('hours', () => {
  test('the process’s calendars and custom hours, each in words', async () => {
    const { container } = await open();
    const choices = within(part().getByRole('group', { name: 'Hours that count' }));
    expect(choices.getAllByRole('radio').map((radio) => radio.closest('div')?.textContent)).toEqual(
      [
        'Monday to Friday Mon–Fri all day, as the process says',
        'Office hours Mon–Thu 09:00–17:00',
        'Custom hours Mon–Tue 09:00–17:00',
      ],
    );
    expect(choices.getByRole('radio', { checked: true })).toHaveAccessibleName(/^Monday to Friday/);
    expect(part().queryByRole('group', { name: 'Custom hours' })).not.toBeInTheDocument();
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('another calendar of the process, and back to its first one', async () => {
    const { user, stored } = await open();
    await user.click(part().getByRole('radio', { name: /^Office hours/ }));
    await waitFor(() => expect(stored().calendarId).toBe('office-hours'));
    await user.click(part().getByRole('radio', { name: /^Monday to Friday/ }));
    await waitFor(() => expect(stored().calendarId).toBeNull());
  });

  test('one that the process no longer has counts as none chosen, and stays until another is', async () => {
    const { stored } = await open({ calendarId: 'gone' });
    expect(part().getByRole('radio', { name: /^Monday to Friday/ })).toBeChecked();
    fill('Roster', 'Bo');
    await waitFor(() => expect(stored().calendarId).toBe('gone'));
  });

  test('custom hours change the picture and the sum while they are typed', async () => {
    const { user, stored } = await open();
    expect(example()).toBe('24 working hours from Fri 16:00 are over Mon 30 Nov 16:00.');
    expect(day('Wed 25 Nov: 00:00–24:00')).toBeInTheDocument();
    await user.click(part().getByRole('radio', { name: /^Custom hours/ }));
    expect(example()).toBe('24 working hours from Fri 16:00 are over Mon 7 Dec 17:00.');
    expect(day('Wed 25 Nov: closed')).toBeInTheDocument();
    await user.click(hours().getByRole('button', { name: 'Add hours on Wednesday' }));
    type('Wednesday from', '0');
    type('Wednesday to', '24');
    expect(day('Wed 25 Nov: 00:00–24:00')).toBeInTheDocument();
    expect(example()).toBe('24 working hours from Fri 16:00 are over Wed 2 Dec 08:00.');
    type('Wednesday to', '2');
    // Half typed it is two o’clock; unreadable it is what was valid last.
    expect(day('Wed 25 Nov: 00:00–02:00')).toBeInTheDocument();
    type('Wednesday to', '2x');
    type('Tuesday to', '18:00');
    expect(day('Tue 24 Nov: 09:00–18:00')).toBeInTheDocument();
    await waitFor(() => expect(stored().customHours['tue']).toEqual([['09:00', '18:00']]));
    expect(stored().calendarId).toBe('custom');
    expect(hours().getByLabelText('Wednesday to')).toHaveAccessibleDescription(/^Use times such/);
    // The choice says what is in force.
    expect(part().getByRole('radio', { checked: true })).toHaveAccessibleName(
      'Custom hours Mon 09:00–17:00; Tue 09:00–18:00',
    );
  });

  test('no hours at all: the last ones stay in force', async () => {
    const customHours = { mon: [['09:00', '17:00']] } as const;
    const { user, stored, background } = await open({ calendarId: 'custom', customHours });
    await user.click(hours().getByRole('button', { name: 'Remove Monday 09:00–17:00' }));
    expect(hours().getByText('Open on at least one day of the week.')).toBeVisible();
    expect(await screen.findByText('Saved, but for the fields marked above')).toBeVisible();
    expect(stored().customHours).toEqual(customHours);
    expect(background.inputsOf('settings.save')).not.toHaveLength(0);
  });

  test('the zone of the team moves the picture', async () => {
    await open();
    expect(
      part().getByRole('table', { name: /midnight to midnight in Europe\/Berlin$/ }),
    ).toBeVisible();
    fill('Time zone of the team', 'Asia/Kolkata');
    expect(part().getByRole('table', { name: /in Asia\/Kolkata$/ })).toBeVisible();
  });

  test('a calendar in which no hour is left says so instead of a picture', async () => {
    await open({
      calendarId: 'custom',
      customHours: { sun: [['09:00', '17:00']] },
      reducedCapacity: [
        { id: 'weekends', name: 'Weekends', days: { kind: 'weekends' }, clocks: 'stop' },
      ],
    });
    expect(part().getByText(/^Clocks cannot count in these hours/)).toBeVisible();
    expect(part().queryByRole('table')).not.toBeInTheDocument();
  });
});

describe('holidays', () => {
  const holidays = [
    { date: '2026-12-25', name: 'Christmas Day' },
    { date: '2026-05-01', name: 'Labour Day' },
  ];
  const ahead = () =>
    within(part().getByRole('list', { name: 'Holidays ahead' }))
      .getAllByRole('listitem')
      .map((item) => item.textContent);

  test('those ahead stand in order, those behind are folded; a day is added and drawn', async () => {
    const { user, stored, container } = await open({ holidays });
    expect(ahead()).toEqual(['Fri 25 DecChristmas Day']);
    await user.click(part().getByRole('button', { name: '1 past holiday' }));
    expect(part().getByRole('list', { name: 'Past holidays' })).toHaveTextContent('Labour Day');
    fireEvent.change(field('Date'), { target: { value: '2026-11-26' } });
    await user.type(field('Name of the holiday'), ' Thanksgiving {Enter}');
    expect(ahead()).toEqual(['Thu 26 NovThanksgiving', 'Fri 25 DecChristmas Day']);
    expect(day('Thu 26 Nov: closed; Thanksgiving')).toBeInTheDocument();
    expect(field('Date')).toHaveValue('');
    await waitFor(() =>
      expect(stored().holidays.map(({ date }) => date)).toEqual([
        '2026-05-01',
        '2026-11-26',
        '2026-12-25',
      ]),
    );
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('the same day twice, or none, is refused in place', async () => {
    const { user, background } = await open({ holidays });
    const add = part().getByRole('button', { name: 'Add' });
    await user.click(add);
    expect(part().getByText('Choose a day from 2000 on.')).toBeVisible();
    fireEvent.change(field('Date'), { target: { value: '2026-12-25' } });
    await user.click(add);
    expect(part().getByText('That day is closed already: Christmas Day.')).toBeVisible();
    expect(background.inputsOf('settings.save')).toEqual([]);
  });

  test('a day is removed, and brought back by Undo', async () => {
    const { user, stored } = await open({ holidays });
    await user.click(part().getByRole('button', { name: 'Remove Christmas Day, Fri 25 Dec' }));
    expect(field('Date')).toHaveFocus();
    expect(part().getByText('No day ahead is closed.')).toBeVisible();
    await waitFor(() => expect(stored().holidays).toEqual([holidays[1]]));
    await user.click(part().getByRole('button', { name: 'Undo' }));
    expect(ahead()).toEqual(['Fri 25 DecChristmas Day']);
    await waitFor(() => expect(stored().holidays).toHaveLength(2));
  });
});

describe('reduced capacity', () => {
  const list = () => within(part().getByRole('list', { name: 'Periods of reduced capacity' }));
  const names = () =>
    list()
      .getAllByRole('listitem')
      .map((item) => item.firstChild?.textContent);

  test('the process’s periods are marked; changing one makes them the team’s own', async () => {
    const { user, stored } = await open();
    expect(names()).toEqual([
      'Weekends every weekend',
      'Last week of the year each year 25 Dec to 31 Dec',
    ]);
    expect(day('Sat 28 Nov: closed; reduced capacity, Weekends')).toBeInTheDocument();
    await user.selectOptions(part().getByLabelText('Clocks in Last week of the year'), 'stop');
    await waitFor(() =>
      expect(stored().reducedCapacity?.map(({ clocks }) => clocks)).toEqual(['run', 'stop']),
    );
    await user.click(part().getByRole('button', { name: 'Back to the periods of the process' }));
    await waitFor(() => expect(stored().reducedCapacity).toBeNull());
  });

  test('a period of one’s own in which clocks stop', async () => {
    const { user, stored, container } = await open();
    await user.click(part().getByRole('button', { name: 'Add a period' }));
    const form = within(part().getByRole('form', { name: 'Add a period' }));
    await user.click(form.getByRole('button', { name: 'Add the period' }));
    expect(form.getByText('Give the period a name, such as Summer break.')).toBeVisible();
    await user.type(form.getByLabelText('Name of the period'), 'Retreat');
    await user.selectOptions(form.getByLabelText('When'), 'Once');
    fireEvent.change(form.getByLabelText('First day'), { target: { value: '2026-11-30' } });
    fireEvent.change(form.getByLabelText('Last day'), { target: { value: '2026-12-02' } });
    await user.selectOptions(form.getByLabelText('Clocks in it'), 'stop');
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(form.getByRole('button', { name: 'Add the period' }));
    expect(names()).toContain('Retreat Mon 30 Nov to Wed 2 Dec');
    expect(day('Tue 1 Dec: closed; reduced capacity, Retreat, clocks stop')).toBeInTheDocument();
    expect(example()).toBe('24 working hours from Fri 16:00 are over Thu 3 Dec 16:00.');
    await waitFor(() => expect(stored().reducedCapacity).toHaveLength(3));
    await user.click(part().getByRole('button', { name: 'Remove Retreat' }));
    await waitFor(() => expect(stored().reducedCapacity).toHaveLength(2));
  });

  test('each year: the days are chosen, and a shorter month takes its own last day', async () => {
    const { user, stored } = await open();
    await user.click(part().getByRole('button', { name: 'Add a period' }));
    const form = within(part().getByRole('form', { name: 'Add a period' }));
    await user.type(form.getByLabelText('Name of the period'), 'Winter');
    const first = within(form.getByRole('group', { name: 'First day' }));
    await user.selectOptions(first.getByLabelText('Day'), '31');
    await user.selectOptions(first.getByLabelText('Month'), 'Feb');
    expect(first.getByLabelText('Day')).toHaveValue('29');
    await user.click(form.getByRole('button', { name: 'Add the period' }));
    await waitFor(() =>
      expect(stored().reducedCapacity?.at(-1)?.days).toEqual({
        kind: 'yearly',
        from: '02-29',
        to: '01-01',
      }),
    );
  });

  test('periods that leave no day of the year are refused in place', async () => {
    const always = {
      id: 'own-1',
      name: 'Always',
      days: { kind: 'yearly', from: '01-01', to: '12-31' },
      clocks: 'run',
    } as const;
    const { user, stored } = await open({ reducedCapacity: [always] });
    await user.selectOptions(part().getByLabelText('Clocks in Always'), 'stop');
    expect(part().getByText(/leave no day of the year/)).toBeVisible();
    await screen.findByText('Saved, but for the fields marked above');
    expect(stored().reducedCapacity).toEqual([always]);
  });
});

test('the time between updates in an incident', async () => {
  const background = createOptionsBackground({ ...settings });
  const { user } = await openOptions(background);
  const every = field('Next update in an incident, every … hours');
  expect(every).toHaveAccessibleDescription(/Empty: 3 h, as the process says\.$/);
  await user.type(every, '1,5');
  await waitFor(() => expect(background.stored().settings.incidentUpdateHours).toBe(1.5));
  await user.clear(every);
  await user.type(every, '0.1');
  expect(every).toHaveAccessibleDescription('Use hours from 0.25 to 168, such as 3 or 1.5.');
  await user.clear(every);
  await waitFor(() => expect(background.stored().settings.incidentUpdateHours).toBeNull());
});
