import type { Api } from './api.ts';
import type { Config } from './config.ts';
import type { Store } from './ember.ts';
import type { Texts } from './i18n.ts';
import type { Me, TicketField } from './wire.ts';

/** What every page part gets. */
export type Context = {
  config: Config;
  api: Api;
  texts: Texts;
  me: Me;
  fields: readonly TicketField[];
  /** Goes to an `/a/…` address of the app without a page load. */
  navigate: (path: string) => void;
  store: Store;
  /** The saved view the agent came from, and the ticket ids it listed. */
  trail: { view: string; ids: readonly number[] };
};

/** One routed page: fresh nodes from its state whenever the frame is drawn. */
export type Page = {
  /** Text of the breadcrumb's first part: the saved view's name on ticket pages. */
  heading: string;
  /** Id in the breadcrumb's second part. */
  crumb?: string;
  documentTitle: string;
  draw: () => HTMLElement;
  /** Called once the drawn nodes stand in the document. */
  placed?: () => void;
  /** False while something unsaved asks the agent first; `proceed` is called when they choose to leave. */
  mayLeave?: (proceed: () => void) => boolean;
  onKey?: (key: string) => boolean;
  dispose?: () => void;
};
