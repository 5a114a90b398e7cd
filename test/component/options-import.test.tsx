import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { accessibilityProblems } from '../fixtures/ui/render-sidebar';
import { createOptionsBackground, openOptions, section } from './options-support';

const part = () => section('Holidays');
const christmas = { date: '2026-12-25', name: 'Christmas Day' };

/** A calendar as services export it; days are `YYYYMMDD`. */
function calendarFile(events: readonly (readonly string[])[]): File {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//EN',
    'X-WR-CALNAME:Days of the reef',
    ...events.flatMap((event, index) => [
      'BEGIN:VEVENT',
      `UID:${index}@example.org`,
      'DTSTAMP:20260101T000000Z',
      ...event,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ];
  return new File([lines.join('\r\n')], 'reef.ics', { type: 'text/calendar' });
}

const reef = calendarFile([
  ['DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas'],
  ['DTSTART;VALUE=DATE:20261126', 'SUMMARY:Day of the corals'],
  ['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=YEARLY', 'SUMMARY:Tide day'],
  ['DTSTART:20261127T100000Z', 'DTEND:20261127T110000Z', 'SUMMARY:A meeting'],
]);

async function choose(file: File) {
  const background = createOptionsBackground({
    workingTime: {
      calendarId: null,
      customHours: {},
      holidays: [christmas],
      reducedCapacity: null,
    },
  });
  const rendered = await openOptions(background);
  const upload = async (one: File): Promise<void> =>
    await rendered.user.upload(part().getByLabelText('iCalendar file'), one);
  await upload(file);
  return { ...rendered, upload, stored: () => background.stored().settings.workingTime.holidays };
}

test('what a file holds is told before anything is added; taken back by one press', async () => {
  const { user, container, stored } = await choose(reef);
  // Christmas and the corals, and the tide day of this year and the next five.
  expect(
    await part().findByText(
      '8 holidays found in “Days of the reef”, 7 new; 1 event is left out, being no whole day.',
    ),
  ).toBeVisible();
  await user.click(part().getByRole('button', { name: 'Which' }));
  expect(part().getByText('Day of the corals')).toBeVisible();
  expect(await accessibilityProblems(container)).toEqual([]);
  expect(stored()).toEqual([christmas]);

  await user.click(part().getByRole('button', { name: 'Add 7 holidays' }));
  expect(part().getByText('7 holidays added.')).toBeVisible();
  expect(part().getByRole('button', { name: 'Import from an iCalendar file' })).toHaveFocus();
  await waitFor(() =>
    expect(stored().map(({ date }) => date)).toEqual([
      '2026-01-05',
      '2026-11-26',
      '2026-12-25',
      '2027-01-05',
      '2028-01-05',
      '2029-01-05',
      '2030-01-05',
      '2031-01-05',
    ]),
  );
  // The name that stood stays.
  expect(stored()[2]).toEqual(christmas);
  expect(screen.getByTitle('Thu 26 Nov: closed; Day of the corals')).toBeInTheDocument();

  await user.click(part().getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(stored()).toEqual([christmas]));
});

test('cancelled, nothing is added; the same file can be chosen again', async () => {
  const { user, upload, stored } = await choose(reef);
  await user.click(await part().findByRole('button', { name: 'Cancel' }));
  expect(part().queryByText(/found in/)).not.toBeInTheDocument();
  await upload(reef);
  expect(await part().findByText(/7 new/)).toBeVisible();
  expect(stored()).toEqual([christmas]);
});

test('nothing new: it is said, and there is nothing to add', async () => {
  const { user } = await choose(
    calendarFile([['DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas']]),
  );
  expect(await part().findByText('1 holiday found in “Days of the reef”, none new.')).toBeVisible();
  expect(part().queryByRole('button', { name: /^Add \d/ })).not.toBeInTheDocument();
  await user.click(part().getByRole('button', { name: 'Close' }));
  expect(part().queryByText(/none new/)).not.toBeInTheDocument();
});

test('what is no calendar, or far too large, is refused in place', async () => {
  const { upload, container } = await choose(new File(['<html>'], 'page.ics'));
  expect(await part().findByRole('alert')).toHaveTextContent(/calendar/i);
  await upload(new File([new Uint8Array(8_000_001)], 'large.ics'));
  await waitFor(() =>
    expect(part().getByRole('alert')).toHaveTextContent(
      'large.ics is too large for a list of holidays.',
    ),
  );
  expect(await accessibilityProblems(container)).toEqual([]);
});
