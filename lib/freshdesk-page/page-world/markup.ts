const ZERO_WIDTH = /[\u200b\ufeff]/g;

/** Parses markup into inert nodes: nothing in it loads or runs. */
export function parseMarkup(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}

/** Froala without a licence adds a paragraph of its own to what it returns; the mark is its `data-f-id`. */
const isAttribution = (element: Element): boolean => element.getAttribute('data-f-id') === 'pbf';

function attributesOf(element: Element): string {
  return [...element.attributes]
    .map(({ name, value }) => {
      if (name !== 'class') return [name, value] as const;
      const own = value.split(/\s+/).filter((token) => token !== '' && !token.startsWith('fr-'));
      return [name, own.join(' ')] as const;
    })
    .filter(([name, value]) => value !== '' || (name !== 'class' && name !== 'style'))
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .sort()
    .join('');
}

/**
 * One spelling for markup that means the same: attributes in order, the editor's own marks and zero-width helpers left
 * out. Everything that a reader of the mail would see, down to each space, stays.
 */
export function canonical(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) {
    return JSON.stringify((node.nodeValue ?? '').replace(ZERO_WIDTH, '')).slice(1, -1);
  }
  if (!(node instanceof Element) || isAttribution(node)) return '';
  const name = node.localName;
  return `<${name}${attributesOf(node)}>${canonicalContent(node)}</${name}>`;
}

/** `canonical` of all that is inside `parent`. */
export function canonicalContent(parent: Node): string {
  return [...parent.childNodes].map(canonical).join('');
}

/** The words alone, without any white space: what must survive every change around it. */
export function words(parent: Node): string {
  return (parent.textContent ?? '').replace(ZERO_WIDTH, '').replace(/\s+/g, '');
}

/** Whether a node shows nothing: an empty line, or white space between lines. */
export function isBlank(node: Node): boolean {
  if (node.nodeType === Node.COMMENT_NODE) return true;
  if (node instanceof DocumentFragment) return [...node.childNodes].every(isBlank);
  if ((node.textContent ?? '').replace(ZERO_WIDTH, '').trim() !== '') return false;
  if (!(node instanceof Element)) return true;
  const shows = 'img,video,hr,table,input,iframe,object,svg,[contenteditable="false"]';
  return !node.matches(shows) && node.querySelector(shows) === null;
}
