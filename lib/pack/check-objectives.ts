import type { PackProblem } from './problem';
import type { Objective, Pack } from './schema';

/** Names of what a clock can count in besides calendars. */
const RESERVED = ['always', 'active'];

function checkObjective(objective: Objective, path: string): PackProblem[] {
  const { calendar, startsAt, pausedWhile = [], kind } = objective;
  const active = calendar === 'active';
  const problems: PackProblem[] = [];
  if (active && startsAt !== 'timebox-started') {
    const message = 'Active time is measured from the start of a timebox only.';
    problems.push({ path: `${path}.startsAt`, message });
  }
  if (active && pausedWhile.length > 0) {
    const message = 'A clock of active time waits for nobody: it stops by itself.';
    problems.push({ path: `${path}.pausedWhile`, message });
  }
  if (active && kind === 'wait') {
    const message = 'A wait counts while nobody is on the ticket, so it cannot be of active time.';
    problems.push({ path: `${path}.kind`, message });
  }
  if (new Set(pausedWhile).size < pausedWhile.length) {
    problems.push({ path: `${path}.pausedWhile`, message: 'The same reason stands twice.' });
  }
  return problems;
}

/** Clocks count in something they can: active time belongs to timeboxes, and its name to no calendar. */
export function checkObjectives(pack: Pack): PackProblem[] {
  return [
    ...pack.calendars.flatMap(({ id }, index) =>
      RESERVED.includes(id)
        ? [{ path: `calendars[${index}].id`, message: `“${id}” is no name for a calendar.` }]
        : [],
    ),
    ...pack.objectives.flatMap((objective, index) =>
      checkObjective(objective, `objectives[${index}]`),
    ),
  ];
}
