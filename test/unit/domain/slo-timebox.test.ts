import { describe, expect, test } from 'vitest';
import type { TicketFacts, TicketProgress } from '@/lib/contract/ticket';
import { clocksAt, ids, one } from './clocks-at';
import { factsWith, linked, progressWith } from './ticket-facts';

const MINUTE_MS = 60_000;

/** A timebox from Saturday 10:00, of which so many minutes were spent until then. */
const boxed = (activeMinutes: number, timeboxActiveAt: string): TicketProgress =>
  progressWith({
    timeboxStartedAt: '2026-11-21T10:00:00Z',
    timeboxActiveMs: activeMinutes * MINUTE_MS,
    timeboxActiveAt,
  });

const timebox = (now: string, progress: TicketProgress, facts: TicketFacts = factsWith()) =>
  one(clocksAt(now, facts, progress), 'timebox');

describe('the timebox', () => {
  test('is not there before it is started', () => {
    expect(ids(clocksAt('2026-11-21T10:10:00Z'))).not.toContain('timebox');
  });

  test('runs while the steward is on the ticket, also on a weekend, and knows when it will be up', () => {
    const clock = timebox('2026-11-21T10:12:15Z', boxed(10, '2026-11-21T10:12:00Z'));
    expect(clock).toMatchObject({
      state: 'running',
      usedMinutes: 10.25,
      leftMinutes: 19.75,
      dueAt: new Date('2026-11-21T10:32:00Z'),
      warnsAt: new Date('2026-11-21T10:26:00Z'),
      counts: 'active',
      calendarName: 'Active time',
    });
    const again = timebox('2026-11-21T10:12:16Z', boxed(10, '2026-11-21T10:12:00Z'));
    expect(again.dueAt).toEqual(clock.dueAt);
  });

  test('turns due soon at four fifths and is overdue when its time is up', () => {
    const at = '2026-11-21T10:24:00Z';
    expect(timebox(at, boxed(23.99, at)).state).toBe('running');
    expect(timebox(at, boxed(24, at))).toMatchObject({ state: 'due-soon', warnsAt: null });
    expect(timebox(at, boxed(29.99, at)).state).toBe('due-soon');
    expect(timebox(at, boxed(30, at))).toMatchObject({ state: 'overdue', dueAt: null });
  });

  test('stands still a minute after the last word, and then knows no end', () => {
    const last = boxed(10, '2026-11-21T10:12:00Z');
    expect(timebox('2026-11-21T10:13:00Z', last)).toMatchObject({ state: 'running' });
    expect(timebox('2026-11-21T10:13:01Z', last)).toMatchObject({
      state: 'stopped',
      stoppedBecause: 'away',
      usedMinutes: 10,
      leftMinutes: 20,
      dueAt: null,
      opensAt: null,
    });
  });

  test('from before active time was measured has used nothing and stands still', () => {
    const old = progressWith({ timeboxStartedAt: '2026-11-21T10:00:00Z' });
    expect(timebox('2026-11-21T11:00:00Z', old)).toMatchObject({
      state: 'stopped',
      stoppedBecause: 'away',
      usedMinutes: 0,
    });
  });

  test('says in its sum how long the steward was away', () => {
    const lines = timebox('2026-11-21T11:00:00Z', boxed(12, '2026-11-21T10:15:00Z')).explain();
    expect(lines.map(({ minutes, note }) => [minutes, note])).toEqual([
      [12, 'open'],
      [48, 'paused'],
    ]);
  });

  test('is met by an engineering issue, the ping or resolving, by an incident issue not', () => {
    const at = '2026-11-21T10:20:00Z';
    const spent = boxed(18, '2026-11-21T10:19:50Z');
    const met = (progress: TicketProgress, facts?: TicketFacts) => {
      const { state, usedMinutes } = timebox('2026-11-21T11:00:00Z', progress, facts);
      return [state, usedMinutes === null ? null : Math.round(usedMinutes * 60)];
    };
    const used = 18 * 60 + 10;
    expect(met({ ...spent, issues: [linked('engineering', at)] })).toEqual(['met', used]);
    expect(met({ ...spent, issues: [linked('incident', at)] })).toEqual(['stopped', 18 * 60]);
    expect(met({ ...spent, ticks: { 'incident-escalate': { at, by: 'Bo' } } })).toEqual([
      'met',
      used,
    ]);
    const resolved = factsWith({
      status: { code: 4, label: 'Resolved', phase: 'resolved' },
      resolvedAt: at,
    });
    expect(met(spent, resolved)).toEqual(['met', used]);
  });
});
