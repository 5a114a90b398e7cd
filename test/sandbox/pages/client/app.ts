import type { Context, Page } from './context.ts';
import { drawFrame } from './frame.ts';
import { closeDropdowns } from './ui/dropdown.ts';
import { createHotkeys } from './hotkeys.ts';
import { pageFor } from './routes.ts';

/** Ember forgets what others put under its root whenever it draws; so does this. */
export const createApp = (
  root: HTMLElement,
  makeContext: (navigate: (path: string) => void) => Context,
) => {
  let page: Page | undefined;
  let visit = 0;

  const draw = () => {
    if (page === undefined) return;
    root.replaceChildren(drawFrame(context, page));
    page.placed?.();
  };

  const show = async () => {
    visit += 1;
    const mine = visit;
    closeDropdowns();
    page?.dispose?.();
    const next = await pageFor(context, location.pathname, draw);
    if (mine !== visit) return next.dispose?.();
    page = next;
    document.title = next.documentTitle;
    draw();
  };

  const navigate = (path: string) => {
    const go = () => {
      history.pushState({}, '', path);
      void show();
    };
    if (path === location.pathname) return;
    if (page?.mayLeave?.(go) ?? true) go();
  };

  const context = makeContext(navigate);

  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link === undefined || link.target === '_blank' || link.origin !== location.origin) return;
    if (!link.hasAttribute('href') || !link.pathname.startsWith('/a/')) return;
    event.preventDefault();
    navigate(link.pathname);
  };

  return {
    context,
    start: () => {
      document.addEventListener('click', onClick);
      addEventListener('popstate', () => void show());
      // Tests ask for what Ember does on its own account: throw everything away and draw again, in one task.
      addEventListener('sandbox:rerender', draw);
      createHotkeys(context, () => page).listen();
      return show();
    },
  };
};
