import { openDropdown } from './dropdown.ts';
import { h } from './dom.ts';

type MenuItem = {
  label: string;
  link?: string;
  attributes?: Readonly<Record<string, string>>;
  onChoose?: () => void;
};

/** A plain menu under a button, in the dropdown wormhole. */
export const openMenu = (trigger: HTMLElement, items: readonly MenuItem[]): void => {
  const choose = (item: MenuItem) => {
    dropdown.close();
    item.onChoose?.();
  };
  const list = h(
    'ul',
    { class: 'dropdown-menu', role: 'menu' },
    ...items.map((item) =>
      h(
        'li',
        { role: 'none' },
        h(
          'a',
          {
            role: 'menuitem',
            tabindex: 0,
            href: item.link,
            ...item.attributes,
            onclick: () => choose(item),
          },
          item.label,
        ),
      ),
    ),
  );
  const dropdown = openDropdown(trigger, 'app-menu', [list]);
};
