/** How long a new token lasts; within what most organisations allow. */
const EXPIRES_IN_DAYS = 90;

/**
 * GitHub's page for a new fine-grained token, filled in for the owner of a repository (`owner/name`) with the one
 * permission that closing issues takes (query parameters as GitHub announced them, 2025-08). Which repositories it
 * covers has to be chosen there.
 */
export function newTokenUrl(repository: string): string {
  const url = new URL('https://github.com/settings/personal-access-tokens/new');
  url.search = new URLSearchParams({
    name: 'Steward',
    description: 'Closes an incident or engineering issue together with its support ticket.',
    target_name: repository.split('/')[0] ?? '',
    expires_in: `${EXPIRES_IN_DAYS}`,
    issues: 'write',
  }).toString();
  return url.href;
}
