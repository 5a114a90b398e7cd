import type { ReactElement } from 'react';
import { classes } from '@/components/ui/classes';
import { SHOWN, type Shown } from './filters';
import { SHOWN_WORDS } from './lane-words';

/** Chooses which part of the list is shown; each part says how many tickets it holds. */
export function ViewTabs(props: {
  readonly shown: Shown;
  readonly counts: ReadonlyMap<Shown, number>;
  readonly onChange: (shown: Shown) => void;
}): ReactElement {
  const { shown, counts, onChange } = props;
  return (
    <fieldset className="sl-tabs">
      <legend className="sw-sr">Part of the list</legend>
      {SHOWN.map((one) => {
        const count = counts.get(one) ?? 0;
        return (
          <label key={one} className={classes('sl-tab', count === 0 && 'sl-tab--empty')}>
            <input
              type="radio"
              name="shown"
              className="sw-sr"
              checked={shown === one}
              onChange={() => onChange(one)}
            />
            {SHOWN_WORDS[one]} <span className="sl-tab__count">{count.toLocaleString('en')}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
