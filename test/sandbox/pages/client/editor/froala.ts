import { h } from '../ui/dom.ts';

/** The parts of a Froala 3.1 instance the page uses. */
export type Froala = {
  el: HTMLElement;
  html: { get: () => string; set: (html: string) => void; insert: (html: string) => void };
  undo: { saveStep: () => void; reset: () => void };
  events: {
    on: (name: string, handler: (argument: string) => unknown, first?: boolean) => void;
    trigger: (name: string) => void;
    focus: () => void;
  };
  selection: { setAtStart: (node: Node) => void; restore: () => void };
  destroy: () => void;
};

type FroalaConstructor = {
  new (element: HTMLElement, options: object, ready: () => void): Froala;
  ENTER_DIV: number;
};

const toolbarButtons = [
  'bold',
  'italic',
  'underline',
  '|',
  'formatUL',
  'formatOL',
  '|',
  'textColor',
  'align',
  '|',
  'insertLink',
  'insertImage',
  'insertTable',
  'quote',
  '|',
  'undo',
  'redo',
  'clearFormatting',
];

/**
 * Froala without a licence adds a paragraph about itself to what `html.get()` answers (marked `data-f-id="pbf"`).
 * The help desk's own copy is licensed and adds none, so the stand-in takes it out again.
 */
export const withoutAttribution = (html: string): string =>
  html.replace(/<p[^>]*data-f-id="pbf"[^>]*>.*?<\/p>/gs, '');

/** Starts a Froala instance in `home`, which must stand in the document. */
export const startFroala = async (
  home: HTMLElement,
  placeholder: string,
  key: string | undefined,
): Promise<Froala> => {
  const { FroalaEditor } = window as unknown as { FroalaEditor: FroalaConstructor };
  const element = home.appendChild(h('div', {}));
  const froala = await new Promise<Froala>((resolve) => {
    const made: Froala = new FroalaEditor(
      element,
      {
        ...(key === undefined ? {} : { key }),
        attribution: false,
        enter: FroalaEditor.ENTER_DIV,
        toolbarBottom: true,
        toolbarSticky: false,
        toolbarButtons,
        charCounterCount: false,
        heightMin: 150,
        heightMax: 420,
        placeholderText: placeholder,
        imageUpload: false,
      },
      // Some starts are over before the constructor returns; a turn later `made` is there either way.
      () => queueMicrotask(() => resolve(made)),
    );
  });
  froala.events.on('html.get', withoutAttribution);
  return froala;
};
