import type { Context } from '../context.ts';
import type { EditorKind } from '../editor/editor.ts';
import { h } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';
import { openMenu } from '../ui/menu.ts';
import { avatar, barButton, iconButton } from '../ui/parts.ts';

export type BarActions = {
  open: (kind: EditorKind) => void;
  close: () => void;
  reload: () => void;
  step: (by: 1 | -1) => void;
};

/** Reply at the top carried one attribute for years; the newest layout nests it deeper under another id (live, 2026-08). */
const topReply = (context: Context, actions: BarActions): HTMLElement => {
  const newest = context.config.layout === '2026';
  const id = newest
    ? { 'data-test-id': 'ticket-action-reply-top' }
    : { 'data-test-email-action': 'reply' };
  const button = barButton('reply', context.texts.t('reply'), {
    ...id,
    onclick: () => actions.open('reply'),
  });
  return newest ? h('div', { class: 'reply-bar-top' }, button) : button;
};

const noteAttributes = (context: Context): Readonly<Record<string, string>> =>
  context.config.layout === '2019'
    ? { 'data-test-note-action': 'add' }
    : { 'data-test-id': 'add-note' };

const moreButton = (context: Context, actions: BarActions): HTMLElement => {
  const { t } = context.texts;
  const button = iconButton('more', t('more'), {
    'data-test-actions': 'more',
    'aria-haspopup': 'menu',
  });
  button.addEventListener('click', () =>
    openMenu(button, [
      { label: t('refreshTicket'), onChoose: actions.reload },
      { label: t('print'), onChoose: () => window.print() },
    ]),
  );
  return button;
};

/** What stands in the bar; it arrives after the bar itself, as on the real page. */
export const barContents = (context: Context, actions: BarActions): readonly HTMLElement[] => {
  const { t } = context.texts;
  const layout = context.config.layout;
  const note = barButton('note', t('note'), {
    ...noteAttributes(context),
    'aria-label': t('note'),
    onclick: () => actions.open('note'),
  });
  const forward = barButton('forward', t('forward'), {
    'data-test-email-action': 'forward',
    onclick: () => actions.open('forward'),
  });
  const close = barButton('close', t('close'), {
    'data-test-actions': 'close',
    onclick: actions.close,
  });
  const left = h(
    'div',
    { class: `page-actions__left${layout === '2019' ? '' : ' reply-bar-wrapper-top'}` },
    topReply(context, actions),
    note,
    forward,
    close,
    moreButton(context, actions),
  );
  const right = h(
    'div',
    { class: 'page-actions__right' },
    h(
      'div',
      { class: 'pull-right' },
      iconButton('previous', t('previous'), { onclick: () => actions.step(-1) }),
      iconButton('next', t('next'), { onclick: () => actions.step(1) }),
    ),
  );
  return [left, right];
};

/** The bar under the thread. Ids differ by generation; the newest also folds the editor into a placeholder. */
export const drawReplyBar = (
  context: Context,
  requesterName: string,
  actions: BarActions,
): HTMLElement => {
  const { t } = context.texts;
  const old = context.config.layout === '2019';
  const item = (name: 'reply' | 'note' | 'forward') => {
    const testIds = {
      reply: 'ticket-action-reply',
      note: 'ticket-action-note',
      forward: 'ticket-action-forward',
    };
    const id = old ? { 'data-test-email-action-btn': name } : { 'data-test-id': testIds[name] };
    return h(
      'li',
      { class: 'reply-bar__item' },
      barButton(name, t(name), { ...id, onclick: () => actions.open(name) }),
    );
  };
  return h(
    'div',
    { class: 'reply-bar-wrapper' },
    avatar(context.me.name),
    context.config.layout === '2026' &&
      h(
        'button',
        {
          type: 'button',
          class: 'editor-placeholder',
          'data-test-id': 'active-editor',
          onclick: () => actions.open('reply'),
        },
        icon('reply', 14),
        `${t('reply')}: ${requesterName}`,
      ),
    h('ul', { class: 'reply-bar' }, item('reply'), item('note'), item('forward')),
  );
};
