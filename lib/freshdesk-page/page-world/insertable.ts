import { parseMarkup } from './markup';

const TAGS: ReadonlySet<string> = new Set(
  'div p br a b strong i em u code pre ul ol li blockquote span'.split(' '),
);
const SAFE_LINK = /^(?:https?|mailto):/i;

function isSafe(element: Element): boolean {
  if (!TAGS.has(element.localName)) return false;
  return [...element.attributes].every(({ name, value }) => {
    if (element.localName !== 'a') return false;
    if (name === 'href') return SAFE_LINK.test(value);
    return name === 'rel' || name === 'target';
  });
}

/**
 * Whether markup consists of nothing but plain text blocks, lists and links. Anything else is refused rather than
 * cleaned: what the steward saw in the preview is what is inserted, or nothing is.
 */
export function isInsertable(html: string): boolean {
  const body = parseMarkup(html);
  if (body.ownerDocument.head.childElementCount > 0) return false;
  const elements = [...body.querySelectorAll('*')];
  return (body.textContent ?? '').trim() !== '' && elements.every(isSafe);
}
