/** A time until which a ticket can be put aside with one press. */
export type AsideChoice = { readonly id: 'hour' | 'tomorrow' | 'monday'; readonly until: Date };

const HOUR_MS = 3_600_000;
const MORNING_HOUR = 9;

/** 09:00 on the day so many days after `now`, in the machine's own zone. */
function morningIn(days: number, now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING_HOUR);
}

/**
 * In an hour, tomorrow at 09:00 and next Monday at 09:00, in the steward's own zone; on a Sunday tomorrow is that
 * Monday and stands once.
 */
export function asideChoices(now: Date): readonly AsideChoice[] {
  const daysToMonday = (8 - now.getDay()) % 7 || 7;
  const hour: AsideChoice = { id: 'hour', until: new Date(now.getTime() + HOUR_MS) };
  const tomorrow: AsideChoice = { id: 'tomorrow', until: morningIn(1, now) };
  if (daysToMonday === 1) return [hour, tomorrow];
  return [hour, tomorrow, { id: 'monday', until: morningIn(daysToMonday, now) }];
}

/** The instant a date-and-time field means, in the machine's own zone; null when it is empty or not after `now`. */
export function chosenTime(value: string, now: Date): Date | null {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) || at <= now ? null : at;
}

/** What such a field is given for an instant: local `YYYY-MM-DDTHH:MM`. */
export function fieldTime(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
