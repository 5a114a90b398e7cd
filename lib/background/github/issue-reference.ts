import type { Result } from '@/lib/contract/result';
import { fail, ok } from '@/lib/platform/result';

/** One issue on GitHub, with its address in the one form Steward stores. */
export type IssueReference = {
  readonly repository: string;
  readonly number: number;
  readonly url: string;
};

const ISSUE_PATH = /^\/([A-Za-z0-9][A-Za-z0-9-]{0,38}\/[\w.-]{1,100})\/issues\/([1-9]\d{0,9})\/?$/;
const PULL_PATH = /^\/[^/]+\/[^/]+\/pull\/\d+/;

/** Reads an issue's address as a steward pastes it (with or without `https://`, comment anchor or query). */
export function parseIssueUrl(text: string): Result<IssueReference> {
  const trimmed = text.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  const onGitHub =
    url !== null &&
    url.protocol === 'https:' &&
    (url.host === 'github.com' || url.host === 'www.github.com');
  if (!onGitHub)
    return fail(
      'invalid-input',
      'Paste the address of an issue on github.com, starting with https.',
    );
  if (PULL_PATH.test(url.pathname))
    return fail('invalid-input', 'That is a pull request: paste the address of an issue.');
  const match = ISSUE_PATH.exec(url.pathname);
  const repository = match?.[1];
  const number = match?.[2];
  if (repository === undefined || number === undefined)
    return fail(
      'invalid-input',
      'That is no issue: its address ends in /issues/ and the number of the issue.',
    );
  return ok({
    repository,
    number: Number(number),
    url: `https://github.com/${repository}/issues/${number}`,
  });
}

/** GitHub treats owner and name without regard to case. */
export function sameRepository(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** True on the page where a new issue of the repository is written. */
export function isNewIssuePage(address: string, repository: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.host !== 'github.com') return false;
  return url.pathname.toLowerCase() === `/${repository.toLowerCase()}/issues/new`;
}
