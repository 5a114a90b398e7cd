import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { DiagnosticsView } from '@/lib/contract/list';
import type { CommandError } from './command-error';
import { keys } from './keys';
import { useSteward } from './StewardContext';

const LOOK_AGAIN_MS = 30_000;

/** Steward’s own state; looked at again every half minute while the page is in view. Asks Freshdesk for nothing. */
export function useDiagnostics(): UseQueryResult<DiagnosticsView, CommandError> {
  const { messenger } = useSteward();
  return useQuery<DiagnosticsView, CommandError>({
    queryKey: keys.diagnostics,
    queryFn: () => messenger.send('diagnostics.view', {}),
    refetchInterval: LOOK_AGAIN_MS,
    refetchIntervalInBackground: false,
  });
}
