import { describe, expect, test } from 'vitest';
import { clocksAt, ids, one } from './clocks-at';
import { factsWith, progressWith, without } from './ticket-facts';

describe('incident update', () => {
  const answered = {
    firstRespondedAt: '2026-11-20T17:00:00Z',
    agentRespondedAt: '2026-11-21T08:00:00Z',
  };
  test('every three hours after the last public answer, night and weekend, while the incident is open', () => {
    const clock = one(
      clocksAt('2026-11-21T10:30:00Z', factsWith(answered), progressWith(), 'incident'),
      'incident-update',
    );
    expect(clock).toMatchObject({
      state: 'due-soon',
      leftMinutes: 30,
      dueAt: new Date('2026-11-21T11:00:00Z'),
    });
  });

  test('not before the first answer, not for other categories, not once resolved', () => {
    const now = '2026-11-21T10:30:00Z';
    const resolved = {
      status: { code: 4, label: 'Resolved', phase: 'resolved' as const },
      resolvedAt: now,
    };
    expect(ids(clocksAt(now, factsWith(), progressWith(), 'incident'))).not.toContain(
      'incident-update',
    );
    expect(ids(clocksAt(now, factsWith(answered), progressWith(), 'change'))).not.toContain(
      'incident-update',
    );
    expect(
      ids(clocksAt(now, factsWith({ ...answered, ...resolved }), progressWith(), 'incident')),
    ).not.toContain('incident-update');
    expect(
      one(
        clocksAt(now, without(factsWith(), 'agentRespondedAt'), progressWith(), 'incident'),
        'incident-update',
      ).state,
    ).toBe('unknown');
  });
});

describe('may close', () => {
  const resolved = factsWith({
    status: { code: 4, label: 'Resolved', phase: 'resolved' },
    firstRespondedAt: '2026-11-18T10:00:00Z',
    agentRespondedAt: '2026-11-19T12:00:00Z',
    resolvedAt: '2026-11-19T12:00:00Z',
    createdAt: '2026-11-18T09:00:00Z',
  });

  test('48 working hours after resolving; nothing is late then', () => {
    const wait = one(
      clocksAt('2026-11-20T12:00:00Z', resolved, progressWith(), 'change'),
      'may-close',
    );
    expect(wait).toMatchObject({ kind: 'wait', state: 'running', leftMinutes: 1440 });
    expect(wait.dueAt).toEqual(new Date('2026-11-23T12:00:00Z'));
    const over = one(
      clocksAt('2026-11-25T12:00:00Z', resolved, progressWith(), 'change'),
      'may-close',
    );
    expect(over).toMatchObject({ state: 'due-soon', leftMinutes: 0, fraction: 1 });
  });

  test('an answer of the requester starts it anew; an older one does not', () => {
    const due = (requesterRespondedAt: string) =>
      one(
        clocksAt('2026-11-24T00:00:00Z', { ...resolved, requesterRespondedAt }),
        'may-close',
      ).dueAt?.toISOString();
    expect(due('2026-11-19T11:00:00Z')).toBe('2026-11-23T12:00:00.000Z');
    expect(due('2026-11-20T12:00:00Z')).toBe('2026-11-24T12:00:00.000Z');
  });

  test('after reopening, the old time of resolving counts no more', () => {
    const reopened = { ...resolved, status: { code: 2, label: 'Open', phase: 'open' as const } };
    expect(ids(clocksAt('2026-11-24T00:00:00Z', reopened))).not.toContain('may-close');
  });

  test('resolved at an unknown time: the clock is unknown', () => {
    const clock = one(
      clocksAt('2026-11-24T00:00:00Z', without(resolved, 'resolvedAt')),
      'may-close',
    );
    expect(clock).toMatchObject({ state: 'unknown', dueAt: null, startedAt: null });
  });
});

test('deadlines come before waits, unknown after them, met last', () => {
  const resolved = factsWith({
    status: { code: 4, label: 'Resolved', phase: 'resolved' },
    resolvedAt: '2026-11-20T16:05:00Z',
  });
  const at = '2026-11-20T16:10:00Z';
  expect(ids(clocksAt(at, { ...resolved, firstRespondedAt: null }))).toEqual([
    'first-response',
    'may-close',
  ]);
  expect(ids(clocksAt(at, without(resolved, 'firstRespondedAt')))).toEqual([
    'may-close',
    'first-response',
  ]);
  const answered = { ...resolved, firstRespondedAt: '2026-11-20T16:02:00Z' };
  expect(ids(clocksAt(at, answered))).toEqual(['may-close', 'first-response']);
});

test('reading is promised for open work only', () => {
  const facts = factsWith({ status: { code: 5, label: 'Closed', phase: 'closed' } });
  expect(ids(clocksAt('2026-11-20T17:00:00Z', factsWith()))).toContain('read');
  expect(ids(clocksAt('2026-11-20T17:00:00Z', facts))).not.toContain('read');
});

test('a zone that does not exist gives unknown clocks, not a broken page', () => {
  const clocks = clocksAt(
    '2026-11-20T17:00:00Z',
    factsWith(),
    progressWith(),
    null,
    'Nowhere/Land',
  );
  expect(clocks.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
});
