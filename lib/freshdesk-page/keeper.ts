const MAX_RETURNS = 20;

/**
 * Keeps an element in the root element of the document: puts it back when the page throws it out, also when the page
 * removes and re-adds its parts in one go. Watches the root's own children only, which is cheap. Gives up after
 * `MAX_RETURNS`, because fighting with another script would cost more than a missing sidebar.
 */
export function keepMounted(element: HTMLElement, signal: AbortSignal): void {
  let returns = 0;
  const put = (): void => {
    const root = document.documentElement;
    if (element.isConnected && element.parentElement === root) return;
    returns += 1;
    if (returns > MAX_RETURNS) observer.disconnect();
    else root.append(element);
    watch();
  };
  const observer = new MutationObserver(put);
  const watch = (): void => {
    if (returns > MAX_RETURNS) return;
    // The root itself may be replaced (document.open), hence the document too.
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
  };
  document.documentElement.append(element);
  watch();
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      element.remove();
    },
    { once: true },
  );
}
