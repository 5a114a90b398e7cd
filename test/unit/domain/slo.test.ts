import { describe, expect, test } from 'vitest';
import { clocksAt, ids, one } from './clocks-at';
import { factsWith, progressWith, without } from './ticket-facts';

describe('a new ticket, Friday 16:00', () => {
  test('two clocks run, the shorter one first', () => {
    const clocks = clocksAt('2026-11-20T17:00:00Z');
    expect(ids(clocks)).toEqual(['read', 'first-response']);
    expect(clocks[0]).toMatchObject({
      state: 'running',
      usedMinutes: 60,
      leftMinutes: 420,
      targetMinutes: 480,
      fraction: 0.125,
      opensAt: null,
      timeZone: 'UTC',
    });
    expect(clocks[0]?.dueAt).toEqual(new Date('2026-11-21T00:00:00Z'));
    expect(clocks[1]?.dueAt).toEqual(new Date('2026-11-23T16:00:00Z'));
    expect(clocks[1]?.explain().map(({ minutes, note }) => [minutes, note])).toEqual([
      [480, 'open'],
      [0, 'closed'],
      [960, 'open'],
    ]);
  });

  test('on the weekend what is not used up stands still, what is used up is overdue', () => {
    const clocks = clocksAt('2026-11-21T12:00:00Z');
    expect(one(clocks, 'first-response')).toMatchObject({
      state: 'stopped',
      opensAt: new Date('2026-11-23T00:00:00Z'),
      leftMinutes: 960,
    });
    expect(one(clocks, 'read')).toMatchObject({ state: 'overdue', leftMinutes: 0, opensAt: null });
  });

  test('due soon from three quarters on, overdue at the due instant', () => {
    expect(one(clocksAt('2026-11-20T21:59:59Z'), 'read').state).toBe('running');
    expect(one(clocksAt('2026-11-20T22:00:00Z'), 'read').state).toBe('due-soon');
    expect(one(clocksAt('2026-11-23T15:59:59.999Z'), 'first-response').state).toBe('due-soon');
    const late = one(clocksAt('2026-11-23T17:30:00Z'), 'first-response');
    expect(late).toMatchObject({ state: 'overdue', leftMinutes: -90, fraction: 1 });
  });

  test('the team’s zone moves the weekend', () => {
    const clocks = clocksAt(
      '2026-11-20T17:00:00Z',
      factsWith(),
      progressWith(),
      null,
      'Pacific/Auckland',
    );
    // Saturday 05:00 in Auckland: working time begins there on Monday, which is Sunday 11:00 UTC.
    expect(one(clocks, 'read')).toMatchObject({
      state: 'stopped',
      usedMinutes: 0,
      opensAt: new Date('2026-11-22T11:00:00Z'),
      dueAt: new Date('2026-11-22T19:00:00Z'),
      timeZone: 'Pacific/Auckland',
    });
  });

  test('a ticket from a moment ahead of this clock has used nothing', () => {
    expect(one(clocksAt('2026-11-20T15:59:30Z'), 'read')).toMatchObject({
      usedMinutes: 0,
      fraction: 0,
    });
  });
});

describe('reading', () => {
  test('categorised at an unknown time: met, without a time', () => {
    const clock = one(
      clocksAt('2026-11-24T00:00:00Z', factsWith(), progressWith(), 'change'),
      'read',
    );
    expect(clock).toMatchObject({
      state: 'met',
      metAt: null,
      usedMinutes: null,
      leftMinutes: null,
    });
  });

  test('a tick of the step has a time; a late one next to a category tells nothing', () => {
    const ticked = (at: string) => progressWith({ ticks: { 'triage-read': { at, by: 'Bo' } } });
    const inTime = ticked('2026-11-20T17:03:00Z');
    expect(one(clocksAt('2026-11-24T00:00:00Z', factsWith(), inTime), 'read')).toMatchObject({
      state: 'met',
      metAt: new Date('2026-11-20T17:03:00Z'),
      usedMinutes: 63,
      leftMinutes: 417,
    });
    const late = ticked('2026-11-24T00:00:00Z');
    expect(one(clocksAt('2026-11-25T00:00:00Z', factsWith(), late), 'read')).toMatchObject({
      state: 'met',
      leftMinutes: 480 - 480 - 1440,
    });
    expect(
      one(clocksAt('2026-11-25T00:00:00Z', factsWith(), late, 'change'), 'read').metAt,
    ).toBeNull();
  });
});

describe('first response', () => {
  test('a public answer meets it, and met clocks come last', () => {
    const facts = factsWith({
      firstRespondedAt: '2026-11-23T01:00:00Z',
      agentRespondedAt: '2026-11-23T01:00:00Z',
    });
    const clocks = clocksAt('2026-11-23T02:00:00Z', facts);
    expect(ids(clocks)).toEqual(['read', 'first-response']);
    expect(one(clocks, 'first-response')).toMatchObject({ state: 'met', usedMinutes: 540 });
  });

  test('what Freshdesk did not tell is unknown, with the due time all the same', () => {
    const clock = one(
      clocksAt('2026-11-24T00:00:00Z', without(factsWith(), 'firstRespondedAt')),
      'first-response',
    );
    expect(clock).toMatchObject({ state: 'unknown', metAt: null, usedMinutes: null });
    expect(clock.dueAt).toEqual(new Date('2026-11-23T16:00:00Z'));
  });
});
