import type { Context } from '../context.ts';
import { h } from '../ui/dom.ts';
import type { Conversation, Ticket } from '../wire.ts';
import { drawConversation, drawDescription } from './message.ts';

/** How many of the newest messages show before the middle is asked for. */
const shownAtFirst = 4;
const pageSize = 30;

/** The conversations of one ticket: the newest page first, the rest when the agent presses "+N". */
export const createThread = (context: Context, ticketId: number) => {
  let newestFirst: readonly Conversation[] = [];
  let total = 0;
  let expanded = false;
  let loading = false;

  const load = async () => {
    const first = await context.api.conversations(ticketId, 1, pageSize);
    newestFirst = first.newestFirst;
    total = Math.max(first.total ?? 0, newestFirst.length);
  };

  const loadAll = async () => {
    for (
      let page = 2;
      newestFirst.length < total || newestFirst.length === (page - 1) * pageSize;
      page += 1
    ) {
      const next = await context.api.conversations(ticketId, page, pageSize);
      if (next.newestFirst.length === 0) break;
      newestFirst = [...newestFirst, ...next.newestFirst];
    }
    total = newestFirst.length;
  };

  const draw = (ticket: Ticket, refresh: () => void): HTMLElement => {
    const folded = !expanded && total > shownAtFirst + 2;
    const shown = (folded ? newestFirst.slice(0, shownAtFirst) : newestFirst).toReversed();
    const expand = async () => {
      loading = true;
      refresh();
      await loadAll().finally(() => {
        loading = false;
      });
      expanded = true;
      refresh();
    };
    return h(
      'div',
      { class: 'ticket-details__items', role: 'list' },
      drawDescription(context, ticket),
      folded &&
        h(
          'div',
          { class: 'ticket-details__item ticket-details__item--more' },
          h(
            'div',
            { class: `more-block${loading ? ' pending' : ''}` },
            loading
              ? h(
                  'span',
                  { class: 'conversation-dotted-loader', role: 'status' },
                  context.texts.t('loading'),
                )
              : h(
                  'button',
                  {
                    type: 'button',
                    class: 'nucleus-button nucleus-button--secondary',
                    'data-test-button': 'load-more',
                    onclick: () => void expand(),
                  },
                  `+${total - shownAtFirst} ${context.texts.t('moreConversations')}`,
                ),
          ),
        ),
      ...shown.map((message) => drawConversation(context, ticket, message)),
    );
  };

  return { load, draw, newest: () => newestFirst[0] };
};

export type Thread = ReturnType<typeof createThread>;
