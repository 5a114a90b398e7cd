/**
 * Puts a text on the clipboard, as rich text where the browser can; false when the browser does not allow it now
 * (it needs a press within the last seconds).
 */
export async function copyText(html: string, text: string): Promise<boolean> {
  try {
    const item = new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}
