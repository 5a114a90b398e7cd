import { h } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';

/** A line of addresses as removable chips with an input; `value()` includes what is still being typed. */
export const addressLine = (
  label: string,
  name: string,
  start: readonly string[],
  fixed = false,
) => {
  let addresses = [...start];
  const chips = h('span', { class: 'address-chips' });
  const input = h('input', {
    class: 'address-input',
    type: 'email',
    multiple: true,
    name,
    'aria-label': label,
    autocomplete: 'off',
  });
  const render = () =>
    chips.replaceChildren(
      ...addresses.map((address) =>
        h(
          'span',
          { class: 'address-chip' },
          address,
          !fixed &&
            h(
              'button',
              {
                type: 'button',
                'aria-label': `× ${address}`,
                onclick: () => {
                  addresses = addresses.filter((other) => other !== address);
                  render();
                },
              },
              icon('cross', 10),
            ),
        ),
      ),
    );
  const take = () => {
    const typed = input.value.split(/[\s,;]+/).filter((address) => address.includes('@'));
    if (typed.length === 0) return;
    addresses = Array.from(new Set([...addresses, ...typed]));
    input.value = '';
    render();
  };
  input.addEventListener('keydown', (event) => {
    if (!['Enter', ',', ';', ' '].includes(event.key)) return;
    event.preventDefault();
    take();
  });
  input.addEventListener('blur', take);
  render();
  return {
    element: h(
      'div',
      { class: `address-line address-line--${name}` },
      h('span', { class: 'address-label' }, label),
      chips,
      !fixed && input,
    ),
    value: (): readonly string[] => {
      take();
      return addresses;
    },
  };
};
