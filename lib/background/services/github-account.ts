import type { Result } from '@/lib/contract/result';
import type { GithubCheck } from '@/lib/contract/views';
import { fail } from '@/lib/platform/result';

export type GithubAccount = {
  /** One call with the token; stored only when GitHub names its owner. */
  readonly connect: (token: string) => Promise<Result<GithubCheck>>;
  readonly forget: () => Promise<Result<unknown>>;
};

export function createGithubAccount(): GithubAccount {
  const notBuilt = fail('unexpected', 'Not built yet.');
  return {
    connect: async () => await Promise.resolve(notBuilt),
    forget: async () => await Promise.resolve(notBuilt),
  };
}
