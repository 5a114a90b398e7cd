import type { Settings } from '@/lib/contract/views';
import { hoursOf, isShiftDay, isTimeZone, namesOf, repositoryOf } from './fields';

/** The options form as typed: text where settings hold numbers or lists, so that half-typed input is never lost. */
export type Draft = {
  readonly stewardName: string;
  readonly githubRepository: string;
  readonly githubRepositoryIsPublic: boolean;
  /** One name a line. */
  readonly roster: string;
  readonly firstShiftStart: string;
  readonly firstIncoming: string;
  readonly timeZone: string;
  readonly handoverTime: string;
  readonly budgetDefaultHours: string;
  readonly budgetCompanyField: string;
  readonly budgets: readonly { readonly company: string; readonly hours: string }[];
};

/** Every field of the form. */
export const FIELDS = [
  'stewardName',
  'githubRepository',
  'githubRepositoryIsPublic',
  'roster',
  'firstShiftStart',
  'firstIncoming',
  'timeZone',
  'handoverTime',
  'budgetDefaultHours',
  'budgetCompanyField',
  'budgets',
] as const satisfies readonly (keyof Draft)[];

/** What is wrong with a field, in one sentence; the field's last valid value stays in force. */
export type Problems = Partial<Record<keyof Draft, string>>;

/** The form for stored settings. */
export function draftOf(settings: Settings): Draft {
  return {
    stewardName: settings.stewardName,
    githubRepository: settings.githubRepository ?? '',
    githubRepositoryIsPublic: settings.githubRepositoryIsPublic,
    roster: settings.roster.join('\n'),
    firstShiftStart: settings.firstShiftStart ?? '',
    firstIncoming: settings.firstIncoming ?? '',
    timeZone: settings.timeZone,
    handoverTime: settings.handoverTime,
    budgetDefaultHours:
      settings.budgetDefaultHours === null ? '' : `${settings.budgetDefaultHours}`,
    budgetCompanyField: settings.budgetCompanyField ?? '',
    budgets: Object.entries(settings.budgetHoursByCompany).map(([company, hours]) => ({
      company,
      hours: `${hours}`,
    })),
  };
}

/** Longest name that is stored. */
const NAME_LENGTH = 200;
const TOO_LONG = `Use at most ${NAME_LENGTH} characters.`;

/** Hours by community. A line that cannot be read is named, and what is stored for its community stays. */
function budgetsOf(
  lines: Draft['budgets'],
  stored: Settings['budgetHoursByCompany'],
): { readonly hours: Settings['budgetHoursByCompany']; readonly problem: string | null } {
  const byCompany = new Map<string, number>();
  let problem: string | null = null;
  for (const [index, line] of lines.entries()) {
    const company = line.company.trim();
    if (company === '' && line.hours.trim() === '') continue;
    const hours = hoursOf(line.hours);
    if (byCompany.has(company)) {
      problem ??= `${company} stands in two lines: the first one counts.`;
    } else if (company === '' || hours === null) {
      problem ??= `Line ${index + 1} needs a community and its hours, such as 3.5.`;
      const kept = Object.hasOwn(stored, company) ? stored[company] : undefined;
      if (kept !== undefined) byCompany.set(company, kept);
    } else byCompany.set(company, hours);
  }
  return { hours: Object.fromEntries(byCompany), problem };
}

/**
 * The settings a form stands for. A field that cannot be read keeps its value from `stored`
 * and is named in `problems`.
 */
export function settingsOf(
  draft: Draft,
  stored: Settings,
): { readonly settings: Settings; readonly problems: Problems } {
  const problems: Problems = {};
  const read = <T>(field: keyof Draft, value: T | null, kept: T, problem: string): T => {
    if (value !== null) return value;
    problems[field] = problem;
    return kept;
  };
  const short = (field: keyof Draft, text: string, kept: string): string =>
    read(field, text.length <= NAME_LENGTH ? text : null, kept, TOO_LONG);
  const names = namesOf(draft.roster);
  const roster = read(
    'roster',
    names.every((name) => name.length <= NAME_LENGTH) ? names : null,
    stored.roster,
    TOO_LONG,
  );
  const budgets = budgetsOf(draft.budgets, stored.budgetHoursByCompany);
  if (budgets.problem !== null) problems.budgets = budgets.problem;
  const settings: Settings = {
    ...stored,
    stewardName: short('stewardName', draft.stewardName.trim(), stored.stewardName),
    githubRepository:
      draft.githubRepository.trim() === ''
        ? null
        : read(
            'githubRepository',
            repositoryOf(draft.githubRepository),
            stored.githubRepository,
            'Use owner/name, such as acme-hubs/infrastructure.',
          ),
    githubRepositoryIsPublic: draft.githubRepositoryIsPublic,
    roster,
    firstShiftStart:
      draft.firstShiftStart === ''
        ? null
        : read(
            'firstShiftStart',
            isShiftDay(draft.firstShiftStart) ? draft.firstShiftStart : null,
            stored.firstShiftStart,
            'Choose a day from 2000 on.',
          ),
    firstIncoming: roster.includes(draft.firstIncoming) ? draft.firstIncoming : null,
    timeZone: read(
      'timeZone',
      isTimeZone(draft.timeZone.trim()) ? draft.timeZone.trim() : null,
      stored.timeZone,
      'Use a zone such as Europe/Berlin or UTC.',
    ),
    handoverTime: read(
      'handoverTime',
      /^([01]\d|2[0-3]):[0-5]\d$/.test(draft.handoverTime) ? draft.handoverTime : null,
      stored.handoverTime,
      'Use a time such as 09:00.',
    ),
    budgetDefaultHours:
      draft.budgetDefaultHours.trim() === ''
        ? null
        : read(
            'budgetDefaultHours',
            hoursOf(draft.budgetDefaultHours),
            stored.budgetDefaultHours,
            'Use hours such as 3 or 2.5.',
          ),
    budgetCompanyField:
      short(
        'budgetCompanyField',
        draft.budgetCompanyField.trim(),
        stored.budgetCompanyField ?? '',
      ) || null,
    budgetHoursByCompany: budgets.hours,
  };
  return { settings, problems };
}

/**
 * The form after the stored settings changed without it: by connecting, or from another window. What was typed and is
 * not saved yet stays; so does other text that stands for just what is stored, so that nothing is tidied up while
 * somebody types.
 */
export function followStored(
  draft: Draft,
  stored: Settings,
  isUnsaved: (field: keyof Draft) => boolean,
): Draft {
  const meant = draftOf(settingsOf(draft, stored).settings);
  const theirs = draftOf(stored);
  let next = draft;
  for (const field of FIELDS) {
    const same = JSON.stringify(meant[field]) === JSON.stringify(theirs[field]);
    if (!same && !isUnsaved(field)) next = { ...next, [field]: theirs[field] };
  }
  return next;
}
