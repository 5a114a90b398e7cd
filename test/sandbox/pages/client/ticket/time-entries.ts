import type { Context } from '../context.ts';
import { h } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';
import type { TimeEntry } from '../wire.ts';

/** The time widget: what was logged on the ticket, newest as the server orders it. */
export const drawTimeEntries = (
  context: Context,
  entries: readonly TimeEntry[],
  nameOfAgent: (id: number | null) => string,
): HTMLElement => {
  const { t } = context.texts;
  return h(
    'section',
    { class: 'widget time-entries' },
    h(
      'h3',
      { class: 'widget-title', 'data-test-id': 'time-entries_title' },
      icon('clock', 14),
      t('timeLogs'),
    ),
    h(
      'div',
      { 'data-test-id': 'time-entries_content' },
      entries.length === 0 && h('p', { class: 'muted' }, t('noTime')),
      ...entries.map((entry) =>
        h(
          'div',
          { class: 'time-entry' },
          h('strong', {}, entry.time_spent),
          h('span', {}, nameOfAgent(entry.agent_id)),
          h('span', { class: 'muted time-entry__note' }, entry.note ?? ''),
        ),
      ),
    ),
  );
};
