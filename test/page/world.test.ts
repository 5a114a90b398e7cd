import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { askPageWorld } from '@/lib/freshdesk-page/world';
import { startPageWorld } from '@/lib/freshdesk-page/page-world/start';
import { insertText } from '@/lib/freshdesk-page/editor';
import { editors, pages } from './fixtures';
import { loadBody, pretendLayout, soon } from './support';

const ref = { host: 'acme.freshdesk.com', id: 4242 };
const ask = { ask: 'refresh', ref } as const;
let end: AbortController;

beforeEach(() => {
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
});
beforeAll(pretendLayout);

const at = (path: string): void => {
  vi.stubGlobal('location', { href: `https://acme.freshdesk.com${path}` });
};
const options = () => ({ signal: end.signal, timeoutMs: 3000 });

describe('without the helper', () => {
  test('there is no answer at once, not after a timeout', async () => {
    const start = performance.now();
    expect(await askPageWorld(ask, options())).toBeNull();
    expect(performance.now() - start).toBeLessThan(500);
  });

  test('a text goes to the clipboard, or is handed back to be copied', async () => {
    const html = '<div>x</div>';
    const input = { ref, target: 'reply', html, text: 'x', htmlWithoutGreeting: null } as const;
    expect(await insertText(input, end.signal)).toMatchObject({
      value: {
        how: 'clipboard',
        html: '<div>x</div>',
        reason: expect.stringMatching(/copy/i) as string,
      },
    });
  });
});

describe('with the helper', () => {
  beforeAll(() => startPageWorld(window));

  test('a ticket that is not shown is not refreshed', async () => {
    at('/a/tickets/1');
    loadBody(pages['2024']);
    expect(await askPageWorld(ask, options())).toBe('none');
  });

  test('the model is reloaded where the page has one', async () => {
    at('/a/tickets/4242');
    loadBody(pages['2024']);
    const reload = vi.fn<() => Promise<void>>(async () => Promise.resolve());
    const store = {
      peekRecord: (type: string, id: string) =>
        type === 'ticket' && id === '4242' ? { reload } : null,
    };
    const application = {
      __container__: { lookup: (name: string) => (name === 'service:store' ? store : null) },
    };
    vi.stubGlobal('Ember', { Application: { NAMESPACES: [{}, application] } });
    expect(await askPageWorld(ask, options())).toBe('model');
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('else the refresh link is pressed once it shows', async () => {
    at('/a/tickets/4242');
    loadBody(pages['2024']);
    const answer = askPageWorld(ask, options());
    await soon(50);
    const link = document.createElement('a');
    link.className = 'ticket-sidebar-sticky__refresh-text';
    const onClick = vi.fn<() => void>();
    link.addEventListener('click', onClick);
    document.body.append(link);
    expect(await answer).toBe('link');
    expect(onClick).toHaveBeenCalledTimes(1);
  });

  test('unsaved properties of the agent are never thrown away', async () => {
    at('/a/tickets/4242');
    loadBody(pages['2024'].replace(' disabled', ''));
    const reload = vi.fn<() => void>();
    const container = { lookup: () => ({ peekRecord: () => ({ reload }) }) };
    vi.stubGlobal('Ember', { Application: { NAMESPACES: [{ __container__: container }] } });
    expect(await askPageWorld(ask, options())).toBe('none');
    expect(reload).not.toHaveBeenCalled();
  });

  test('a request taken back inserts nothing', async () => {
    at('/a/tickets/4242');
    loadBody(pages['2024']);
    const press = vi.fn<() => void>(
      () => void setTimeout(() => document.body.insertAdjacentHTML('beforeend', editors.note), 60),
    );
    document.querySelector('[data-test-id="add-note"]')?.addEventListener('click', press);
    const html = '<div>late</div>';
    const insert = { ask: 'insert', ref, target: 'note', html, htmlWithoutGreeting: null } as const;
    const answer = askPageWorld(insert, options());
    await soon(20);
    end.abort();
    expect(await answer).toBeNull();
    await soon(1200);
    expect(press).toHaveBeenCalledTimes(1);
    expect(document.body.textContent).not.toContain('late');
  });

  test('what is no request is not answered', () => {
    const heard = vi.spyOn(document, 'dispatchEvent');
    for (const detail of [
      '',
      'x',
      '{}',
      '{"id":"1"}',
      '{"id":"1","ask":"insert","html":"x"}',
      { id: '1' },
      null,
    ]) {
      window.dispatchEvent(new CustomEvent('steward:request', { detail }));
    }
    expect(heard).not.toHaveBeenCalled();
    heard.mockRestore();
  });
});
