/** A text for the clipboard: formatted, and plain for places that take no format. */
export type ClipboardText = { readonly html: string; readonly text: string };

type ClipboardPage = Pick<
  Document,
  'addEventListener' | 'removeEventListener' | 'execCommand' | 'defaultView'
>;

function copyByCommand(content: ClipboardText, page: ClipboardPage): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', content.html);
    event.clipboardData?.setData('text/plain', content.text);
    event.preventDefault();
  };
  page.addEventListener('copy', fill, { capture: true });
  try {
    return page.execCommand('copy');
  } catch {
    return false;
  } finally {
    page.removeEventListener('copy', fill, { capture: true });
  }
}

/**
 * Puts a text on the clipboard; call it inside the steward's own click. A frame in another site's page may be refused
 * the clipboard API by that page's permissions policy; the older copy command still works there. Answers whether it
 * worked: when not, the caller shows the text to be selected by hand.
 */
export async function copyText(
  content: ClipboardText,
  page: ClipboardPage = document,
): Promise<boolean> {
  const view = page.defaultView;
  try {
    const { html, text } = content;
    const item = new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    });
    if (view === null) return false;
    await view.navigator.clipboard.write([item]);
    return true;
  } catch {
    return copyByCommand(content, page);
  }
}
