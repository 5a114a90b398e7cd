import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { FreshdeskCheck, Settings, SettingsView } from '@/lib/contract/views';
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
