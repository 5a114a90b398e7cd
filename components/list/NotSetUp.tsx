import type { ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { useOpenSettings } from '@/lib/client/useTeam';

/** The one sentence of a Steward that knows no account yet. */
export function NotSetUp(): ReactElement {
  const settings = useOpenSettings();
  return (
    <section className="sl-empty">
      <p>Steward does not know your Freshdesk yet: connect it, or open a ticket there.</p>
      <Button look="filled" size="large" onClick={() => settings.mutate()}>
        Open settings
      </Button>
    </section>
  );
}
