import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { InsertAsk } from '@/lib/freshdesk-page/page-world/protocol';
import type { FroalaInstance } from '@/lib/freshdesk-page/page-world/froala';
import { insertBlocks } from '@/lib/freshdesk-page/page-world/insert';
import { isGreeting } from '@/lib/freshdesk-page/page-world/greeting';

/** One language or kind in each line. */
const greetings = [
  'Hi Ana,|Hi,|Hi ,|Hi!|hi ana,|Hi ana ruiz,|HELLO ANA|Hello Ana|Hey Ana & Bo!|Hello again Ana,|Greetings,',
  "Hi Ana Ruiz-Díaz,|Hi O'Brien,|Hi J. R. Smith,|Hi ana.ruiz@tidepool.example,|Hi Ana, Bo and Cleo,",
  'Hi there,|Hi all,|Hi Maria de la Cruz,|Dear Ana,|Dear Sir or Madam,|Dear colleagues:',
  'Dear Prof. Dr. Ruiz,|Good morning, Ana.|Good afternoon team –|Ana,|Ana Ruiz,|ana,',
  'Hola Ana:|Hola,|Buenos días, Ana:|Estimada Ana:|Estimados colegas,',
  'Olá Ana,|Olá,|Oi Ana!|Prezado João,|Bom dia a todos!|Boa tarde Ana,',
  'Bonjour Ana,|Bonjour à tous,|Salut,|Cher Émile,|Chère Ana,',
  'Hallo Ana,|Liebe Ana,|Lieber Jörg,|Guten Tag Frau Müller,|Guten Tag,|Sehr geehrter Herr Dr. Müller,',
  'Ciao Ana,|Buongiorno Ana,|Gentile Ana,|Beste Ana,|Hej Ana,|Cześć Ana,',
  '李雷，|您好，|アナ様、|مرحبا آنا،',
  `\u200b Hi\u00a0Ana, |Hi ${'A'.repeat(56)},`,
].flatMap((line) => line.split('|'));
const others = [
  '| |,|Ana|Ana Ruiz|4242|The hub is up.|As discussed,|We have restarted the hub,',
  'Hi Ana, thank you for the logs.|Hello, the hub works again.|Hi Ana, as promised,|Hi we have restarted the hub,|Hello? Is it me',
  'Hidden files are back,|Heya the logs show it|Dear all of you who cannot log in',
  'Good mornings are when it fails|Olálá, funciona',
  'Best wishes,|Kind regards,|Best,|Thanks,|Many thanks,|Thank you,|Cheers,',
  'Saludos,|Un saludo,|Atenciosamente,|Obrigada,|Cordialement,|Merci,|Cordiali saluti,',
  'Mit freundlichen Grüßen,|Liebe Grüße,|Viele Grüße,|Met vriendelijke groet,',
  `Hi ${'A'.repeat(57)},`,
].flatMap((line) => line.split('|'));

describe('a line by itself', () => {
  test.each(greetings)('greets: %s', (line) => expect(isGreeting(line)).toBe(true));
  test.each(others)('does not greet: %s', (line) => expect(isGreeting(line)).toBe(false));
});

const whole = '<div>Hello Ana,</div><div><br></div><div>It is in our queue.</div>';
const short = '<div>It is in our queue.</div>';
const blank = '<div><br></div>';
const ask = {
  ask: 'insert',
  ref: { host: 'acme.freshdesk.com', id: 4242 },
  target: 'reply',
  html: whole,
  htmlWithoutGreeting: short,
} as const satisfies InsertAsk;

/** An editor whose model is what is on the page, but for what `spoil` does to it. */
function editorWith(html: string, spoil = (model: string): string => model): FroalaInstance {
  const el = document.createElement('div');
  el.contentEditable = 'true';
  el.innerHTML = html;
  document.body.replaceChildren(el);
  const steps: string[] = [];
  return {
    el,
    html: { get: () => spoil(el.innerHTML) },
    undo: { saveStep: () => steps.push(el.innerHTML), run: () => (el.innerHTML = steps[0] ?? '') },
    events: { trigger: vi.fn<() => void>() },
  };
}

