import { Check, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import type { ListActions } from '@/lib/client/useListActions';
import { AsideMenu } from './AsideMenu';
import { ClosingState } from './ClosingState';
import type { RowView } from './row-view';

/** What a list allows, the same for all its rows. */
export type Abilities = { readonly canWrite: boolean; readonly canCloseIssues: boolean };

type Props = {
  readonly row: RowView;
  readonly actions: ListActions;
  readonly abilities: Abilities;
  readonly tabIndex: number;
  readonly onAside: (key: string) => void;
  readonly onMenu: (open: boolean) => void;
  /** Id of the line that says what closing does outside. */
  readonly effectId: string;
};

function CloseButtons({ row, actions, abilities, tabIndex, effectId }: Props): ReactElement {
  const ref = { host: row.host, id: row.id };
  const shared = { tabIndex, 'aria-describedby': effectId };
  return (
    <>
      <Button
        {...shared}
        icon={Check}
        aria-keyshortcuts="c"
        aria-label={`Close ticket ${row.id}`}
        onClick={() => actions.close(ref, null)}
      >
        Close
      </Button>
      {abilities.canCloseIssues && row.issueUrl !== '' && (
        <Button
          {...shared}
          aria-label={`Close with ${row.issueName}, ticket ${row.id}`}
          onClick={() => actions.close(ref, row.issueUrl)}
        >
          Close with {row.issueName}
        </Button>
      )}
    </>
  );
}

function UnderWay({ row, actions, tabIndex }: Props): ReactElement {
  const { closingId, closingState, closesAt } = row;
  if (closingId === null || closingState === null || closesAt === null) return <></>;
  return (
    <>
      <ClosingState state={closingState} closesAt={closesAt} />
      {closingState === 'waiting' && (
        <Button
          icon={Undo2}
          tabIndex={tabIndex}
          aria-keyshortcuts="u"
          aria-label={`Undo closing ticket ${row.id}`}
          // The second press of a double click on Close lands here, and means nothing.
          onClick={({ detail }) => {
            if (detail < 2) actions.undoClose({ host: row.host, id: row.id }, closingId);
          }}
        >
          Undo
        </Button>
      )}
    </>
  );
}

/** The buttons at the end of a row; a closing that was pressed takes their place until it has ended. */
export function RowActions(props: Props): ReactElement {
  const { row, actions, abilities, tabIndex } = props;
  const ref = { host: row.host, id: row.id };
  const { closingState } = row;
  if (closingState !== null && closingState !== 'failed') return <UnderWay {...props} />;
  return (
    <>
      {row.asideUntil === '' ? (
        <AsideMenu
          label={`Put aside ticket ${row.id}`}
          tabIndex={tabIndex}
          onOpen={props.onMenu}
          onChoose={(until) => {
            props.onAside(row.key);
            actions.putAside(ref, until.toISOString());
          }}
        />
      ) : (
        <Button
          icon={Undo2}
          tabIndex={tabIndex}
          aria-keyshortcuts="u"
          aria-label={`Take back ticket ${row.id}`}
          onClick={() => actions.putAside(ref, null)}
        >
          Take back
        </Button>
      )}
      {row.mayClose && abilities.canWrite && <CloseButtons {...props} />}
    </>
  );
}
