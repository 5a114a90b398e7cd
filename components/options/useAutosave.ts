import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSaveSettings } from '@/lib/client/useSettingsForm';
import type { Settings } from '@/lib/contract/views';
import { draftOf, followStored, settingsOf, type Draft, type Problems } from './draft';

/** Pause after the last key before the form is saved. */
const SAVE_AFTER_MS = 400;

export type Autosave = {
  readonly draft: Draft;
  /** Changes fields; a function sees the form as it is by then, which matters after a wait. */
  readonly change: (part: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void;
  readonly problems: Problems;
  /** One line for the foot of the page. */
  readonly status: 'saved' | 'saving' | 'invalid' | 'failed';
  readonly failure: string | null;
  readonly retry: () => void;
};

type Form = {
  readonly draft: Draft;
  /** The settings that the draft has followed so far. */
  readonly seen: Settings;
  /** How many changes were made. */
  readonly changes: number;
  /** Fields that no save has confirmed yet, with the number of their last change. */
  readonly unsaved: ReadonlyMap<string, number>;
};

function changed(form: Form, part: Partial<Draft>): Form {
  const fields = Object.keys(part);
  if (fields.length === 0) return form;
  const changes = form.changes + 1;
  const numbered = fields.map((field) => [field, changes] as const);
  const unsaved = new Map([...form.unsaved, ...numbered]);
  return { ...form, draft: { ...form.draft, ...part }, changes, unsaved };
}

/** Keeps the form and saves what is valid shortly after each change: closing the tab loses nothing. */
export function useAutosave(stored: Settings): Autosave {
  const [form, setForm] = useState<Form>(() => ({
    draft: draftOf(stored),
    seen: stored,
    changes: 0,
    unsaved: new Map(),
  }));
  // How many of the changes a save has taken along.
  const [sent, setSent] = useState(0);
  const { mutate, isPending, error } = useSaveSettings();

  // Settings also change elsewhere (connecting names the steward, another window saves): the next save must not undo it.
  if (form.seen !== stored)
    setForm((now) => ({
      ...now,
      seen: stored,
      draft: followStored(now.draft, stored, (field) => now.unsaved.has(field)),
    }));

  const { draft, changes } = form;
  const { settings, problems } = useMemo(() => settingsOf(draft, stored), [draft, stored]);
  const latest = useRef(settings);
  useEffect(() => {
    latest.current = settings;
  }, [settings]);

  const save = useCallback((): void => {
    setSent(changes);
    mutate(latest.current, {
      onSuccess: () =>
        setForm((now) => ({
          ...now,
          unsaved: new Map([...now.unsaved].filter(([, change]) => change > changes)),
        })),
    });
  }, [changes, mutate]);

  useEffect(() => {
    if (changes === sent) return undefined;
    const timer = setTimeout(save, SAVE_AFTER_MS);
    // A tab that is closed or left within the pause saves at once.
    document.addEventListener('visibilitychange', save, { once: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', save);
    };
  }, [changes, sent, save]);

  const invalid = Object.keys(problems).length > 0;
  const status =
    changes > sent || isPending
      ? 'saving'
      : error !== null
        ? 'failed'
        : invalid
          ? 'invalid'
          : 'saved';
  return {
    draft,
    change: (part) =>
      setForm((now) => changed(now, typeof part === 'function' ? part(now.draft) : part)),
    problems,
    status,
    failure: error === null ? null : error.message,
    retry: save,
  };
}
