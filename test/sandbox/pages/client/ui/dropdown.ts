import { h, wormhole } from './dom.ts';

export type Dropdown = { content: HTMLElement; close: () => void };

/**
 * Opens a panel in the dropdown wormhole beside its trigger; one at a time. Closes on a press elsewhere,
 * Escape, scrolling of the page behind it, and when the trigger leaves the document.
 */
export const openDropdown = (
  trigger: HTMLElement,
  className: string,
  children: readonly HTMLElement[],
  onClose: () => void = () => {},
): Dropdown => {
  const home = wormhole('ember-basic-dropdown-wormhole');
  home.dispatchEvent(new CustomEvent('dropdown:close'));
  const content = h(
    'div',
    { class: `ember-basic-dropdown-content ${className}`, role: 'presentation' },
    ...children,
  );
  const place = () => {
    const box = trigger.getBoundingClientRect();
    const below = innerHeight - box.bottom;
    const height = Math.min(content.scrollHeight + 2, 320);
    const upwards = below < height && box.top > below;
    content.style.minWidth = `${box.width}px`;
    content.style.top = `${upwards ? Math.max(8, box.top - height - 4) : box.bottom + 4}px`;
    const left = Math.min(box.left, innerWidth - Math.max(content.offsetWidth, box.width) - 8);
    content.style.left = `${Math.max(8, left)}px`;
  };
  const close = () => {
    if (!content.isConnected) return;
    content.remove();
    removeEventListener('mousedown', onPress, true);
    removeEventListener('keydown', onKeydown, true);
    removeEventListener('scroll', onScroll, true);
    home.removeEventListener('dropdown:close', close);
    onClose();
  };
  const onPress = (event: Event) => {
    const path = event.composedPath();
    if (!path.includes(content) && !path.includes(trigger)) close();
  };
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
    trigger.focus();
  };
  const onScroll = (event: Event) => {
    if (event.target instanceof Node && content.contains(event.target)) return;
    if (trigger.isConnected) place();
    else close();
  };
  home.append(content);
  place();
  addEventListener('mousedown', onPress, true);
  addEventListener('keydown', onKeydown, true);
  addEventListener('scroll', onScroll, true);
  home.addEventListener('dropdown:close', close);
  return { content, close };
};

/** Closes whatever dropdown is open (before a page is left). */
export const closeDropdowns = (): void => {
  wormhole('ember-basic-dropdown-wormhole').dispatchEvent(new CustomEvent('dropdown:close'));
};
