import { describe, expect, test } from 'vitest';
import {
  explainBusinessMinutes,
  type Calendar,
  type Hours,
  type ReducedPeriod,
} from '@/lib/domain/business-time';

const HOUR = 60;
const at = (text: string): Date => new Date(text);
const week = (hours: Hours): Calendar['weeklyHours'] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});
const allDay: Hours = [['00:00', '24:00']];
const weekends: ReducedPeriod = { days: { kind: 'weekends' }, hours: [] };
const yearEnd: ReducedPeriod = { days: { kind: 'yearly', from: '12-24', to: '01-01' }, hours: [] };
const calendarOf = (reducedCapacity: readonly ReducedPeriod[], more = {}): Calendar => ({
  timeZone: 'UTC',
  weeklyHours: week(allDay),
  reducedCapacity,
  ...more,
});

describe('a sum says why', () => {
  const told = (calendar: Calendar, from: string, hours: number): readonly string[] =>
    explainBusinessMinutes(calendar, at(from), hours * HOUR).map(
      ({ from, to, note, because }) =>
        `${from.toISOString().slice(5, 16)} ${to.toISOString().slice(5, 16)} ${because ?? note}`,
    );

  test('a weekend is one line, and needs no reason', () => {
    const calendar = calendarOf([weekends], { holidays: ['2026-11-21'] });
    expect(told(calendar, '2026-11-20T16:00:00Z', 24)).toEqual([
      '11-20T16:00 11-21T00:00 open',
      '11-21T00:00 11-23T00:00 closed',
      '11-23T00:00 11-23T16:00 open',
    ]);
  });

  test('holidays around a weekend are told apart from it', () => {
    const calendar = calendarOf([], { holidays: ['2026-12-25', '2026-12-28'] });
    expect(told(calendar, '2026-12-24T20:00:00Z', 5)).toEqual([
      '12-24T20:00 12-25T00:00 open',
      '12-25T00:00 12-26T00:00 holiday',
      '12-26T00:00 12-28T00:00 closed',
      '12-28T00:00 12-29T00:00 holiday',
      '12-29T00:00 12-29T01:00 open',
    ]);
  });

  test('evenings and mornings belong to the closed dates beside them', () => {
    const calendar = calendarOf([], {
      weeklyHours: week([['09:00', '17:00']]),
      holidays: ['2026-11-23'],
    });
    expect(told(calendar, '2026-11-19T16:00:00Z', 10)).toEqual([
      '11-19T16:00 11-19T17:00 open',
      '11-19T17:00 11-20T09:00 closed',
      '11-20T09:00 11-20T17:00 open',
      '11-20T17:00 11-23T00:00 closed',
      '11-23T00:00 11-24T09:00 holiday',
      '11-24T09:00 11-24T10:00 open',
    ]);
  });

  test('a period of reduced capacity is one line, weekends and holidays in it too', () => {
    const calendar = calendarOf([yearEnd], { holidays: ['2026-12-25'] });
    expect(told(calendar, '2026-12-24T10:00:00Z', 1)).toEqual([
      '12-24T10:00 01-02T00:00 reduced-capacity',
      '01-02T00:00 01-04T00:00 closed',
      '01-04T00:00 01-04T01:00 open',
    ]);
  });

  test('working weekends that a period closes are told', () => {
    const calendar = calendarOf([weekends], { weeklyHours: { fri: allDay, sat: allDay } });
    expect(told(calendar, '2026-11-20T23:00:00Z', 2)).toEqual([
      '11-20T23:00 11-21T00:00 open',
      '11-21T00:00 11-22T00:00 reduced-capacity',
      '11-22T00:00 11-27T00:00 closed',
      '11-27T00:00 11-27T01:00 open',
    ]);
  });

  test('years of holidays are one line', () => {
    const holidays = Array.from({ length: 4_000 }, (_, days) =>
      new Date(Date.UTC(2027, 0, 1 + days)).toISOString().slice(0, 10),
    );
    expect(told(calendarOf([], { holidays }), '2026-12-31T22:00:00Z', 4)).toEqual([
      '12-31T22:00 01-01T00:00 open',
      '01-01T00:00 12-14T00:00 holiday',
      '12-14T00:00 12-14T02:00 open',
    ]);
  });
});