/** Puts the caret at the end of the line with this text. */
function caretAt(editor: FroalaInstance, text: string): void {
  const line = [...editor.el.children].find((element) => element.textContent === text);
  if (line === undefined) throw new Error(`no line ${text}`);
  getSelection()?.selectAllChildren(line);
  getSelection()?.collapseToEnd();
}

describe('a text with a greeting of its own', () => {
  beforeAll(() => {
    Element.prototype.scrollIntoView = vi.fn<() => void>();
  });

  test.each([
    ['an empty reply', '', whole],
    ['one empty line', blank, whole],
    [
      'a greeting and an empty line',
      `<div>Hi Ana,</div>${blank}`,
      `<div>Hi Ana,</div>${blank}${short}${blank}`,
    ],
    ['a greeting without a name', '<div>Hi,</div>', `<div>Hi,</div>${blank}${short}`],
    [
      'a greeting and a signature',
      `<div>Hi Ana,</div>${blank}${blank}<div>Best wishes,</div><div>Bo</div>`,
      `<div>Hi Ana,</div>${blank}${short}${blank}<div>Best wishes,</div><div>Bo</div>`,
    ],
    [
      'a signature alone',
      '<div>Best wishes,</div><div>Bo</div>',
      `${whole}${blank}<div>Best wishes,</div><div>Bo</div>`,
    ],
    ['a greeting by breaks', 'Olá Ana,<br><br>Bo', `Olá Ana,<br><br>${short}${blank}Bo`],
    [
      'a greeting in a box',
      `<div><div>Hi Ana,</div>${blank}</div><div>Bo</div>`,
      `<div><div>Hi Ana,</div>${blank}</div>${short}${blank}<div>Bo</div>`,
    ],
    [
      'a line that goes on',
      '<div>Hi Ana, thank you for the logs.</div>',
      `${whole}${blank}<div>Hi Ana, thank you for the logs.</div>`,
    ],
  ])('into %s', (_, before, after) => {
    const editor = editorWith(before);
    expect(insertBlocks(editor, ask, false, window)).toBe('inserted');
    expect(editor.el.innerHTML).toBe(after);
  });

  const draft = '<div>Hi Ana,</div><div>We look.</div><div>Bo</div>';

  test('below a draft that greets goes in without it', () => {
    const editor = editorWith(draft);
    caretAt(editor, 'We look.');
    expect(insertBlocks(editor, ask, true, window)).toBe('inserted');
    expect(editor.el.innerHTML).toBe(draft.replace('<div>Bo', `${blank}${short}${blank}<div>Bo`));
  });

  test('above the greeting goes in whole: only what stands above counts', () => {
    const editor = editorWith(draft);
    getSelection()?.collapse(editor.el.firstChild?.firstChild ?? null, 0);
    expect(insertBlocks(editor, ask, true, window)).toBe('inserted');
    expect(editor.el.innerHTML).toBe(`${whole}${blank}${draft}`);
  });

  test('goes into a note whole', () => {
    const editor = editorWith('<div>Hi Ana,</div>');
    expect(insertBlocks(editor, { ...ask, target: 'note' }, false, window)).toBe('inserted');
    expect(editor.el.innerHTML).toBe(`<div>Hi Ana,</div>${blank}${whole}`);
  });

  test('that has no other version goes in as it is', () => {
    const editor = editorWith('<div>Hi Ana,</div>');
    const only = { ...ask, htmlWithoutGreeting: null };
    expect(insertBlocks(editor, only, false, window)).toBe('inserted');
    expect(editor.el.innerHTML).toBe(`<div>Hi Ana,</div>${blank}${whole}`);
  });

  test.each(['', '<div>Hi Ana,</div>'])(
    'is read back in the version that went into "%s"',
    (was) => {
      const editor = editorWith(was, (model) => model.replace('queue', 'qu3ue'));
      expect(insertBlocks(editor, ask, false, window)).toBe('taken-back');
      expect(editor.el.innerHTML).toBe(was);
    },
  );
});
