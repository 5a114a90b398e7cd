/** The browser's network, as a value that can be passed on (`fetch` itself refuses to be called off its global). */
export const networkFetch: typeof globalThis.fetch = async (input, init) =>
  await fetch(input, init);
