import type { Context } from '../context.ts';
import { authorOf } from '../ticket/names.ts';
import { h } from '../ui/dom.ts';
import { exactTime } from '../ui/format.ts';
import type { Conversation, Ticket } from '../wire.ts';
import { quotedHtml } from './fill.ts';
import type { Froala } from './froala.ts';

/** The description as a quotation. */
export const quotedDescription = ({ texts }: Context, ticket: Ticket): string =>
  quotedHtml(
    ticket.requester?.name ?? '',
    exactTime(ticket.created_at, texts.language),
    ticket.description ?? '',
  );

/** The newest message as a quotation; without one, the description. */
export const quotedMessage = (
  context: Context,
  ticket: Ticket,
  newest: Conversation | undefined,
): string =>
  newest === undefined
    ? quotedDescription(context, ticket)
    : quotedHtml(
        authorOf(context, ticket, newest),
        exactTime(newest.created_at, context.texts.language),
        newest.body,
      );

/**
 * The button that stands for the folded history. What it stands for is no part of the model until it is pressed
 * (whether the real one sends the folded text is not known).
 */
export const quotedMarker = (label: string, html: string, froala: Froala): HTMLElement => {
  const marker = h(
    'button',
    { type: 'button', class: 'fr-quoted-marker-remove', 'aria-label': label, title: label },
    '•••',
  );
  marker.addEventListener('click', () => {
    froala.html.set(`${froala.html.get()}${html}`);
    froala.undo.saveStep();
    froala.events.trigger('contentChanged');
    marker.remove();
  });
  return marker;
};
