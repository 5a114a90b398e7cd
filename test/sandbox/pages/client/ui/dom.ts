/** What may stand between the tags; absent values are left out. */
export type Child = Node | string | null | undefined | false;

type AttributeValue = string | number | boolean | null | undefined | ((event: Event) => void);

export type Attributes = Readonly<Record<string, AttributeValue>>;

const setAttribute = (element: Element, name: string, value: AttributeValue): void => {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === 'function') {
    element.addEventListener(name.replace(/^on/, ''), value);
    return;
  }
  element.setAttribute(name, value === true ? '' : String(value));
};

/** Fills an element: attributes by name, functions as listeners (`onclick`), children in order. */
export const fill = <T extends Element>(
  element: T,
  attributes: Attributes,
  children: readonly Child[],
): T => {
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
};

/** Makes an HTML element. */
export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] => fill(document.createElement(tag), attributes, children);

/** Makes an element with a dashed name, as the micro-frontends have. */
export const custom = (tag: `${string}-${string}`, attributes: Attributes = {}): HTMLElement =>
  fill(document.createElement(tag), attributes, []);

/** The body-level element that portals render into; it stands outside the app's root. */
export const wormhole = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`#${id} is missing from the page`);
  return element;
};

/** An open shadow root with the app's own style sheet and the children, as the micro-frontends have. */
export const withShadow = (host: HTMLElement, ...children: Child[]): HTMLElement => {
  const root = host.attachShadow({ mode: 'open' });
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (sheet.href.includes('/app-')) root.append(sheet.cloneNode());
  }
  const dark = document.body.classList.contains('dew-dark-theme');
  root.append(
    fill(
      h('div', { class: `mfe-root ${dark ? 'dew-dark-theme' : 'dew-light-theme'}` }),
      {},
      children,
    ),
  );
  return host;
};
