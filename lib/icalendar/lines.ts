import type { Result } from '@/lib/contract/result';
import { fail, ok } from '@/lib/platform/result';

/** The unfolded lines of a file that matter: those of the calendar itself, and those of each event. */
export type CalendarLines = {
  readonly calendar: readonly string[];
  readonly events: readonly (readonly string[])[];
};

const DAMAGED = 'The calendar file is damaged or incomplete: save it again and choose it anew.';

/** Lines as they were before they were folded: one that begins with a blank goes on from the last. */
function unfold(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    const last = lines.at(-1);
    if (last !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = last + line.slice(1);
    else if (line !== '') lines.push(line);
  }
  return lines;
}

/**
 * Cuts an iCalendar file into its events (RFC 5545 §3.1, §3.6). What stands inside an event's own components, such as
 * alarms, is left out, and so are time zones and tasks. Answers `invalid-input` for anything that is no such file.
 */
export function calendarLines(text: string): Result<CalendarLines> {
  const lines = unfold(text);
  if (!/^BEGIN:VCALENDAR\s*$/i.test(lines[0] ?? ''))
    return fail('invalid-input', 'That is not a calendar file (.ics).');
  const calendar: string[] = [];
  const events: string[][] = [];
  const open: string[] = [];
  for (const line of lines) {
    const [, verb, component] = /^(BEGIN|END):(.*)$/i.exec(line) ?? [];
    const name = component?.trim().toUpperCase() ?? '';
    if (verb?.toUpperCase() === 'BEGIN') {
      open.push(name);
      if (open.length === 2 && name === 'VEVENT') events.push([]);
    } else if (verb !== undefined) {
      if (open.pop() !== name) return fail('invalid-input', DAMAGED);
    } else if (open.length === 1) {
      calendar.push(line);
    } else if (open.length === 2 && open[1] === 'VEVENT') {
      events.at(-1)?.push(line);
    }
  }
  return open.length === 0 ? ok({ calendar, events }) : fail('invalid-input', DAMAGED);
}
