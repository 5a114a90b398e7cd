import { PanelRightOpen } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { IconButton } from '@/components/ui/IconButton';
import { classes } from '@/components/ui/classes';
import type { Clock } from '@/lib/domain/slo';
import { clockLook, clockSentence } from './clocks/clock-words';
import { useClocks } from './clocks/useClocks';
import { useScene } from './scene';

const RADIUS = 14;
const LENGTH = 2 * Math.PI * RADIUS;

function shortLeft(minutes: number | null): string {
  if (minutes === null) return '–';
  const whole = Math.floor(Math.abs(minutes));
  const words = whole < 60 ? `${whole}m` : whole < 6000 ? `${Math.floor(whole / 60)}h` : '99h';
  return minutes < 0 ? `−${words}` : words;
}

function Ring(props: {
  readonly clock: Clock;
  readonly words: string;
  readonly tone: string;
}): ReactElement {
  const { clock, words, tone } = props;
  const drawn = LENGTH * Math.min(1, Math.max(0, clock.fraction ?? 0));
  return (
    <svg
      className={classes('sb-ring', `sb-ring--${tone}`)}
      viewBox="0 0 36 36"
      width={36}
      height={36}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn in place from live values, so no img element
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <circle className="sb-ring__track" cx="18" cy="18" r={RADIUS} />
      <circle
        className="sb-ring__fill"
        cx="18"
        cy="18"
        r={RADIUS}
        strokeDasharray={`${drawn} ${LENGTH}`}
        transform="rotate(-90 18 18)"
      />
      <text className="sb-ring__text" x="18" y="18" textAnchor="middle" dominantBaseline="central">
        {shortLeft(clock.leftMinutes)}
      </text>
    </svg>
  );
}

function RailClocks(): ReactElement {
  const scene = useScene();
  const { clocks, now } = useClocks(scene);
  const due = clocks.filter(({ state }) => state === 'due-soon' || state === 'overdue');
  const first = clocks.find(({ state }) => state !== 'met' && state !== 'unknown');
  return (
    <>
      {first !== undefined && (
        <Ring
          clock={first}
          words={clockSentence(first, scene.ownZone, now)}
          tone={clockLook(first).meter}
        />
      )}
      {due.length > 0 && (
        <span className="sb-rail__count" title={`${due.length} due soon or overdue`}>
          {due.length}
          <span className="sw-sr"> due soon or overdue</span>
        </span>
      )}
    </>
  );
}

/** The sidebar collapsed to 44 px: the most urgent clock as a ring, how many are due, and the way back. */
export function Rail(props: {
  readonly ticketId: number;
  readonly hasScene: boolean;
  /** Take the focus: the steward has just collapsed the sidebar from inside. */
  readonly takeFocus: boolean;
  readonly onExpand: () => void;
}): ReactElement {
  const { ticketId, hasScene, takeFocus, onExpand } = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takeFocus) button.current?.focus();
  }, [takeFocus]);
  return (
    <main className="sb-rail">
      <h1 className="sw-sr">Steward for ticket {ticketId}, collapsed</h1>
      <IconButton
        ref={button}
        icon={PanelRightOpen}
        label={`Open Steward for ticket ${ticketId}`}
        onClick={onExpand}
      />
      {hasScene && <RailClocks />}
    </main>
  );
}
