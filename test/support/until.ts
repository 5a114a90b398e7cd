/** Waits until something outside the browser is true; says what was missing when it never is. */
export async function until(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isTrue())) {
    if (Date.now() > deadline)
      throw new Error(`Waited ${timeoutMs / 1000} s, but not so: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
