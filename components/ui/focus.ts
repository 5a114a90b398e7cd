/** Ref that takes the focus when its element appears: for the first field of a form the steward has just opened. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
