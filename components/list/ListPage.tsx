import type { ReactElement } from 'react';

export function ListPage(): ReactElement {
  return <main />;
}
