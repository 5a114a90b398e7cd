import { useEffect, useMemo, useRef, useState } from 'react';
import { useSaveSettings } from '@/lib/client/useSettingsForm';
import type { Settings } from '@/lib/contract/views';
import { draftOf, settingsOf, type Draft, type Problems } from './draft';

/** Pause after the last key before the form is saved. */
const SAVE_AFTER_MS = 400;

export type Autosave = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly problems: Problems;
  /** One line for the foot of the page. */
  readonly status: 'saved' | 'saving' | 'invalid' | 'failed';
  readonly failure: string | null;
  readonly retry: () => void;
};

/** Keeps the form and saves what is valid shortly after each change: closing the tab loses nothing. */
export function useAutosave(stored: Settings): Autosave {
  const [draft, setDraft] = useState(() => draftOf(stored));
  // Counts changes that are not sent yet; each one starts the pause anew. 0: nothing to save.
  const [unsaved, setUnsaved] = useState(0);
  const { mutate, isPending, error } = useSaveSettings();
  const { settings, problems } = useMemo(() => settingsOf(draft, stored), [draft, stored]);
  const latest = useRef(settings);
  useEffect(() => {
    latest.current = settings;
  }, [settings]);

  useEffect(() => {
    if (unsaved === 0) return undefined;
    const save = (): void => {
      setUnsaved(0);
      mutate(latest.current);
    };
    const timer = setTimeout(save, SAVE_AFTER_MS);
    // A tab that is closed or left within the pause saves at once.
    document.addEventListener('visibilitychange', save, { once: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', save);
    };
  }, [unsaved, mutate]);

  const invalid = Object.keys(problems).length > 0;
  const status =
    unsaved > 0 || isPending ? 'saving' : error !== null ? 'failed' : invalid ? 'invalid' : 'saved';
  return {
    draft,
    change: (part) => {
      setDraft((now) => ({ ...now, ...part }));
      setUnsaved((count) => count + 1);
    },
    problems,
    status,
    failure: error === null ? null : error.message,
    retry: () => setUnsaved((count) => count + 1),
  };
}
