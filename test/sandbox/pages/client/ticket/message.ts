import type { Context } from '../context.ts';
import { h, type Child } from '../ui/dom.ts';
import { exactTime, timeAgo } from '../ui/format.ts';
import { safeFragment } from '../ui/html.ts';
import { icon } from '../ui/icons.ts';
import { avatar } from '../ui/parts.ts';
import type { Conversation, Ticket } from '../wire.ts';
import { authorOf } from './names.ts';

const source = { reply: 0, note: 2, survey: 6, forward: 8 } as const;

const sender = (
  context: Context,
  name: string,
  verb: string,
  at: string,
  contactId: number | null,
): HTMLElement =>
  h(
    'div',
    { class: 'sender-info' },
    contactId === null
      ? h('span', { class: 'sender-name', 'data-test-id': 'user-name' }, name)
      : h(
          'a',
          { class: 'sender-name', 'data-test-id': 'user-name', href: `/a/contacts/${contactId}` },
          name,
        ),
    ' ',
    h('span', { class: 'muted', 'data-test-id': 'conversation-status' }, verb),
    h(
      'span',
      { class: 'created-time', title: exactTime(at, context.texts.language) },
      h('span', { class: 'timeago-units' }, timeAgo(at, new Date(), context.texts.language)),
    ),
  );

const recipients = (context: Context, to: readonly string[], cc: readonly string[]): Child => {
  const { t } = context.texts;
  if (to.length + cc.length === 0) return null;
  return h(
    'div',
    { class: 'emails-info' },
    to.length > 0 && h('span', { class: 'display_emails' }, `${t('to')}: ${to.join(', ')}`),
    cc.length > 0 && h('span', { class: 'display_emails' }, `${t('cc')}: ${cc.join(', ')}`),
  );
};

/** The first message: it belongs to the ticket, not to its conversations. */
export const drawDescription = (context: Context, ticket: Ticket): HTMLElement => {
  const name = ticket.requester?.name ?? '?';
  return h(
    'div',
    {
      class: 'ticket-details__item ticket-details__requestor',
      id: 'ticket_original_request',
      'data-test-id': 'ticket-description',
      'data-album': `ticket_${ticket.id}`,
    },
    avatar(name),
    h(
      'div',
      { class: 'ticket-details__item__wrap' },
      h(
        'div',
        { class: 'ticket-details__item__header' },
        sender(context, name, context.texts.t('reported'), ticket.created_at, ticket.requester_id),
        recipients(
          context,
          ticket.to_emails ?? (ticket.support_email ? [ticket.support_email] : []),
          ticket.cc_emails ?? [],
        ),
      ),
      h(
        'div',
        { class: 'ticket-details__item__content' },
        h(
          'div',
          { 'data-test-conversation': 'conversation-text' },
          safeFragment(ticket.description ?? ''),
        ),
      ),
    ),
  );
};

/**
 * One reply or note. The note's class also lands on mail sent to others than the requester (forwards, replies
 * to third parties), as observed in 2026-07: only a message without a recipient line is surely a note.
 */
export const drawConversation = (
  context: Context,
  ticket: Ticket,
  message: Conversation,
): HTMLElement => {
  const { t } = context.texts;
  const name = authorOf(context, ticket, message);
  const isNote = message.source === source.note;
  const mailed = !isNote && message.source !== source.survey;
  const to = mailed ? (message.to_emails ?? []) : [];
  const elsewhere =
    !message.incoming &&
    to.length > 0 &&
    !to.some((address) => address.includes(ticket.requester?.email ?? '\0'));
  const peach = message.private || (mailed && elsewhere);
  const verb = isNote
    ? t('addedNote')
    : message.source === source.forward
      ? t('forwarded')
      : t('replied');
  const classes = [
    'ticket-details__item',
    ...(peach ? ['ticket-details__privatenote'] : []),
    ...(message.incoming ? ['ticket-details__requestor'] : []),
  ];
  return h(
    'div',
    {
      class: classes.join(' '),
      'data-test-id': 'conversation-wrapper',
      'data-album': `note_${message.id}`,
    },
    avatar(name),
    h(
      'div',
      { class: 'ticket-details__item__wrap' },
      h(
        'div',
        { class: 'conversation-header' },
        sender(context, name, verb, message.created_at, message.incoming ? message.user_id : null),
        isNote &&
          message.private &&
          h('span', { class: 'note-flag' }, icon('lock', 12), t('privateNote')),
        recipients(context, to, mailed ? (message.cc_emails ?? []) : []),
      ),
      h(
        'div',
        { 'data-test-id': 'conversation-content-wrapper' },
        h(
          'div',
          {
            class: 'ticket_note',
            'data-note-id': message.id,
            'data-test-conversation': 'conversation-text',
          },
          safeFragment(message.body),
        ),
      ),
    ),
  );
};
