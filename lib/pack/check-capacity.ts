import { checkDate } from './check-calendars';
import type { PackProblem } from './problem';
import type { Pack } from './schema';

type Period = NonNullable<Pack['reducedCapacity']>[number];

/** A year with a 29 February, so that the day is allowed: it is left out in other years. */
const LEAP_YEAR = '2024';

function checkDay(path: string, day: string): PackProblem[] {
  const wrong = checkDate(path, `${LEAP_YEAR}-${day}`).length > 0;
  return wrong ? [{ path, message: `No year has a day ${day}.` }] : [];
}

function checkPeriod({ days }: Period, path: string): PackProblem[] {
  switch (days.kind) {
    case 'weekends':
      return [];
    case 'yearly':
      return [...checkDay(`${path}.from`, days.from), ...checkDay(`${path}.to`, days.to)];
    case 'dates':
      return [
        ...checkDate(`${path}.from`, days.from),
        ...checkDate(`${path}.to`, days.to),
        ...(days.from <= days.to
          ? []
          : [{ path, message: `${days.from} to ${days.to} ends before it begins.` }]),
      ];
    default:
      return days satisfies never;
  }
}

/** Periods of reduced capacity name real days, the right way round; days of the year may run over New Year. */
export function checkReducedCapacity({ reducedCapacity = [] }: Pack): PackProblem[] {
  return reducedCapacity.flatMap((period, index) =>
    checkPeriod(period, `reducedCapacity[${index}].days`),
  );
}
