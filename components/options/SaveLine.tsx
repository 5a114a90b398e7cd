import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import type { Autosave } from './useAutosave';

/** Says at the foot of the page whether everything typed is kept. */
export function SaveLine({ form }: { readonly form: Autosave }): ReactElement {
  const { status, failure, retry } = form;
  return (
    <output className={`so-status so-status--${status}`}>
      {status === 'saving' && (
        <>
          <LoaderCircle size={14} className="sw-spin" aria-hidden /> Saving …
        </>
      )}
      {status === 'saved' && (
        <>
          <CircleCheck size={14} aria-hidden /> All changes saved
        </>
      )}
      {status === 'invalid' && (
        <>
          <CircleAlert size={14} aria-hidden /> Saved, but for the fields marked above
        </>
      )}
      {status === 'failed' && (
        <>
          <CircleAlert size={14} aria-hidden /> {failure}{' '}
          <Button onClick={retry}>Save again</Button>
        </>
      )}
    </output>
  );
}
