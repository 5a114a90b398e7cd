import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { FreshdeskCheck, GithubCheck, Settings, SettingsView } from '@/lib/contract/views';
import type { Pack } from '@/lib/pack/schema';
import type { CommandError } from './command-error';
import { keys } from './keys';
import { useSteward } from './StewardContext';

/** Saves all settings; what the background stored comes back as the new truth. */
export function useSaveSettings(): UseMutationResult<SettingsView, CommandError, Settings> {
  const { messenger } = useSteward();
  const queries = useQueryClient();
  return useMutation<SettingsView, CommandError, Settings>({
    mutationFn: (settings) => messenger.send('settings.save', { settings }),
    onSuccess: (view) => queries.setQueryData(keys.settings, view),
  });
}

/** Checks account and key with one call to Freshdesk and stores them when it works. */
export function useConnectFreshdesk(): UseMutationResult<
  FreshdeskCheck,
  CommandError,
  { readonly host: string; readonly key: string }
> {
  const { messenger } = useSteward();
  const queries = useQueryClient();
  return useMutation<FreshdeskCheck, CommandError, { readonly host: string; readonly key: string }>(
    {
      mutationFn: ({ host, key }) =>
        messenger.send('settings.connectFreshdesk', key === '' ? { host } : { host, key }),
      onSuccess: () => queries.invalidateQueries({ queryKey: keys.settings }),
    },
  );
}

/** Removes the stored key; reading goes on with the page's session. */
export function useForgetFreshdeskKey(): UseMutationResult<SettingsView, CommandError, void> {
  const { messenger } = useSteward();
  const queries = useQueryClient();
  return useMutation<SettingsView, CommandError>({
    mutationFn: () => messenger.send('settings.forgetFreshdeskKey', {}),
    onSuccess: (view) => queries.setQueryData(keys.settings, view),
  });
}

/** The pack as it is written, without the team's working time: what the options page edits against. */
export function useWrittenPack(): UseQueryResult<Pack, CommandError> {
  const { messenger } = useSteward();
  return useQuery<Pack, CommandError>({
    // Below the pack's own key, so that what makes that one stale does so here.
    queryKey: [...keys.pack, 'written'],
    queryFn: () => messenger.send('pack.written', {}),
    staleTime: Infinity,
  });
}

/** Checks a GitHub token with one call and stores it when it works. */
export function useConnectGithub(): UseMutationResult<GithubCheck, CommandError, string> {
  const { messenger } = useSteward();
  const queries = useQueryClient();
  return useMutation<GithubCheck, CommandError, string>({
    mutationFn: (token) => messenger.send('settings.connectGithub', { token }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.settings }),
  });
}

/** Removes the stored GitHub token; issues open as links from then on. */
export function useForgetGithubToken(): UseMutationResult<SettingsView, CommandError, void> {
  const { messenger } = useSteward();
  const queries = useQueryClient();
  return useMutation<SettingsView, CommandError>({
    mutationFn: () => messenger.send('settings.forgetGithubToken', {}),
    onSuccess: (view) => queries.setQueryData(keys.settings, view),
  });
}
