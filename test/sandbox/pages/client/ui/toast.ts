import { h, wormhole } from './dom.ts';

const shownMs = 4000;

/** A short message in the toast wormhole. */
export const toast = (kind: 'success' | 'error', text: string): void => {
  const message = h(
    'div',
    { class: `nucleus-toast-message nucleus-toast-message--${kind}`, role: 'status' },
    text,
  );
  wormhole('nucleus-toast-messages-wormhole').append(message);
  setTimeout(() => message.remove(), shownMs);
};
