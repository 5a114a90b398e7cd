import type { Settings } from '@/lib/contract/views';

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

/** Names of the roster: trimmed, empty lines and repeats left out, order kept. */
export function namesOf(roster: string): readonly string[] {
  return [...new Set(roster.split('\n').map((name) => name.trim()))].filter((name) => name !== '');
}

/** `owner/name` from what people paste: the name itself or its address. Null when it is neither. */
export function repositoryOf(text: string): string | null {
  const match = /^(?:https:\/\/github\.com\/)?([\w.-]+\/[\w.-]+?)(?:\.git|\/.*)?$/.exec(
    text.trim(),
  );
  return match?.[1] ?? null;
}

/** Hours such as `3`, `2.5` or `2,5`; null when it is no number from 0 to 1000. */
export function hoursOf(text: string): number | null {
  const hours = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(hours) && hours >= 0 && hours <= 1000 ? hours : null;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
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
  const roster = namesOf(draft.roster);
  const budgets: [string, number][] = [];
  for (const row of draft.budgets) {
    const company = row.company.trim();
    if (company === '' && row.hours.trim() === '') continue;
    const hours = hoursOf(row.hours);
    if (company === '' || hours === null) {
      problems.budgets = 'A line needs a community and its hours, such as 3.5.';
      const kept = stored.budgetHoursByCompany[company];
      if (kept !== undefined) budgets.push([company, kept]);
    } else budgets.push([company, hours]);
  }
  const settings: Settings = {
    ...stored,
    stewardName: draft.stewardName.trim(),
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
    firstShiftStart: /^\d{4}-\d{2}-\d{2}$/.test(draft.firstShiftStart)
      ? draft.firstShiftStart
      : null,
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
      draft.budgetCompanyField.trim() === '' ? null : draft.budgetCompanyField.trim(),
    budgetHoursByCompany: Object.fromEntries(budgets),
  };
  return { settings, problems };
}
