import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactElement, ReactNode, Ref } from 'react';
import { classes } from './classes';

export type ButtonLook = 'quiet' | 'filled' | 'chosen' | 'danger' | 'text';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> & {
  readonly look?: ButtonLook;
  readonly size?: 'small' | 'large';
  readonly icon?: LucideIcon;
  /** Work is under way: shows a spinner in the icon's place and takes no press. */
  readonly busy?: boolean;
  readonly submit?: boolean;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button that says what it does. The next sensible action is the only filled one on the page. */
export function Button(props: Props): ReactElement {
  const {
    look = 'quiet',
    size = 'small',
    icon: Icon,
    busy,
    submit,
    children,
    onClick,
    ...rest
  } = props;
  return (
    <button
      {...rest}
      type={submit === true ? 'submit' : 'button'}
      className={classes('sw-button', `sw-button--${look}`, size === 'large' && 'sw-button--large')}
      {...(busy === true && { 'aria-disabled': true, 'aria-busy': true })}
      onClick={(event) => {
        if (busy === true) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy === true ? (
        <LoaderCircle className="sw-spin" size={14} aria-hidden />
      ) : (
        Icon !== undefined && <Icon size={14} aria-hidden />
      )}
      {children}
    </button>
  );
}
