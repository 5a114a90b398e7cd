import type { DiagnosticsView } from '@/lib/contract/list';

const orNone = (value: string | null): string => value ?? 'none';

/** How many of a page's anchors were found, and the names of those that were not. */
export function anchorState(anchors: Readonly<Record<string, string | null>>): {
  readonly found: number;
  readonly total: number;
  readonly missing: readonly string[];
} {
  const entries = Object.entries(anchors);
  const missing = entries.flatMap(([name, selector]) => (selector === null ? [name] : []));
  return { found: entries.length - missing.length, total: entries.length, missing };
}

/** Only what a failure's code says: its sentence may name a ticket or a person. */
function syncLines({ sync }: DiagnosticsView): readonly string[] {
  const share = sync.fraction === null ? '' : ` (${Math.round(sync.fraction * 100)} %)`;
  return [
    `List: ${sync.stage}, ${sync.read} tickets read${share}`,
    `  through ${orNone(sync.through)}, last ${orNone(sync.lastAt)}, next ${orNone(sync.nextAt)}`,
    `  problem: ${sync.problem === null ? 'none' : sync.problem.code}`,
  ];
}

/**
 * The diagnostics as plain text for a bug report: numbers, times (UTC) and names of Steward's own parts. No key, no
 * account name, no text of a ticket and nobody's name.
 */
export function reportText(view: DiagnosticsView, userAgent: string): string {
  const { rate, hours, alarms, tabs } = view;
  return [
    `Steward ${view.version}`,
    `Browser: ${userAgent}`,
    `Account connected: ${view.host === null ? 'no' : 'yes'}`,
    rate === null
      ? 'Rate: not stated yet'
      : `Rate: ${rate.remaining} of ${rate.total} a minute left at ${rate.at}`,
    ...syncLines(view),
    `Tickets kept: ${view.ticketsKept}`,
    'Alarms:',
    ...alarms.map(({ name, at }) => `  ${name} at ${at}`),
    'Freshdesk tabs:',
    ...tabs.map(({ anchors }, index) => {
      if (anchors === null) return `  tab ${index + 1}: no answer`;
      const { found, total, missing } = anchorState(anchors);
      const without = missing.length === 0 ? '' : `; missing: ${missing.join(', ')}`;
      return `  tab ${index + 1}: ${found} of ${total} anchors${without}`;
    }),
    'Calls by hour (list, other, cost, refused):',
    ...hours.map(
      ({ hour, list, other, cost, refused }) => `  ${hour}  ${list}  ${other}  ${cost}  ${refused}`,
    ),
  ].join('\n');
}
