/** Limits of a wait. Times in milliseconds. */
export type WaitOptions = {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** What to observe; the document by default. */
  readonly within?: Node;
};

/** Gathers bursts of changes into one look; long enough to cost nothing, short enough not to be felt. */
const SETTLE_MS = 30;

/**
 * Resolves with what `look` returns as soon as that is not null; with null when time is up or the signal aborts.
 * Looks once at once, then only after changes of the page: no polling, and the observer lives for the wait only.
 */
export async function waitFor<T>(look: () => T | null, options: WaitOptions): Promise<T | null> {
  if (options.signal.aborted) return null;
  const first = look();
  if (first !== null) return first;
  return new Promise((resolve) => {
    let pending: ReturnType<typeof setTimeout> | undefined;
    const finish = (value: T | null): void => {
      observer.disconnect();
      clearTimeout(pending);
      clearTimeout(deadline);
      options.signal.removeEventListener('abort', onAbort);
      resolve(value);
    };
    const check = (): void => {
      pending = undefined;
      const value = look();
      if (value !== null) finish(value);
    };
    const observer = new MutationObserver(() => {
      pending ??= setTimeout(check, SETTLE_MS);
    });
    const onAbort = (): void => finish(null);
    // The last look catches what no mutation announces, such as a style sheet that has just loaded.
    const deadline = setTimeout(
      () => finish(options.signal.aborted ? null : look()),
      options.timeoutMs,
    );
    options.signal.addEventListener('abort', onAbort, { once: true });
    observer.observe(options.within ?? document, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['class', 'style', 'hidden', 'disabled', 'contenteditable'],
    });
  });
}

/**
 * Resolves true once the content of `element` has not changed for `quietMs`; false when that takes longer than
 * `timeoutMs`, or the signal aborts, or the element leaves the page.
 */
export async function waitUntilQuiet(
  element: Element,
  quietMs: number,
  options: WaitOptions,
): Promise<boolean> {
  if (options.signal.aborted) return false;
  return new Promise((resolve) => {
    const finish = (quiet: boolean): void => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(deadline);
      options.signal.removeEventListener('abort', onAbort);
      resolve(quiet && element.isConnected);
    };
    const onAbort = (): void => finish(false);
    let timer = setTimeout(() => finish(true), quietMs);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => finish(true), quietMs);
    });
    const deadline = setTimeout(() => finish(false), options.timeoutMs);
    options.signal.addEventListener('abort', onAbort, { once: true });
    observer.observe(element, { childList: true, characterData: true, subtree: true });
  });
}
