import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes';

export type NoticeTone = 'plain' | 'ok' | 'warn' | 'bad';

const ICONS = { plain: Info, ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert };

/**
 * What happened, in place and in words, with what to do next. Stays until its reason is gone. Problems interrupt a
 * screen reader, everything else waits its turn.
 */
export function Notice(props: {
  readonly tone?: NoticeTone;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}): ReactElement {
  const { tone = 'plain', children, actions } = props;
  const Icon = ICONS[tone];
  return (
    <div
      className={classes('sw-notice', `sw-notice--${tone}`)}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <Icon className="sw-notice__icon" size={14} aria-hidden />
      <div className="sw-notice__body">
        <div>{children}</div>
        {actions !== undefined && <div className="sw-notice__actions">{actions}</div>}
      </div>
    </div>
  );
}
