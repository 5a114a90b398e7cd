import { expect, test } from 'vitest';
import { packCalendar } from '@/lib/domain/pack-calendar';
import { builtinPack } from '@/lib/pack/load';

const pack = builtinPack();

/** The process in one table: what starts a clock, what meets it, how long it is and in what it counts. */
test('the built-in objectives are those of the process', () => {
  const table = pack.objectives.map((objective) => {
    const { id, startsAt, restartedBy = [], metBy, metByStep, targetMinutes, calendar } = objective;
    const met = [...metBy, ...(metByStep === undefined ? [] : [`tick ${metByStep}`])];
    const counts = packCalendar(pack, calendar, 'UTC').name;
    const starts = [startsAt, ...restartedBy].join(', again at ');
    return [id, starts, met.join(', '), `${targetMinutes / 60} h`, counts].join(' | ');
  });
  expect(table).toEqual([
    'first-response | created | first-response | 24 h | Monday to Friday, round the clock',
    'read | created | categorised, tick triage-read | 8 h | Monday to Friday, round the clock',
    'timebox | timebox-started | engineering-issue-linked, resolved, closed, tick incident-escalate | 0.5 h | Active time',
    'incident-update | last-agent-reply, again at reopened | resolved, closed | 3 h | Elapsed time',
    'may-close | resolved, again at last-requester-reply | closed | 48 h | Monday to Friday, round the clock',
  ]);
});

test('the built-in calendars: round the clock first, then office hours', () => {
  const calendars = pack.calendars.map(({ id, timeZone, weeklyHours }) => [
    id,
    timeZone,
    ...Object.entries(weeklyHours).map(([day, hours]) => `${day} ${JSON.stringify(hours)}`),
  ]);
  const week = (hours: string) =>
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => `${day} ${hours}`);
  expect(calendars).toEqual([
    ['working-days', 'team', ...week('[["00:00","24:00"]]')],
    ['office-hours', 'team', ...week('[["09:00","17:00"]]')],
  ]);
});

test('fewer people work on weekends and in the first and last week of the year; clocks go on', () => {
  expect(pack.reducedCapacity?.map(({ days, clocks }) => [days, clocks])).toEqual([
    [{ kind: 'weekends' }, 'run'],
    [{ kind: 'yearly', from: '01-01', to: '01-07' }, 'run'],
    [{ kind: 'yearly', from: '12-25', to: '12-31' }, 'run'],
  ]);
});

test('an incident is closed after its report', () => {
  const steps = pack.checklists.flatMap(({ steps }) => steps);
  const after = pack.categories.map(({ id, closeAfter = [] }) => [
    id,
    closeAfter.map((step) => steps.find((one) => one.id === step)?.source),
  ]);
  expect(after).toEqual([
    ['incident', ['incident 10']],
    ['change', []],
    ['guidance', []],
  ]);
});
