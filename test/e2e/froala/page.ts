/**
 * A page with nothing but what inserting needs: Freshdesk's buttons and editor boxes around the real Froala 3.1.1, filled
 * in steps, with a model that follows Froala's own event only, and a frame to take the focus away.
 */
export type EditorOptions = {
  readonly enter: 'div' | 'p' | 'br';
  /** What Freshdesk puts into a fresh reply, step by step. */
  readonly steps: readonly string[];
  readonly stepMs: number;
};

export const TICKET_URL = 'https://acme.freshdesk.com/a/tickets/4242';

export const usualSteps = [
  '<div>Hi Ana,</div>',
  '<div>Hi Ana,</div><div><br></div><div><br></div>',
  '<div>Hi Ana,</div><div><br></div><div><br></div><div>Bo</div><div>Support</div>',
] as const;

const script = (options: EditorOptions): string => `
  const options = ${JSON.stringify(options)};
  const enter = { div: 2, p: 0, br: 1 }[options.enter];
  window.models = {};
  function open(kind) {
    const box = document.createElement('div');
    box.className = 'ticket-details__item rich-editor';
    if (kind === 'note') box.classList.add('ticket-details__privatenote');
    else box.insertAdjacentHTML('beforeend',
      '<div class="emails-info"><span class="display_emails">To: ana@tidepool.example, lee@tidepool.example</span></div>');
    const area = document.createElement('div');
    box.append(area);
    document.querySelector('main').append(box);
    const editor = new FroalaEditor(area, {
      attribution: false, enter, key: 'none',
      events: { contentChanged() { window.models[kind] = this.html.get(); } },
    }, () => {
      if (kind === 'note') return;
      options.steps.forEach((html, index) => setTimeout(() => {
        editor.html.set(html);
        window.models[kind] = editor.html.get();
      }, options.stepMs * (index + 1)));
    });
    window.current = editor;
  }
  document.querySelector('[data-test-id="ticket-action-reply"]').addEventListener('click', () => open('reply'));
  document.querySelector('[data-test-id="add-note"]').addEventListener('click', () => open('note'));
`;

export const pageHtml = `<!doctype html><html><head>
<link rel="stylesheet" href="/froala.css"><script src="/froala.js"></script></head><body>
<main id="ticket-details"></main>
<ul class="reply-bar"><li><button data-test-id="ticket-action-reply">Reply</button></li>
<li><button data-test-id="add-note">Note</button></li></ul>
<iframe srcdoc="<button id=press>Press</button>"></iframe>
<script src="/page.js"></script><script src="/steward.js"></script>
</body></html>`;

export const pageScript = script;
