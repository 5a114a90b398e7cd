import type { ReactElement } from 'react';

export function PopupPage(): ReactElement {
  return <main />;
}
