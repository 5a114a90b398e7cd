import type { ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Skeleton } from '@/components/ui/Skeleton';
import { useWrittenPack } from '@/lib/client/useSettingsForm';
import { useSettings } from '@/lib/client/useTeam';
import type { SettingsView } from '@/lib/contract/views';
import type { Pack } from '@/lib/pack/schema';
import { BudgetSection } from './BudgetSection';
import { ConnectSection } from './ConnectSection';
import { GithubSection } from './GithubSection';
import { NoticesSection } from './notices/NoticesSection';
import { SaveLine } from './SaveLine';
import { TeamSection } from './TeamSection';
import { useAutosave } from './useAutosave';
import { WorkingTimeSection } from './working-time/WorkingTimeSection';

/** Everything a steward sets: the connections, the rota, working time, notices and budgets. */
export function OptionsPage(): ReactElement {
  const settings = useSettings();
  const pack = useWrittenPack();
  const problem = settings.error ?? pack.error;
  return (
    <main className="so-page">
      <header className="so-header">
        <img src="/icon/48.png" alt="" width="36" height="36" />
        <div>
          <h1>Steward</h1>
          <p>Settings of this browser</p>
        </div>
        <nav className="so-header__links" aria-label="Pages of Steward">
          <a className="sw-link" href="/list.html">
            What needs us now
          </a>
          <a className="sw-link" href="/diagnostics.html">
            Diagnostics
          </a>
        </nav>
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
      <GithubSection
        form={form}
        packRepository={pack.github.repository}
        login={view.connection.githubLogin}
      />
      <TeamSection form={form} rule={pack.rotation} stored={view.settings} />
      <WorkingTimeSection form={form} pack={pack} stored={view.settings} />
      <NoticesSection form={form} />
      <BudgetSection form={form} {...pack.budget} />
      <SaveLine form={form} />
    </>
  );
}
