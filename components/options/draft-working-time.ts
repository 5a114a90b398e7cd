import type { Settings } from '@/lib/contract/views';
import type { Holiday, ReducedCapacity, WorkingTime } from '@/lib/contract/working-time';
import { workingTimeProblem } from '@/lib/domain/working-time-problem';
import { hoursOf } from './fields';
import type { Reader } from './reader';
import { readWeek, weekDraftOf, weekProblem, type WeekDraft } from './week';

/** What the team counts as working time, as typed. */
export type WorkingTimeDraft = {
  /** One of the pack's calendars or `custom`; null: as the pack says. */
  readonly calendarId: string | null;
  readonly customHours: WeekDraft;
  readonly holidays: readonly Holiday[];
  /** Null: the pack's periods. */
  readonly reducedCapacity: readonly ReducedCapacity[] | null;
  /** Hours between updates in an incident; empty: as the pack says. */
  readonly incidentUpdateHours: string;
};

type WorkingTimeSettings = Pick<Settings, 'workingTime' | 'incidentUpdateHours'>;

/** Chosen in place of one of the pack's calendars. */
export const CUSTOM = 'custom';

/** Bounds of the stored hours between updates: a quarter of an hour to a week. */
const UPDATE_HOURS = { least: 0.25, most: 168 } as const;

/** The form for the stored working time. */
export function workingTimeDraftOf(settings: Settings): WorkingTimeDraft {
  const { calendarId, customHours, holidays, reducedCapacity } = settings.workingTime;
  return {
    calendarId,
    customHours: weekDraftOf(customHours),
    holidays,
    reducedCapacity,
    incidentUpdateHours:
      settings.incidentUpdateHours === null ? '' : `${settings.incidentUpdateHours}`,
  };
}

type Hours = Pick<WorkingTime, 'calendarId' | 'customHours'>;

function readHours(
  draft: WorkingTimeDraft,
  stored: WorkingTime,
  { read }: Reader<keyof WorkingTimeDraft>,
): Hours {
  const { hours: customHours, problems } = readWeek(draft.customHours, stored.customHours);
  const problem = weekProblem(problems);
  // Hours that are not in force, and not on the page, are nothing to complain of.
  if (problem !== null && draft.calendarId === CUSTOM) read('customHours', null, null, problem);
  // Clocks that never run help nobody: the last hours stay in force until there are some again.
  if (draft.calendarId === CUSTOM && Object.keys(customHours).length === 0) {
    const calendarId = Object.keys(stored.customHours).length === 0 ? null : stored.calendarId;
    const kept: Hours = { calendarId, customHours: stored.customHours };
    return read<Hours>('customHours', null, kept, 'Open on at least one day of the week.');
  }
  return { calendarId: draft.calendarId, customHours };
}

/** The team's periods; those that would leave no time at all stay as they are stored. */
function readPeriods(
  draft: WorkingTimeDraft,
  stored: WorkingTime,
  { read }: Reader<keyof WorkingTimeDraft>,
): WorkingTime['reducedCapacity'] {
  const { reducedCapacity } = draft;
  const alone = { calendarId: null, customHours: {}, holidays: [], reducedCapacity };
  const problem = workingTimeProblem(alone);
  if (problem === null) return reducedCapacity;
  return read('reducedCapacity', null, stored.reducedCapacity, problem);
}

function updateHoursOf(text: string): number | null {
  const hours = hoursOf(text);
  const { least, most } = UPDATE_HOURS;
  return hours !== null && hours >= least && hours <= most ? hours : null;
}

/** The working time a form stands for. */
export function readWorkingTime(
  draft: WorkingTimeDraft,
  stored: Settings,
  reader: Reader<keyof WorkingTimeDraft>,
): WorkingTimeSettings {
  return {
    workingTime: {
      ...readHours(draft, stored.workingTime, reader),
      holidays: draft.holidays,
      reducedCapacity: readPeriods(draft, stored.workingTime, reader),
    },
    incidentUpdateHours:
      draft.incidentUpdateHours.trim() === ''
        ? null
        : reader.read(
            'incidentUpdateHours',
            updateHoursOf(draft.incidentUpdateHours),
            stored.incidentUpdateHours,
            'Use hours from 0.25 to 168, such as 3 or 1.5.',
          ),
  };
}
