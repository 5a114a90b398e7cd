import type { Result } from '@/lib/contract/result';
import type { TicketRef } from '@/lib/contract/ticket';
import type { EditorTarget, InsertReport } from '@/lib/contract/views';
import { renderTemplate } from '@/lib/domain/template';
import { templateValues } from '@/lib/domain/values';
import { type Pack, TEMPLATE_VALUES } from '@/lib/pack/schema';
import { fail, ok } from '@/lib/platform/result';
import type { Pages } from '../pages';
import type { Documents } from '../storage/documents';
import { type Progress, stewardName } from './progress';
import type { Tickets } from './tickets';

export type ReplyRequest = {
  readonly ref: TicketRef;
  readonly templateId: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly target: EditorTarget;
};

export type Replies = {
  /** Renders a template and puts it into the editor of the asking tab; the steward reads it and presses Send. */
  readonly insert: (request: ReplyRequest, tabId: number | null) => Promise<Result<InsertReport>>;
};

export type RepliesDeps = {
  readonly tickets: Tickets;
  readonly progress: Progress;
  readonly pages: Pages;
  readonly documents: Pick<Documents, 'settings' | 'secrets'>;
  readonly pack: Pack;
};

function filled(answers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).filter(([, text]) => text.trim() !== ''));
}

/** Texts of the pack, filled with what is known of the ticket and what the steward answered. */
export function createReplies(deps: RepliesDeps): Replies {
  const { tickets, progress, pages, documents, pack } = deps;
  const ticketValues: ReadonlySet<string> = new Set(TEMPLATE_VALUES);

  return {
    insert: async ({ ref, templateId, answers, target }, tabId) => {
      const template = pack.templates.find(({ id }) => id === templateId);
      if (template === undefined)
        return fail('invalid-input', 'The process has no such text any more.');
      if (template.audience === 'private' && target === 'reply')
        return fail(
          'invalid-input',
          `“${template.name}” is for the team's eyes only: insert it as a note.`,
        );
      const [facts, done, name] = await Promise.all([
        tickets.facts(ref, tabId),
        progress.read(ref),
        stewardName(documents),
      ]);
      if (!facts.ok) return facts;
      if (!done.ok) return done;
      const known = templateValues({
        facts: facts.value,
        progress: done.value,
        stewardName: name,
      });
      const given = filled(answers);
      const values = { ...known, ...given };
      const { html, text, blanks, withoutGreeting } = renderTemplate(template, values);
      // The greeting's too: which version the editor takes is not known before it is open.
      if (blanks.length > 0) {
        const labels = blanks.map(({ label }) => label).join(', ');
        return fail('invalid-input', `The text still has blanks: ${labels}.`);
      }
      // Only questions of the text's own: a name corrected by hand belongs to this one reply.
      const own = template.fields.map((field) => field.name).filter((id) => !ticketValues.has(id));
      const kept = Object.fromEntries(Object.entries(given).filter(([id]) => own.includes(id)));
      if (Object.keys(kept).length > 0) await progress.rememberAnswers(ref, kept);

      const clipboard = (reason: string): Result<InsertReport> =>
        ok({ how: 'clipboard', html, text, reason } as const);
      const tab = tabId ?? (await pages.showing(ref, null))[0];
      if (tab === undefined) return clipboard('No tab shows this ticket.');
      const htmlWithoutGreeting = withoutGreeting?.html ?? null;
      const input = { ref, target, html, text, htmlWithoutGreeting };
      const report = await pages.request(tab, 'page.insert', input);
      if (report.ok) return report;
      // Nothing was inserted. The text is not lost over a page that has changed or does not answer.
      const reachable = report.error.code === 'conflict' || report.error.code === 'invalid-input';
      return reachable ? report : clipboard(report.error.message);
    },
  };
}
