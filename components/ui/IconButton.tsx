import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactElement, Ref } from 'react';
import { classes } from './classes';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type' | 'children'> & {
  readonly icon: LucideIcon;
  /** Accessible name, also shown as the tooltip. */
  readonly label: string;
  readonly spinning?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button of one icon, always named. */
export function IconButton(props: Props): ReactElement {
  const { icon: Icon, label, spinning, ...rest } = props;
  return (
    <button {...rest} type="button" className="sw-icon-button" aria-label={label} title={label}>
      <Icon size={16} aria-hidden className={classes(spinning === true && 'sw-spin')} />
    </button>
  );
}
