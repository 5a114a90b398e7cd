const dropped = 'script, style, link, meta, iframe, object, embed, form, base, title';

/** Turns HTML of a message into nodes without scripts, handlers and script addresses. */
export const safeFragment = (html: string): DocumentFragment => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const element of parsed.body.querySelectorAll(dropped)) element.remove();
  for (const element of parsed.body.querySelectorAll('*')) {
    for (const { name, value } of Array.from(element.attributes)) {
      if (name.startsWith('on') || /^\s*javascript:/i.test(value)) element.removeAttribute(name);
    }
    if (element instanceof HTMLAnchorElement) {
      element.target = '_blank';
      element.rel = 'noreferrer';
    }
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...Array.from(parsed.body.childNodes, (node) => document.importNode(node, true)));
  return fragment;
};

/** Escapes text for use between tags and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** True when HTML shows something: text other than blanks, or an image. */
export const hasContent = (html: string): boolean => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const text = (parsed.body.textContent ?? '').replace(/[\s\u00a0\u200b]/g, '');
  return text !== '' || parsed.body.querySelector('img, table, hr') !== null;
};
