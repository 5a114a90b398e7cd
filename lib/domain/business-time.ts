/** Working time: the public face of the calendar arithmetic. Conventions stand in business-count.ts. */
export { BusinessTimeError, WEEKDAYS } from './calendar-types';
export type {
  BusinessTimeErrorCode,
  Calendar,
  Hours,
  Pause,
  ReducedPeriod,
  Weekday,
} from './calendar-types';
export {
  addBusinessMinutes,
  businessMinutesBetween,
  isOpen,
  nextOpening,
  subtractBusinessMinutes,
} from './business-count';
export { explainBusinessMinutes, type SumLine } from './business-explain';
