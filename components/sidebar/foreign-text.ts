import { cleanLine, cutText } from '@/lib/domain/plain';

/**
 * A text from outside made fit for one line of the sidebar: control and direction-changing characters out, white space
 * gathered, cut at `max` characters. React writes it as text, so markup in it stays words.
 */
export function foreignLine(text: string, max = 300): string {
  // A subject can be a megabyte: only what can show is cleaned at all.
  return cutText(cleanLine(text.slice(0, max * 4)), max);
}
