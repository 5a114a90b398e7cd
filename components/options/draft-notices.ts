import type { Settings } from '@/lib/contract/views';
import type { NoticeKind, NoticeSettings } from '@/lib/contract/working-time';
import { ZONE_PROBLEM } from './draft-team';
import { isTimeZone } from './fields';
import type { Reader } from './reader';
import { readWeek, weekDraftOf, weekProblem, type WeekDraft } from './week';

/** When and of what this steward wants to be told, as typed. */
export type NoticesDraft = {
  readonly noticeKinds: readonly NoticeKind[];
  readonly noticeHours: WeekDraft;
  /** Empty: the machine's. */
  readonly noticeTimeZone: string;
};

/** The form for the stored notices. */
export function noticesDraftOf({ notices }: Settings): NoticesDraft {
  return {
    noticeKinds: notices.kinds,
    noticeHours: weekDraftOf(notices.hours),
    noticeTimeZone: notices.timeZone ?? '',
  };
}

/** The notices a form stands for. */
export function readNotices(
  draft: NoticesDraft,
  stored: NoticeSettings,
  { read }: Reader<keyof NoticesDraft>,
): NoticeSettings {
  const { hours, problems } = readWeek(draft.noticeHours, stored.hours);
  const problem = weekProblem(problems);
  if (problem !== null) read('noticeHours', null, null, problem);
  const zone = draft.noticeTimeZone.trim();
  return {
    kinds: draft.noticeKinds,
    hours,
    timeZone:
      zone === ''
        ? null
        : read('noticeTimeZone', isTimeZone(zone) ? zone : null, stored.timeZone, ZONE_PROBLEM),
  };
}
