import type { ReducedCapacity, ReducedDays } from '@/lib/contract/working-time';
import { isShort } from '../reader';
import { isDate } from './dates';

/** A period as it is being typed; both kinds of days side by side, so that changing the kind loses nothing. */
export type PeriodDraft = {
  readonly name: string;
  readonly kind: ReducedDays['kind'];
  /** `MM-DD`. */
  readonly yearlyFrom: string;
  readonly yearlyTo: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly clocks: ReducedCapacity['clocks'];
};

export const EMPTY_PERIOD: PeriodDraft = {
  name: '',
  kind: 'yearly',
  yearlyFrom: '12-24',
  yearlyTo: '01-01',
  dateFrom: '',
  dateTo: '',
  clocks: 'run',
};

const DAYS_OF_MONTH: Readonly<Record<string, number>> = {
  '02': 29,
  '04': 30,
  '06': 30,
  '09': 30,
  '11': 30,
};

/** How many days a month (`01` to `12`) can have; 29 for February. */
export function daysOfMonth(month: string): number {
  return DAYS_OF_MONTH[month] ?? 31;
}

const isMonthDay = (text: string): boolean =>
  Number(text.slice(3)) <= daysOfMonth(text.slice(0, 2));

function daysOf(draft: PeriodDraft): ReducedDays | string {
  switch (draft.kind) {
    case 'weekends':
      return { kind: 'weekends' };
    case 'yearly':
      return isMonthDay(draft.yearlyFrom) && isMonthDay(draft.yearlyTo)
        ? { kind: 'yearly', from: draft.yearlyFrom, to: draft.yearlyTo }
        : 'Choose days that exist.';
    default: {
      const to = draft.dateTo === '' ? draft.dateFrom : draft.dateTo;
      if (!isDate(draft.dateFrom) || !isDate(to)) return 'Choose days from 2000 on.';
      if (to < draft.dateFrom) return 'The last day comes before the first one.';
      return { kind: 'dates', from: draft.dateFrom, to };
    }
  }
}

function freeId(periods: readonly ReducedCapacity[]): string {
  const taken = new Set(periods.map(({ id }) => id));
  let number = periods.length + 1;
  while (taken.has(`own-${number}`)) number += 1;
  return `own-${number}`;
}

/** The period that was typed, under an id of its own, or what is wrong with it in one sentence. */
export function newPeriod(
  draft: PeriodDraft,
  periods: readonly ReducedCapacity[],
): ReducedCapacity | string {
  const name = draft.name.trim();
  if (name === '') return 'Give the period a name, such as Summer break.';
  if (!isShort(name)) return 'Use at most 200 characters for the name.';
  const days = daysOf(draft);
  return typeof days === 'string'
    ? days
    : { id: freeId(periods), name, days, clocks: draft.clocks };
}
