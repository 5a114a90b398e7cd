import type { ReactElement, ReactNode } from 'react';
import { classes } from '@/components/ui/classes';
import { Status } from '@/components/ui/Status';
import type { Pack } from '@/lib/pack/schema';
import type { Categorising } from '@/lib/client/useCategorise';
import { changeWords } from '../format';
import { Problem, SettingsButton } from '../Problem';
import { useScene } from '../scene';
import { UndoButton } from './UndoButton';

type Props = Categorising & {
  readonly pointedId: string | null;
  readonly byHandId: string | null;
  readonly onRetry: (categoryId: string) => void;
};

const NO_MAIL = 'No mail is sent.';

function setWords(pack: Pack, categoryId: string | null): string | null {
  const category = pack.categories.find(({ id }) => id === categoryId);
  return category === undefined ? null : changeWords(category.set);
}

function WithoutKey({ words }: { readonly words: string | null }): ReactElement {
  return (
    <>
      {words === null
        ? 'Setting it from here needs your Freshdesk API key. '
        : `By hand: in Freshdesk’s properties set ${words}, then press Update. `}
      <SettingsButton>{words === null ? 'Add the key' : 'Or add your API key'}</SettingsButton>
    </>
  );
}

/** The reserved lines under the buttons: what a press will write, is writing, or wrote, and the way back. */
export function EffectLine(props: Props): ReactElement {
  const { pointedId, byHandId, categorise, undo, onRetry } = props;
  const { view, pack, category } = useScene();
  const failed = categorise.error ?? undo.error;
  if (failed !== null) {
    const retryId = categorise.error === null ? undefined : categorise.variables;
    return (
      <div className="sb-effect">
        <Problem
          error={failed}
          {...(retryId !== undefined && { onRetry: () => onRetry(retryId) })}
        />
      </div>
    );
  }
  const outcome = categorise.data;
  const say = (): ReactNode => {
    if (categorise.isPending) return 'Writing to Freshdesk…';
    if (undo.isPending) return 'Taking it back…';
    if (undo.isSuccess && pointedId === null) return 'Taken back: the ticket is as it was before.';
    if (outcome !== undefined) {
      return (
        <>
          Set {outcome.wrote}. {NO_MAIL}{' '}
          <UndoButton until={outcome.undoUntil} onUndo={() => undo.mutate(outcome.undoToken)} />
          {outcome.pageRefresh === 'none' && ' Freshdesk’s own panel shows it after a refresh.'}
        </>
      );
    }
    if (!view.canWrite) return <WithoutKey words={setWords(pack, byHandId ?? pointedId)} />;
    const words = pointedId === view.categoryId ? null : setWords(pack, pointedId);
    if (words !== null) return `Sets ${words}. ${NO_MAIL}`;
    return category === null
      ? `One press sets type and tags in Freshdesk. ${NO_MAIL}`
      : `${category.name}. Press another to change it.`;
  };
  return (
    <Status className={classes('sb-effect sw-muted', !view.canWrite && 'sb-effect--by-hand')}>
      {say()}
    </Status>
  );
}
