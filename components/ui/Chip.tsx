import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { classes } from './classes';
import type { Tone } from './tone';

/** A short state in words, coloured by what it means. */
export function Chip(props: {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly children: string;
}): ReactElement {
  const { tone = 'plain', icon: Icon, children } = props;
  return (
    <span className={classes('sw-chip', tone !== 'plain' && `sw-chip--${tone}`)} title={children}>
      {Icon !== undefined && <Icon size={12} aria-hidden />}
      <span className="sw-chip__text">{children}</span>
    </span>
  );
}
