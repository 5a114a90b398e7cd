import type { Settings } from '@/lib/contract/views';
import { budgetsDraftOf, readBudgets, type BudgetsDraft } from './draft-budgets';
import { noticesDraftOf, readNotices, type NoticesDraft } from './draft-notices';
import { readTeam, teamDraftOf, type TeamDraft } from './draft-team';
import { readWorkingTime, workingTimeDraftOf, type WorkingTimeDraft } from './draft-working-time';
import { createReader } from './reader';

/** The options form as typed: text where settings hold numbers or lists, so that half-typed input is never lost. */
export type Draft = TeamDraft & WorkingTimeDraft & NoticesDraft & BudgetsDraft;

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
  'calendarId',
  'customHours',
  'holidays',
  'reducedCapacity',
  'incidentUpdateHours',
  'noticeKinds',
  'noticeHours',
  'noticeTimeZone',
  'budgetDefaultHours',
  'budgetCompanyField',
  'budgets',
] as const satisfies readonly (keyof Draft)[];

/** What is wrong with a field, in one sentence; the field's last valid value stays in force. */
export type Problems = Partial<Record<keyof Draft, string>>;

/** The form for stored settings. */
export function draftOf(settings: Settings): Draft {
  return {
    ...teamDraftOf(settings),
    ...workingTimeDraftOf(settings),
    ...noticesDraftOf(settings),
    ...budgetsDraftOf(settings),
  };
}

/**
 * The settings a form stands for. A field that cannot be read keeps its value from `stored`
 * and is named in `problems`.
 */
export function settingsOf(
  draft: Draft,
  stored: Settings,
): { readonly settings: Settings; readonly problems: Problems } {
  const { reader, problems } = createReader<keyof Draft>();
  const settings: Settings = {
    ...stored,
    ...readTeam(draft, stored, reader),
    ...readWorkingTime(draft, stored, reader),
    notices: readNotices(draft, stored.notices, reader),
    ...readBudgets(draft, stored, reader),
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
