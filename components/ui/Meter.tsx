import type { ReactElement } from 'react';
import { classes } from './classes';
import type { Tone } from './tone';

/** A bar from empty to full. `words` says the value to those who do not see it. */
export function Meter(props: {
  readonly label: string;
  /** 0 to 1; more is drawn as full. */
  readonly fraction: number;
  readonly words: string;
  /** `rest`: nothing runs at present. */
  readonly tone?: Tone | 'rest';
}): ReactElement {
  const { label, fraction, words, tone = 'accent' } = props;
  // In whole hundredths, as far as anybody sees or hears it: a bar that stands is left alone.
  const percent = Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div className={classes('sw-meter', `sw-meter--${tone}`)}>
      {/* The browsers' own drawing of a meter cannot be styled alike, so it speaks and the bar beside it shows. */}
      <meter className="sw-sr" aria-label={label} aria-valuetext={words} value={percent / 100}>
        {words}
      </meter>
      <span className="sw-meter__fill" aria-hidden style={{ width: `${percent}%` }} />
    </div>
  );
}
