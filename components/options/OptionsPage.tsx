import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Skeleton } from '@/components/ui/Skeleton';
import { usePack, useSettings } from '@/lib/client/useTeam';
import type { SettingsView } from '@/lib/contract/views';
import type { Pack } from '@/lib/pack/schema';
import { BudgetSection } from './BudgetSection';
import { ConnectSection } from './ConnectSection';
import { GithubSection } from './GithubSection';
import { TeamSection } from './TeamSection';
import { useAutosave, type Autosave } from './useAutosave';

/** Everything a steward sets: the connection, where issues go, the rota and the budgets. */
export function OptionsPage(): ReactElement {
  const settings = useSettings();
  const pack = usePack();
  const problem = settings.error ?? pack.error;
  return (
    <main className="so-page">
      <header className="so-header">
        <img src="/icon/48.png" alt="" width="36" height="36" />
        <div>
          <h1>Steward</h1>
          <p>Settings of this browser</p>
        </div>
      </header>
      {problem !== null && (
        <Notice
          tone="bad"
          actions={
            <Button
              onClick={() => {
                void settings.refetch();
                void pack.refetch();
              }}
            >
              Read again
            </Button>
          }
        >
          {problem.message}
        </Notice>
      )}
      {settings.data !== undefined && pack.data !== undefined ? (
        <Form view={settings.data} pack={pack.data} />
      ) : (
        problem === null && (
          <output aria-label="Reading the settings">
            <Skeleton heightPx={480} />
          </output>
        )
      )}
    </main>
  );
}

function Form({ view, pack }: { readonly view: SettingsView; readonly pack: Pack }): ReactElement {
  const form = useAutosave(view.settings);
  return (
    <>
      <ConnectSection
        view={view}
        onConnected={({ agentName }) =>
          form.change((draft) =>
            draft.stewardName.trim() === '' ? { stewardName: agentName } : {},
          )
        }
      />
      <GithubSection form={form} packRepository={pack.github.repository} />
      <TeamSection form={form} rule={pack.rotation} stored={view.settings} />
      <BudgetSection form={form} {...pack.budget} />
      <SaveLine form={form} />
    </>
  );
}

/** Says at the foot of the page whether everything typed is kept. */
function SaveLine({ form }: { readonly form: Autosave }): ReactElement {
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
