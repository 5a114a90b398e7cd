import type { Settings } from '@/lib/contract/views';
import { isShiftDay, isTimeZone, namesOf, repositoryOf } from './fields';
import { isShort, TOO_LONG, type Reader } from './reader';

/** Steward, repository and rota as typed. */
export type TeamDraft = {
  readonly stewardName: string;
  readonly githubRepository: string;
  readonly githubRepositoryIsPublic: boolean;
  /** One name a line. */
  readonly roster: string;
  readonly firstShiftStart: string;
  readonly firstIncoming: string;
  readonly timeZone: string;
  readonly handoverTime: string;
};

type TeamSettings = Pick<Settings, keyof TeamDraft>;

/** The form for the stored team. */
export function teamDraftOf(settings: Settings): TeamDraft {
  return {
    stewardName: settings.stewardName,
    githubRepository: settings.githubRepository ?? '',
    githubRepositoryIsPublic: settings.githubRepositoryIsPublic,
    roster: settings.roster.join('\n'),
    firstShiftStart: settings.firstShiftStart ?? '',
    firstIncoming: settings.firstIncoming ?? '',
    timeZone: settings.timeZone,
    handoverTime: settings.handoverTime,
  };
}

/** What a wrong time zone is answered with. */
export const ZONE_PROBLEM = 'Use a zone such as Europe/Berlin or UTC.';

/** The team a form stands for. */
export function readTeam(
  draft: TeamDraft,
  stored: Settings,
  { read, short }: Reader<keyof TeamDraft>,
): TeamSettings {
  const names = namesOf(draft.roster);
  const roster = read('roster', names.every(isShort) ? names : null, stored.roster, TOO_LONG);
  return {
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
      ZONE_PROBLEM,
    ),
    handoverTime: read(
      'handoverTime',
      /^([01]\d|2[0-3]):[0-5]\d$/.test(draft.handoverTime) ? draft.handoverTime : null,
      stored.handoverTime,
      'Use a time such as 09:00.',
    ),
  };
}
