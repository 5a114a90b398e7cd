/** jsdom lays nothing out: an element counts as shown unless it, or one around it, is hidden by attribute or style. */
export function pretendLayout(): void {
  const shown = (element: Element): boolean => {
    const own =
      element instanceof HTMLElement && (element.hidden || element.style.display === 'none');
    return !own && (element.parentElement === null || shown(element.parentElement));
  };
  Element.prototype.checkVisibility = function checkVisibility(): boolean {
    return shown(this);
  };
  Element.prototype.getBoundingClientRect = function rect(): DOMRect {
    const [width = 10, right = 100] = (this.getAttribute('data-box') ?? '')
      .split(',')
      .filter(Boolean)
      .map(Number);
    return {
      left: right - width,
      right,
      top: 0,
      bottom: 10,
      width,
      height: 10,
      x: right - width,
      y: 0,
    } as DOMRect;
  };
  document.elementFromPoint = () => null;
  document.elementsFromPoint = () => [];
}

/** The page as if freshly loaded with this body. */
export function loadBody(html: string): void {
  document.documentElement.removeAttribute('style');
  document.body.innerHTML = html;
}

export const soon = async (delayMs = 0): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });
