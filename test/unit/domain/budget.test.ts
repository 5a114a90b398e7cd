import { expect, test } from 'vitest';
import { allotment, monthBounds, monthOf, sumMinutes } from '@/lib/domain/budget';
import { builtinPack } from '@/lib/pack/load';

test('months are local, and each ends where the next begins', () => {
  expect(monthOf(new Date('2026-11-30T23:30:00Z'), 'UTC')).toBe('2026-11');
  expect(monthOf(new Date('2026-11-30T23:30:00Z'), 'Europe/Berlin')).toBe('2026-12');
  expect(monthBounds('2026-12', 'America/New_York')).toEqual({
    from: new Date('2026-12-01T05:00:00Z'),
    to: new Date('2027-01-01T05:00:00Z'),
  });
  // The clock goes back in Berlin's October, so its ends have different offsets.
  expect(monthBounds('2026-10', 'Europe/Berlin')).toEqual({
    from: new Date('2026-09-30T22:00:00Z'),
    to: new Date('2026-10-31T23:00:00Z'),
  });
  for (const zone of ['UTC', 'Asia/Beirut', 'Pacific/Chatham']) {
    for (let month = 1; month <= 12; month += 1) {
      const { from, to } = monthBounds(`2026-${String(month).padStart(2, '0')}`, zone);
      expect(monthOf(from, zone)).not.toBe(monthOf(to, zone));
      expect(monthOf(new Date(to.getTime() - 1), zone)).toBe(monthOf(from, zone));
    }
  }
  expect(() => monthBounds('2026-13', 'UTC')).toThrow('not a month');
});

test('incidents draw nothing', () => {
  expect(
    sumMinutes([{ minutes: 25, draws: true }, { minutes: 90, draws: false }, { minutes: 5 }]),
  ).toBe(30);
  expect(sumMinutes([])).toBe(0);
});

test('the nearest figure counts; nought hours are a figure, nonsense is none', () => {
  const pack = builtinPack();
  const all = { companyFieldHours: 5, teamHours: 4, defaultHours: 3, pack };
  expect(allotment(all)).toEqual({ minutes: 300, source: 'company-field' });
  expect(allotment({ ...all, companyFieldHours: 0 })).toEqual({
    minutes: 0,
    source: 'company-field',
  });
  expect(allotment({ ...all, companyFieldHours: Number.NaN })).toEqual({
    minutes: 240,
    source: 'team',
  });
  expect(allotment({ ...all, companyFieldHours: -1, teamHours: null })).toEqual({
    minutes: 180,
    source: 'default',
  });
  expect(
    allotment({ companyFieldHours: null, teamHours: undefined, defaultHours: null, pack }),
  ).toEqual({
    minutes: 204,
    source: 'default',
  });
});
