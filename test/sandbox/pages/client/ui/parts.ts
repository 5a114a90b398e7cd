import { h, type Attributes, type Child } from './dom.ts';
import { avatarHue, initials } from './format.ts';
import { icon, type IconName } from './icons.ts';

/** A round avatar with initials. */
export const avatar = (name: string, size: 'small' | 'medium' = 'medium'): HTMLElement =>
  h(
    'span',
    { class: `avatar avatar--${size} avatar--hue-${avatarHue(name)}`, 'aria-hidden': 'true' },
    initials(name),
  );

/** A secondary text button with an icon, as the bars have them. */
export const barButton = (
  name: IconName,
  label: string,
  attributes: Attributes,
  ...extra: Child[]
): HTMLButtonElement =>
  h(
    'button',
    {
      type: 'button',
      class: 'nucleus-button nucleus-button--secondary app-icon-btn--text',
      ...attributes,
    },
    icon(name),
    h('span', { class: 'app-icon-btn__label' }, label),
    ...extra,
  );

/** A square button with only an icon; the label is its accessible name. */
export const iconButton = (
  name: IconName,
  label: string,
  attributes: Attributes = {},
): HTMLButtonElement =>
  h(
    'button',
    {
      type: 'button',
      class: 'nucleus-button nucleus-button--icon',
      'aria-label': label,
      title: label,
      ...attributes,
    },
    icon(name),
  );
