import type { ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { ErrorCode, Failure } from '@/lib/contract/result';
import type { CommandError } from '@/lib/client/command-error';
import { useNow } from '@/lib/client/useNow';
import { useOpenSettings } from '@/lib/client/useTeam';
import { nearTime } from './format';
import { ownTimeZone } from './scene';

type NextStep = 'retry' | 'settings' | 'wait' | 'none';

const NEXT_STEPS: Record<ErrorCode, NextStep> = {
  'invalid-input': 'none',
  'not-configured': 'settings',
  'not-authorised': 'settings',
  'not-found': 'retry',
  'rate-limited': 'wait',
  unavailable: 'retry',
  conflict: 'retry',
  'page-changed': 'retry',
  unexpected: 'retry',
};

/** A button that opens the options page. */
export function SettingsButton(props: { readonly children?: string }): ReactElement {
  const settings = useOpenSettings();
  return (
    <Button look="text" onClick={() => settings.mutate()}>
      {props.children ?? 'Open settings'}
    </Button>
  );
}

/** A failure in place: its sentence, and the one next step its code calls for. */
export function Problem(props: {
  readonly error: CommandError | Failure;
  readonly onRetry?: () => void;
  /** Words on the retry button where "Try again" would be too vague. */
  readonly retryWords?: string;
}): ReactElement {
  const { error, onRetry, retryWords = 'Try again' } = props;
  const now = useNow();
  const step = NEXT_STEPS[error.code];
  const retryAt = error.retryAt == null ? null : new Date(error.retryAt);
  const waiting = step === 'wait' && retryAt !== null && retryAt > now;
  return (
    <Notice
      tone={step === 'settings' || step === 'wait' ? 'warn' : 'bad'}
      actions={
        <>
          {waiting && <span>Again from {nearTime(retryAt, ownTimeZone(), now)}.</span>}
          {step === 'settings' && <SettingsButton />}
          {onRetry !== undefined && step !== 'none' && !waiting && (
            <Button look="text" onClick={onRetry}>
              {retryWords}
            </Button>
          )}
        </>
      }
    >
      {error.message}
    </Notice>
  );
}
