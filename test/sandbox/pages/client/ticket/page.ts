import type { Context, Page } from '../context.ts';
import { createEditorDock } from '../editor/dock.ts';
import type { EditorKind } from '../editor/editor.ts';
import { viewTitle } from '../i18n.ts';
import { h } from '../ui/dom.ts';
import { createSlot } from '../ui/slot.ts';
import { toast } from '../ui/toast.ts';
import type { TimeEntry } from '../wire.ts';
import { barContents, type BarActions } from './action-bar.ts';
import { drawHeading } from './heading.ts';
import { listenForUpdates } from './live.ts';
import { agentName } from './names.ts';
import { createPropertiesPanel } from './properties.ts';
import { drawRequester } from './requester.ts';
import { createSummaryEditor } from './summary-editor.ts';
import { createThread } from './thread.ts';
import { drawTimeEntries } from './time-entries.ts';

/** The bar's children come this long after the bar (scripts that place things must wait for a button). */
const barDelayMs = 120;
const closedStatus = 5;

/** The ticket page. Rejects with `ApiError` when the ticket cannot be read. */
export const createTicketPage = async (context: Context, id: number): Promise<Page> => {
  const { api, config, store, trail } = context;
  const thread = createThread(context, id);
  const [first, timeEntries] = await Promise.all([
    api.ticket(id),
    // A plan without time tracking refuses; the widget is then empty.
    api.timeEntries(id).catch((): readonly TimeEntry[] => []),
    thread.load(),
  ]);
  let ticket = first;
  let barReady = false;

  const titleOf = () => `[#${id}] ${ticket.subject ?? ''} : ${config.accountName}`;
  const reload = async () => {
    ticket = await api.ticket(id);
    document.title = titleOf();
    panel.showFresh();
    heading.refresh();
    widgets.refresh();
  };
  const reloadAll = async () => {
    await Promise.all([reload(), thread.load()]);
    items.refresh();
  };

  const actions: BarActions = {
    open: (kind: EditorKind) => dock.open(kind),
    close: () => {
      void api
        .updateTicket(id, { status: closedStatus })
        .then(reload)
        .catch(() => toast('error', context.texts.t('failed')));
    },
    reload: () => void reloadAll(),
    step: (by) => {
      const target = trail.ids[trail.ids.indexOf(id) + by];
      if (target !== undefined && trail.ids.includes(id)) context.navigate(`/a/tickets/${target}`);
    },
  };

  const panel = createPropertiesPanel({
    context,
    ticket: () => ticket,
    reload,
    refreshAll: reloadAll,
  });
  const heading = createSlot(() => drawHeading(context, ticket));
  const items = createSlot(() => thread.draw(ticket, () => items.refresh()));
  const bar = createSlot(() =>
    h(
      'section',
      { id: 'mainactionbar', class: 'header-secondary page-actions' },
      ...(barReady ? barContents(context, actions) : []),
    ),
  );
  const widgets = createSlot(() =>
    h(
      'aside',
      { class: 'ticket-widgets' },
      drawRequester(context, ticket),
      drawTimeEntries(context, timeEntries, (agentId) => agentName(context, agentId) ?? ''),
    ),
  );
  const dock = createEditorDock({
    context,
    ticket: () => ticket,
    thread,
    actions,
    afterSend: reloadAll,
  });

  const summary = config.layout === '2019' ? undefined : createSummaryEditor(config.froalaKey);

  const stopListening = listenForUpdates(id, panel.markStale);
  const rerenderBar = () => bar.refresh();
  addEventListener('sandbox:rerender-bar', rerenderBar);
  store.push('ticket', {
    id: String(id),
    get: (name) => Object.entries(ticket).find(([key]) => key === name)?.[1],
    reload: async function reloadRecord() {
      await reload();
      return this;
    },
  });

  return {
    heading: viewTitle(trail.view, context.texts),
    crumb: String(id),
    documentTitle: titleOf(),
    draw: () =>
      h(
        'div',
        { class: 'app-outlet' },
        // A kept list leaves a bar of its own behind: the same class, not the ticket's.
        h(
          'div',
          { class: 'page-actions list-outlet', hidden: true },
          h('div', { class: 'page-actions__left' }),
        ),
        h(
          'div',
          { id: 'ticket-details', class: 'tickets-detail-page __module-tickets__ticket-details' },
          bar.draw(),
          h(
            'div',
            { class: 'ticket-body' },
            h(
              'div',
              { class: 'ticket-columns' },
              h(
                'main',
                { class: 'ticket-details__main' },
                heading.draw(),
                summary?.element,
                items.draw(),
                dock.draw(),
              ),
              panel.draw(),
              widgets.draw(),
            ),
          ),
        ),
      ),
    placed: () => {
      summary?.start();
      if (barReady) return;
      setTimeout(() => {
        barReady = true;
        bar.node()?.append(...barContents(context, actions));
      }, barDelayMs);
    },
    mayLeave: dock.mayLeave,
    onKey: (key) => {
      const kinds: Readonly<Record<string, EditorKind>> = { r: 'reply', n: 'note', f: 'forward' };
      const kind = kinds[key];
      if (kind !== undefined) actions.open(kind);
      else if (key === 'j') actions.step(1);
      else if (key === 'k') actions.step(-1);
      else return false;
      return true;
    },
    dispose: () => {
      stopListening();
      removeEventListener('sandbox:rerender-bar', rerenderBar);
      store.unload('ticket', String(id));
      dock.dispose();
      summary?.dispose();
    },
  };
};
