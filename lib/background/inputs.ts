import type { CommandInput, CommandName } from '@/lib/contract/commands';
import * as z from 'zod';
import {
  instantSchema,
  layoutChangeSchema,
  refSchema,
  settingsSchema,
  themeSchema,
} from './storage/schemas';

const nothing = z.strictObject({});
const idSchema = z.string().min(1).max(100);
const answersSchema = z.record(z.string().max(100), z.string().max(20_000));
const issueKind = z.enum(['incident', 'engineering']);
const urlText = z.string().min(1).max(2_000);
const draft = z.strictObject({ ref: refSchema, kind: issueKind, answers: answersSchema });

/** What each command accepts; anything else is refused before a handler sees it. */
export const inputSchemas: { readonly [N in CommandName]: z.ZodType<CommandInput<N>> } = {
  'tab.current': nothing,
  'tab.report': z.strictObject({ ticket: refSchema.nullable(), theme: themeSchema }),
  'tab.setLayout': layoutChangeSchema,
  'ticket.view': z.strictObject({ ref: refSchema, refresh: z.exactOptional(z.boolean()) }),
  'ticket.categorise': z.strictObject({ ref: refSchema, categoryId: idSchema }),
  'ticket.undoCategorise': z.strictObject({ ref: refSchema, undoToken: idSchema }),
  'ticket.tick': z.strictObject({ ref: refSchema, stepId: idSchema, done: z.boolean() }),
  'ticket.startTimebox': z.strictObject({ ref: refSchema, running: z.boolean() }),
  'reply.insert': z.strictObject({
    ref: refSchema,
    templateId: idSchema,
    answers: answersSchema,
    target: z.enum(['reply', 'note']),
  }),
  'issue.draft': draft,
  'issue.open': draft,
  'issue.link': z.strictObject({ ref: refSchema, kind: issueKind, url: urlText }),
  'issue.unlink': z.strictObject({ ref: refSchema, url: urlText }),
  'issue.note': z.strictObject({ ref: refSchema, url: urlText }),
  'ticket.active': z.strictObject({ ref: refSchema }),
  'list.view': nothing,
  'list.sync': nothing,
  'list.snooze': z.strictObject({ ref: refSchema, until: instantSchema.nullable() }),
  'list.open': nothing,
  'ticket.close': z.strictObject({ ref: refSchema, issueUrl: urlText.nullable() }),
  'ticket.undoClose': z.strictObject({ id: idSchema }),
  'diagnostics.view': nothing,
  'duty.now': nothing,
  'budget.view': z.strictObject({ ref: refSchema, refresh: z.exactOptional(z.boolean()) }),
  'pack.active': nothing,
  'pack.written': nothing,
  'settings.view': nothing,
  'settings.open': nothing,
  'settings.save': z.strictObject({ settings: settingsSchema }),
  'settings.connectFreshdesk': z.strictObject({
    host: z.string().min(1).max(300),
    key: z.exactOptional(z.string().min(1).max(300)),
  }),
  'settings.forgetFreshdeskKey': nothing,
  'settings.connectGithub': z.strictObject({ token: z.string().min(1).max(500) }),
  'settings.forgetGithubToken': nothing,
};
