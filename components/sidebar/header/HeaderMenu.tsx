import { Ellipsis, ListTodo, PanelRightClose, Settings } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/components/ui/IconButton';
import { Popup } from '@/components/ui/Popup';
import { useOpenList } from '@/lib/client/useList';
import { useOpenSettings } from '@/lib/client/useTeam';

/** What concerns the sidebar itself rather than the ticket. */
export function HeaderMenu(props: { readonly onCollapse: (() => void) | undefined }): ReactElement {
  const { onCollapse } = props;
  const list = useOpenList();
  const settings = useOpenSettings();
  return (
    <Popup renderTrigger={(trigger) => <IconButton icon={Ellipsis} label="More" {...trigger} />}>
      {(close) => (
        <>
          <button
            type="button"
            className="sw-menu__item"
            onClick={() => {
              close();
              list.mutate();
            }}
          >
            <ListTodo size={16} aria-hidden />
            What needs us now
          </button>
          <button
            type="button"
            className="sw-menu__item"
            onClick={() => {
              close();
              settings.mutate();
            }}
          >
            <Settings size={16} aria-hidden />
            Settings
          </button>
          {onCollapse !== undefined && (
            <button
              type="button"
              className="sw-menu__item"
              onClick={() => {
                close();
                onCollapse();
              }}
            >
              <PanelRightClose size={16} aria-hidden />
              Collapse to a rail
            </button>
          )}
        </>
      )}
    </Popup>
  );
}
