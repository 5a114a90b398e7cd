import { escapeHtml } from '../ui/html.ts';

/** Values a canned response may name. */
export type PlaceholderValues = Readonly<Record<string, string>>;

/** Fills `{{ticket.requester.name}}` and the like, escaped; unknown ones become empty, as in sent mail. */
export const fillPlaceholders = (html: string, values: PlaceholderValues): string =>
  html.replaceAll(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, name: string) =>
    escapeHtml(values[name] ?? ''),
  );
