import { startFroala, type Froala } from '../editor/froala.ts';
import { h } from '../ui/dom.ts';

/**
 * The folded-away editor of the ticket's summary: a second Froala on the page that is never the one a reply is
 * written in, so neither "the first `.fr-element`" nor "the first instance" finds the reply editor.
 */
export const createSummaryEditor = (key: string | undefined) => {
  const element = h('div', { class: 'ticket-summary-editor', hidden: true });
  let started: Promise<Froala> | undefined;
  return {
    element,
    /** Starts the editor once its element stands in the document. */
    start: (): void => {
      started ??= startFroala(element, '', key);
    },
    dispose: (): void => void started?.then((froala) => froala.destroy()),
  };
};
