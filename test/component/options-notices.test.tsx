import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { accessibilityProblems } from '../fixtures/ui/render-sidebar';
import { createOptionsBackground, openOptions, section } from './options-support';

const notices = () => section('Notices');
const hours = () => within(notices().getByRole('group', { name: 'Your working hours' }));
const type = (label: string, value: string): boolean =>
  fireEvent.change(hours().getByLabelText(label), { target: { value } });
const OFFICE = { mon: [['09:00', '17:00']] } as const;

test('of what: each kind is ticked for itself', async () => {
  const background = createOptionsBackground({
    notices: { kinds: ['may-close', 'new-request'], hours: OFFICE, timeZone: null },
  });
  const { user } = await openOptions(background);
  const boxes = () =>
    notices()
      .getAllByRole<HTMLInputElement>('checkbox')
      .map(({ checked }) => checked);
  expect(boxes()).toEqual([true, false, false, false, true]);
  await user.click(notices().getByLabelText('A requester answered'));
  await user.click(notices().getByLabelText('A new request came in'));
  await waitFor(() =>
    expect(background.stored().settings.notices.kinds).toEqual(['requester-answered', 'may-close']),
  );
  expect(boxes()).toEqual([false, false, false, true, true]);
});

test('when: a week of one’s own, split days, copied from Monday', async () => {
  const background = createOptionsBackground({
    notices: { kinds: [], hours: OFFICE, timeZone: null },
  });
  const { user } = await openOptions(background);
  type('Monday to', '12');
  await user.click(hours().getByRole('button', { name: 'Add hours on Monday' }));
  expect(hours().getByLabelText('Monday 2 from')).toHaveValue('13:00');
  type('Monday 2 to', '15.30');
  const stored = () => background.stored().settings.notices.hours;
  const monday = [
    ['09:00', '12:00'],
    ['13:00', '15:30'],
  ];
  await waitFor(() => expect(stored()).toEqual({ mon: monday }));
  // What was typed stays as it is.
  expect(hours().getByLabelText('Monday 2 to')).toHaveValue('15.30');
  await user.click(hours().getByRole('button', { name: 'Copy Monday to all weekdays' }));
  await waitFor(() =>
    expect(stored()).toEqual({ mon: monday, tue: monday, wed: monday, thu: monday, fri: monday }),
  );
});

test('a stretch is removed and the keyboard goes on in its day', async () => {
  const background = createOptionsBackground({
    notices: { kinds: [], hours: OFFICE, timeZone: null },
  });
  const { user } = await openOptions(background);
  await user.click(hours().getByRole('button', { name: 'Remove Monday 09:00–17:00' }));
  expect(hours().getByRole('button', { name: 'Add hours on Monday' })).toHaveFocus();
  await waitFor(() => expect(background.stored().settings.notices.hours).toEqual({}));
  expect(hours().getByText('Without hours Steward never speaks up.')).toBeVisible();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(background.stored().settings.notices.hours).toEqual(OFFICE));
});

test('hours that cannot be are named in their line, and the day keeps what it had', async () => {
  const background = createOptionsBackground({
    notices: { kinds: [], hours: { ...OFFICE, tue: [['08:00', '09:00']] }, timeZone: null },
  });
  const { container } = await openOptions(background);
  type('Monday to', '8');
  type('Tuesday to', '24');
  expect(hours().getByLabelText('Monday to')).toHaveAccessibleDescription(
    /^09:00–08:00 ends before it begins/,
  );
  expect(hours().getByLabelText('Monday to')).toBeInvalid();
  expect(hours().getByLabelText('Tuesday to')).toBeValid();
  await waitFor(() =>
    expect(background.stored().settings.notices.hours).toEqual({
      ...OFFICE,
      tue: [['08:00', '24:00']],
    }),
  );
  expect(await screen.findByText('Saved, but for the fields marked above')).toBeVisible();
  expect(await accessibilityProblems(container)).toEqual([]);
});

test('the zone: this machine’s by name, or another one', async () => {
  const background = createOptionsBackground();
  const { user } = await openOptions(background);
  const zone = notices().getByLabelText('Your time zone');
  const machine = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(zone).toHaveAccessibleDescription(`Empty: ${machine}, as this machine says.`);
  await user.type(zone, 'Asia/Kolkata');
  await waitFor(() => expect(background.stored().settings.notices.timeZone).toBe('Asia/Kolkata'));
  await user.type(zone, 'x');
  expect(zone).toHaveAccessibleDescription('Use a zone such as Europe/Berlin or UTC.');
  await user.clear(zone);
  await waitFor(() => expect(background.stored().settings.notices.timeZone).toBeNull());
});
