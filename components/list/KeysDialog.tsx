import type { ReactElement, Ref } from 'react';
import { Button } from '@/components/ui/Button';

const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['j', '↓'], 'Next ticket'],
  [['k', '↑'], 'Ticket before'],
  [['Enter'], 'Open it in Freshdesk'],
  [['s'], 'Put it aside'],
  [['c'], 'Close it, where the process allows it'],
  [['u'], 'Undo'],
  [['/'], 'Search'],
  [['?'], 'Show these keys'],
];

/** The page's keys. Escape closes it, as every dialog of the browser. */
export function KeysDialog({ ref }: { readonly ref: Ref<HTMLDialogElement> }): ReactElement {
  return (
    <dialog ref={ref} className="sl-keys" aria-labelledby="sl-keys-title">
      <h2 id="sl-keys-title">Keys</h2>
      <dl>
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <Button submit>Done</Button>
      </form>
    </dialog>
  );
}
