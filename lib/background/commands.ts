import type { CommandName } from '@/lib/contract/commands';
import type { Result } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import { ok } from '@/lib/platform/result';
import type { RuntimePort } from '@/lib/platform/runtime-port';
import type { TabsPort } from '@/lib/platform/tabs-port';
import { command, type CommandTable, type Handler } from './gate';
import { inputSchemas } from './inputs';
import type { Sender, SenderKind } from './sender';
import type { Services } from './services';

const PAGES: readonly SenderKind[] = ['sidebar', 'options', 'list', 'popup', 'diagnostics'];
/** Where the list of all tickets is shown, whole or in short. */
const LISTS: readonly SenderKind[] = ['list', 'popup'];
const SIDEBAR: readonly SenderKind[] = ['sidebar'];
/** Whatever touches the key, or changes what the whole team relies on. */
const OPTIONS: readonly SenderKind[] = ['options'];

function tabOf(sender: Sender): number | null {
  if (sender.kind === 'content') return sender.tabId;
  return sender.kind === 'sidebar' && sender.framed ? sender.tabId : null;
}

/** Every command of the contract, bound to who may ask for it and to the service that does it. */
export function createCommands(deps: {
  readonly services: Services;
  readonly runtime: Pick<RuntimePort, 'openOptionsPage' | 'pageUrl'>;
  readonly tabs: Pick<TabsPort, 'create'>;
}): CommandTable {
  const { services, runtime } = deps;
  const { tabs, tickets, categorise, progress, replies, issues, issueNote } = services;

  function bound<N extends CommandName>(
    name: N,
    allowed: readonly SenderKind[],
    handler: Handler<N>,
  ) {
    return command<N>(inputSchemas[name], allowed, handler);
  }

  /** For commands that act on a ticket: the framed sidebar may do so for its own tab's ticket only. */
  function acting<I extends { readonly ref: TicketRef }, T>(
    run: (input: I, tabId: number | null) => Promise<Result<T>>,
  ) {
    return async (input: I, sender: Sender): Promise<Result<T>> => {
      const may = await tabs.mayActOn(sender, input.ref);
      return may.ok ? await run(input, tabOf(sender)) : may;
    };
  }

  /** For commands that read a ticket: the framed sidebar may do so within its own tab's account only. */
  function reading<I extends { readonly ref: TicketRef }, T>(
    run: (input: I, tabId: number | null) => Promise<Result<T>>,
  ) {
    return async (input: I, sender: Sender): Promise<Result<T>> => {
      const may = await tabs.mayRead(sender, input.ref);
      return may.ok ? await run(input, tabOf(sender)) : may;
    };
  }

  return {
    'tab.current': bound('tab.current', SIDEBAR, async (_, sender) => await tabs.current(sender)),
    'tab.report': bound(
      'tab.report',
      ['content'],
      async (shown, sender) => await tabs.report(sender, shown),
    ),
    'tab.setLayout': bound(
      'tab.setLayout',
      ['content', 'sidebar'],
      async (change, sender) => await tabs.setLayout(sender, change),
    ),

    'ticket.view': bound(
      'ticket.view',
      SIDEBAR,
      reading(async ({ ref, refresh = false }, tabId) => tickets.view(ref, { refresh, tabId })),
    ),
    'ticket.categorise': bound(
      'ticket.categorise',
      SIDEBAR,
      acting(async ({ ref, categoryId }, tabId) => categorise.categorise(ref, categoryId, tabId)),
    ),
    'ticket.undoCategorise': bound(
      'ticket.undoCategorise',
      SIDEBAR,
      acting(async ({ ref, undoToken }, tabId) => categorise.undo(ref, undoToken, tabId)),
    ),
    'ticket.tick': bound(
      'ticket.tick',
      SIDEBAR,
      acting(async ({ ref, stepId, done }) => progress.tick(ref, stepId, done)),
    ),
    'ticket.startTimebox': bound(
      'ticket.startTimebox',
      SIDEBAR,
      acting(async ({ ref, running }) => progress.timebox(ref, running)),
    ),

    'reply.insert': bound(
      'reply.insert',
      SIDEBAR,
      acting(async (request, tabId) => replies.insert(request, tabId)),
    ),

    'issue.draft': bound(
      'issue.draft',
      SIDEBAR,
      reading(async (request, tabId) => issues.draft(request, tabId)),
    ),
    'issue.open': bound(
      'issue.open',
      SIDEBAR,
      acting(async (request, tabId) => issues.open(request, tabId)),
    ),
    'issue.link': bound(
      'issue.link',
      SIDEBAR,
      acting(async ({ ref, kind, url }) => issues.link(ref, kind, url)),
    ),
    'issue.unlink': bound(
      'issue.unlink',
      SIDEBAR,
      acting(async ({ ref, url }) => issues.unlink(ref, url)),
    ),
    'issue.note': bound(
      'issue.note',
      SIDEBAR,
      acting(async ({ ref, url }, tabId) => issueNote.add(ref, url, tabId)),
    ),

    'ticket.active': bound(
      'ticket.active',
      SIDEBAR,
      acting(async ({ ref }) => await progress.active(ref)),
    ),

    'list.view': bound('list.view', LISTS, async () => await services.list.view()),
    'list.sync': bound('list.sync', [...LISTS, 'diagnostics'], async () =>
      ok(await services.sync.run({ asked: true })),
    ),
    'list.snooze': bound(
      'list.snooze',
      LISTS,
      async ({ ref, until }) => await services.snoozes.set(ref, until),
    ),
    'list.open': bound('list.open', PAGES, async () => {
      await deps.tabs.create({ url: runtime.pageUrl('/list.html') });
      return ok({ opened: true } as const);
    }),
    'ticket.close': bound(
      'ticket.close',
      LISTS,
      async ({ ref, issueUrl }) => await services.closing.close(ref, issueUrl),
    ),
    'ticket.undoClose': bound(
      'ticket.undoClose',
      LISTS,
      async ({ id }) => await services.closing.undo(id),
    ),
    'diagnostics.view': bound(
      'diagnostics.view',
      ['diagnostics'],
      async () => await services.diagnostics.view(),
    ),

    'duty.now': bound('duty.now', PAGES, async () => await services.duty.now()),
    'budget.view': bound(
      'budget.view',
      SIDEBAR,
      reading(async ({ ref, refresh = false }, tabId) =>
        services.budget.view(ref, { refresh, tabId }),
      ),
    ),
    'pack.active': bound('pack.active', PAGES, async () => await services.packs.active()),
    'pack.written': bound('pack.written', OPTIONS, async () => ok(services.packs.written())),
    'settings.view': bound('settings.view', PAGES, async () => await services.settings.view()),
    'settings.open': bound('settings.open', PAGES, async () => {
      await runtime.openOptionsPage();
      return ok({ opened: true } as const);
    }),

    'settings.save': bound(
      'settings.save',
      OPTIONS,
      async ({ settings }) => await services.settings.save(settings),
    ),
    'settings.connectFreshdesk': bound(
      'settings.connectFreshdesk',
      OPTIONS,
      async ({ host, key }) => await services.settings.connectFreshdesk(host, key),
    ),
    'settings.forgetFreshdeskKey': bound(
      'settings.forgetFreshdeskKey',
      OPTIONS,
      async () => await services.settings.forgetFreshdeskKey(),
    ),
    'settings.connectGithub': bound(
      'settings.connectGithub',
      OPTIONS,
      async ({ token }) => await services.githubAccount.connect(token),
    ),
    'settings.forgetGithubToken': bound('settings.forgetGithubToken', OPTIONS, async () => {
      const forgotten = await services.githubAccount.forget();
      return forgotten.ok ? await services.settings.view() : forgotten;
    }),
  };
}
