/** Runs a task of a key, or joins the one of that key that is under way. */
export type Sharing<T> = (key: string, task: () => Promise<T>) => Promise<T>;

/** Askers at the same time share one answer: the account's calls are counted. */
export function createSharing<T>(): Sharing<T> {
  const running = new Map<string, Promise<T>>();
  return async (key, task) => {
    const known = running.get(key);
    if (known !== undefined) return await known;
    const run = task().finally(() => {
      running.delete(key);
    });
    running.set(key, run);
    return await run;
  };
}
