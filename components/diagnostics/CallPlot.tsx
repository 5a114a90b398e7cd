import type { ReactElement } from 'react';
import { ownTimeZone } from '@/components/sidebar/scene';
import { useNow } from '@/lib/client/useNow';
import type { CallHour } from '@/lib/contract/list';
import { clockWords, dayWords } from '@/lib/domain/words';
import { axisEnd, lastHours } from './hours';

/** The most calls an hour that keep the list up to date while nobody looks. */
const IDLE_LIMIT = 12;

const WIDTH = 800;
const HEIGHT = 190;
const LEFT = 36;
const TOP = 10;
const BOTTOM = 24;
const PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;

/** Calls to Freshdesk by hour: those for the list below, all others above them. */
export function CallPlot({ hours }: { readonly hours: readonly CallHour[] }): ReactElement {
  const now = useNow();
  const zone = ownTimeZone();
  const shown = lastHours(hours, now);
  const end = axisEnd(Math.max(...shown.map(({ list, other }) => list + other)));
  const y = (calls: number): number => TOP + PLOT_HEIGHT * (1 - calls / end);
  const step = (WIDTH - LEFT) / shown.length;
  const total = shown.reduce((sum, { list, other }) => sum + list + other, 0);
  return (
    <figure className="sd-plot">
      <p className="sw-sr">
        {total} calls to Freshdesk in the last {shown.length} hours; the table tells them by hour.
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        {[0, end / 2, end].map((calls) => (
          <g key={calls}>
            <line className="sd-plot__grid" x1={LEFT} x2={WIDTH} y1={y(calls)} y2={y(calls)} />
            <text className="sd-plot__tick" x={LEFT - 6} y={y(calls) + 4} textAnchor="end">
              {calls}
            </text>
          </g>
        ))}
        {shown.map(({ hour, list, other, cost, refused }, index) => {
          const x = LEFT + index * step + 1;
          const at = new Date(hour);
          const local = clockWords(at, zone);
          return (
            <g key={hour}>
              <title>{`${dayWords(at, zone, now)} ${local}: ${list} for the list, ${other} other, cost ${cost}, ${refused} refused`}</title>
              <rect className="sd-plot__hit" x={x} y={TOP} width={step - 2} height={PLOT_HEIGHT} />
              <rect
                className="sd-plot__list"
                x={x}
                y={y(list)}
                width={step - 2}
                height={y(0) - y(list)}
              />
              <rect
                className="sd-plot__other"
                x={x}
                y={y(list + other)}
                width={step - 2}
                height={y(list) - y(list + other)}
              />
              {/^(00|06|12|18):00$/.test(local) && (
                <text className="sd-plot__tick" x={x} y={HEIGHT - 8}>
                  {local === '00:00' ? dayWords(at, zone, now) : local}
                </text>
              )}
            </g>
          );
        })}
        <line
          className="sd-plot__limit"
          x1={LEFT}
          x2={WIDTH}
          y1={y(IDLE_LIMIT)}
          y2={y(IDLE_LIMIT)}
        />
      </svg>
      <figcaption className="sd-legend sw-small">
        <span className="sd-legend__list">For the list</span>
        <span className="sd-legend__other">All other</span>
        <span className="sd-legend__limit">
          {IDLE_LIMIT} an hour: the most for the list while nobody looks
        </span>
      </figcaption>
    </figure>
  );
}
