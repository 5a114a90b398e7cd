import type { WeeklyHours } from '@/lib/contract/working-time';
import type { Calendar } from '@/lib/domain/business-time';
import { createOracle, type Oracle, openAt, type Span, walkForward } from '../domain/oracle';
import type { Random } from './quarter-random';

/*
 * The quarter's times, by the tests' own reckoning of working time: nothing here asks the product. Seconds since 1970.
 */

export const seconds = (instant: string): number => Date.parse(instant) / 1000;
export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;

/** Monday to Sunday thirteen weeks later. Berlin's clocks go forward on 28 March, Sydney's back on 4 April. */
export const QUARTER: Span = {
  from: seconds('2027-02-01T00:00:00Z'),
  to: seconds('2027-05-03T00:00:00Z'),
};
export const TEAM_ZONE = 'Europe/Berlin';
export const HOLIDAYS = ['2027-02-24', '2027-03-26', '2027-03-29', '2027-04-06'];

const around = seconds('2027-03-18T00:00:00Z');
const WINDOW_DAYS = 140;

const every = (days: readonly (keyof WeeklyHours)[], hours: [string, string][]): WeeklyHours =>
  Object.fromEntries(days.map((day) => [day, hours]));
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const SHORT_WEEK = ['mon', 'tue', 'wed', 'thu'] as const;

export type StewardPlan = {
  readonly name: string;
  readonly zone: string;
  /** When this steward wants to be spoken to. */
  readonly hours: WeeklyHours;
  /** When the laptop is open: longer, on one evening, and on some Saturdays. */
  readonly laptop: Calendar;
  /** It stays shut for a long weekend. */
  readonly away: Span;
};

export const STEWARDS: readonly StewardPlan[] = [
  {
    name: 'Bo',
    zone: 'Europe/Berlin',
    hours: every(WEEK, [['09:00', '15:30']]),
    laptop: {
      timeZone: 'Europe/Berlin',
      weeklyHours: {
        ...every(WEEK, [['08:45', '15:50']]),
        tue: [
          ['08:45', '15:50'],
          ['20:00', '21:30'],
        ],
      },
      dateOverrides: { '2027-03-06': [['10:00', '13:00']] },
    },
    away: { from: seconds('2027-03-11T11:00:00Z'), to: seconds('2027-03-16T10:00:00Z') },
  },
  {
    name: 'Cleo',
    zone: 'Australia/Sydney',
    hours: every(SHORT_WEEK, [
      ['08:30', '12:00'],
      ['13:00', '15:30'],
    ]),
    laptop: {
      timeZone: 'Australia/Sydney',
      weeklyHours: every(SHORT_WEEK, [['08:15', '15:50']]),
      dateOverrides: { '2027-04-10': [['09:00', '12:00']] },
    },
    away: { from: seconds('2027-04-15T04:00:00Z'), to: seconds('2027-04-20T00:00:00Z') },
  },
];

const oracleOf = (calendar: Calendar): Oracle => createOracle(calendar, around, WINDOW_DAYS);

/** Stretches in which an oracle is open, to the minute. */
function spansOf(oracle: Oracle): readonly Span[] {
  const spans: { from: number; to: number }[] = [];
  for (let at = oracle.from; at < oracle.to; at += MINUTE) {
    if (!openAt(oracle, at)) continue;
    const last = spans.at(-1);
    if (last?.to === at) last.to = at + MINUTE;
    else spans.push({ from: at, to: at + MINUTE });
  }
  return spans;
}

/** What two lists of stretches have in common. */
export function common(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      return from < to ? [{ from, to }] : [];
    }),
  );
}

/** When this steward may be spoken to: the hours of the settings, never on the team's holidays. */
export function hoursOf({ zone, hours }: StewardPlan): readonly Span[] {
  return common(spansOf(oracleOf({ timeZone: zone, weeklyHours: hours, holidays: HOLIDAYS })), [
    QUARTER,
  ]);
}

/** When the laptop is open, within the quarter: not over the long weekend, later on some mornings, shut for some lunches. */
export function awakeOf({ laptop, away }: StewardPlan, random: Random): readonly Span[] {
  const open = spansOf(oracleOf(laptop)).filter(({ from }) => from >= QUARTER.from);
  const present = open.flatMap((span) =>
    span.from < away.to && span.to > away.from
      ? common(
          [span],
          [
            { from: 0, to: away.from },
            { from: away.to, to: Infinity },
          ],
        )
      : [span],
  );
  return present.flatMap((span) => {
    const late = random.chance(0.15) ? random.between(10, 100) * MINUTE : 0;
    const from = Math.min(span.from + late + random.between(0, 59), span.to);
    if (!random.chance(0.5)) return [{ from, to: span.to }];
    const lunch = from + random.between(2 * HOUR, 4 * HOUR);
    const back = lunch + random.between(5, 60) * MINUTE;
    return [
      { from, to: Math.min(lunch, span.to) },
      { from: Math.min(back, span.to), to: span.to },
    ].filter((part) => part.from < part.to);
  });
}

const team = oracleOf({
  timeZone: TEAM_ZONE,
  weeklyHours: every(WEEK, [['00:00', '24:00']]),
  holidays: HOLIDAYS,
});
const known = new Map<string, number>();

/** When so much working time of the team has passed; further than the quarter's window: never. */
export function afterWorking(start: number, minutes: number): number {
  const key = `${start} ${minutes}`;
  const found = known.get(key) ?? walkForward(team, start, minutes * MINUTE) ?? Infinity;
  known.set(key, found);
  return found;
}

/** Difference to UTC in minutes, as the runtime prints it. */
export function offsetMinutes(timeZone: string, at: number): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
  const part = format.formatToParts(at * 1000).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT(?:([+-])(\d\d):(\d\d))?/.exec(part ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
