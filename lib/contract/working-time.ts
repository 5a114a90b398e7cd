/** Days of the week as calendars and settings write them. */
export type DayKey = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Opening stretches by day of the week, local `HH:MM`; a close may be `24:00`. A missing day is closed. */
export type WeeklyHours = Readonly<
  Partial<Record<DayKey, readonly (readonly [open: string, close: string])[]>>
>;

/** A day on which nobody works. */
export type Holiday = {
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly name: string;
};

/**
 * Days on which fewer people work: every weekend, the same days of each year (`MM-DD`, both included; from December
 * into January is allowed), or some dates (`YYYY-MM-DD`, both included).
 */
export type ReducedDays =
  | { readonly kind: 'weekends' }
  | { readonly kind: 'yearly'; readonly from: string; readonly to: string }
  | { readonly kind: 'dates'; readonly from: string; readonly to: string };

/** A period of reduced capacity. `stop`: working time stands still in it; `run`: clocks go on, and say that it is one. */
export type ReducedCapacity = {
  readonly id: string;
  readonly name: string;
  readonly days: ReducedDays;
  readonly clocks: 'run' | 'stop';
};

/** What the team counts as working time. */
export type WorkingTime = {
  /** One of the pack's calendars, or `custom` for `customHours`; null: as each of the pack's objectives says. */
  readonly calendarId: string | null;
  readonly customHours: WeeklyHours;
  /** Closed days besides those of the pack's calendars. */
  readonly holidays: readonly Holiday[];
  /** Null: the pack's periods. */
  readonly reducedCapacity: readonly ReducedCapacity[] | null;
};

/** What a steward can be told of. */
export type NoticeKind =
  | 'new-request'
  | 'answer-due'
  | 'update-due'
  | 'requester-answered'
  | 'may-close';

/** When and of what this steward wants to be told. */
export type NoticeSettings = {
  readonly kinds: readonly NoticeKind[];
  /** The steward's own working hours, in which alone Steward speaks up. */
  readonly hours: WeeklyHours;
  /** IANA zone of those hours; null: the machine's. */
  readonly timeZone: string | null;
};
