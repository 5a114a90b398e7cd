import { timeEntrySchema } from '@/lib/background/freshdesk/schema';
import { timeEntryMinutes } from '@/lib/background/freshdesk/time-entries';
import { expect, it } from 'vitest';
import { rawTimeEntry } from './fixtures';

const minutes = (changes: Record<string, unknown>, now = '2026-03-04T14:00:00Z') =>
  timeEntryMinutes(timeEntrySchema.parse(rawTimeEntry(1, changes)), new Date(now));

it('takes exact seconds when they are there, else hours and minutes', () => {
  expect(minutes({})).toBe(75.15);
  expect(minutes({ time_spent_in_seconds: null })).toBe(75);
  expect(minutes({ time_spent_in_seconds: 0, time_spent: '00:00' })).toBe(0);
  expect(minutes({ time_spent_in_seconds: null, time_spent: '120:30' })).toBe(7230);
});

it('adds the running part of a timer', () => {
  const running = {
    timer_running: true,
    time_spent: '00:10',
    time_spent_in_seconds: 600,
    start_time: '2026-03-04T13:30:00Z',
  };
  expect(minutes(running)).toBe(40);
  expect(minutes(running, '2026-03-04T13:00:00Z')).toBe(10);
  expect(minutes({ ...running, start_time: null })).toBe(10);
});
