import { ApiError } from '../api.ts';
import type { Context } from '../context.ts';
import { h } from '../ui/dom.ts';
import { icon } from '../ui/icons.ts';
import { createSlot } from '../ui/slot.ts';
import { toast } from '../ui/toast.ts';
import type { Ticket } from '../wire.ts';
import { isShown, missingFields, realChanges, storedValue, toRequest } from './changes.ts';
import { drawField, isTyped, type FieldBinding } from './property-fields.ts';
import { drawStatusCards } from './status-cards.ts';
import { drawTags } from './tags.ts';

type PanelDeps = {
  context: Context;
  ticket: () => Ticket;
  /** Re-reads the ticket after a save, and all of it when the agent follows the refresh link. */
  reload: () => Promise<void>;
  refreshAll: () => Promise<void>;
};

/**
 * The properties panel. Edits stay in the panel until Update; what others changed is not shown by itself,
 * only announced by the refresh link, because the page's model does not know of writes made elsewhere.
 */
export const createPropertiesPanel = ({ context, ticket, reload, refreshAll }: PanelDeps) => {
  const { t } = context.texts;
  let edits = new Map<string, unknown>();
  let missing: readonly string[] = [];
  let stale = false;
  let saving = false;

  const binding: FieldBinding = {
    valueOf: (name) => (edits.has(name) ? edits.get(name) : storedValue(ticket(), name)),
    isMissing: (name) => missing.includes(name),
    edit: (changes) => {
      for (const [name, value] of Object.entries(changes)) edits.set(name, value);
      missing = missing.filter((name) => !(name in changes));
      const typed = context.fields.some((field) => field.name in changes && isTyped(field));
      // Redrawing under the cursor would lose it; a typed edit only wakes the button.
      if (typed) footer.refresh();
      else slot.refresh();
    },
  };

  const save = async () => {
    const changes = realChanges(ticket(), edits);
    missing = missingFields(ticket(), context.fields, edits);
    if (missing.length > 0) return slot.refresh();
    saving = true;
    footer.refresh();
    try {
      await context.api.updateTicket(ticket().id, toRequest(changes));
      edits = new Map();
      await reload();
      toast('success', t('updated'));
    } catch (error) {
      toast(
        'error',
        error instanceof ApiError ? error.messages.join('\n') || t('failed') : t('failed'),
      );
    } finally {
      saving = false;
      slot.refresh();
    }
  };

  const footer = createSlot(() =>
    h(
      'div',
      { class: 'ticket-properties-footer' },
      h(
        'button',
        {
          type: 'button',
          class: 'nucleus-button nucleus-button--primary property-submit',
          'data-test-id': 'ticket-properties-btn',
          disabled: saving || realChanges(ticket(), edits).size === 0,
          onclick: () => void save(),
        },
        t('update'),
      ),
    ),
  );

  const refreshLink = () =>
    h(
      'a',
      {
        class: 'ticket-sidebar-sticky__refresh-text',
        role: 'button',
        tabindex: 0,
        onclick: () => void refreshAll(),
      },
      icon('refresh', 12),
      t('refresh'),
    );

  const slot = createSlot(() => {
    const shown = context.fields
      .filter(isShown)
      .toSorted((one, other) => one.position - other.position);
    return h(
      'aside',
      {
        class: '__module-tickets__ticket-details__properties show-props-pane',
        'aria-label': t('properties'),
      },
      h(
        'div',
        { class: 'ticket-properties-wrapper', 'data-test-id': 'ticket-properties-sticky' },
        h(
          'div',
          { class: 'ticket-sidebar-sticky' },
          drawStatusCards(context, ticket(), new Date()),
          h('h3', { class: 'widget-title' }, t('properties')),
          stale && refreshLink(),
        ),
        h(
          'div',
          { class: 'ticket-properties-fields' },
          drawTags(context, binding.valueOf('tags') as readonly string[], (tags) =>
            binding.edit({ tags }),
          ),
          ...shown.flatMap((field) => drawField(context, field, binding)),
        ),
        footer.draw(),
      ),
    );
  });

  return {
    draw: slot.draw,
    /** Shows what the ticket now holds; edits not yet saved are given up, as a model reload does. */
    showFresh: () => {
      edits = new Map();
      missing = [];
      stale = false;
      slot.refresh();
    },
    markStale: () => {
      stale = true;
      slot.refresh();
    },
  };
};
