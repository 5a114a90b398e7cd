import type { TicketFacts, TicketProgress } from '@/lib/contract/ticket';
import type { Pack } from '@/lib/pack/schema';
import { inertBlock, inertInline, inertTitle, tamedMarkdown } from './inert';
import { cleanLine } from './plain';
import { redact } from './redact';
import { timelineLines } from './timeline';
import { templateValues } from './values';

/** GitHub takes 256 characters for a title (seen 2023); the rest of the title needs room too. */
const TITLE_MAX = 240;
const LINE_MAX = 300;
const ANSWER_MAX = 10_000;
const TICKET_TEXT_MAX = 6_000;

export type IssueSection = {
  readonly id: string;
  readonly heading: string;
  /** Markdown. */
  readonly text: string;
  /** Sections with a low number are cut first when the link would be too long. */
  readonly keep: number;
};

export type IssueText = {
  readonly title: string;
  readonly sections: readonly IssueSection[];
  readonly labels: readonly string[];
};

export type IssueInput = {
  readonly pack: Pack;
  readonly kind: 'incident' | 'engineering';
  readonly facts: TicketFacts;
  readonly progress?: TicketProgress | undefined;
  /** What the steward typed, by field name. */
  readonly answers: Readonly<Record<string, string>>;
  /** Requester's name, addresses, subject and message text stay out. */
  readonly repositoryIsPublic: boolean;
  readonly stewardName: string;
};

const NAME = /\{\{\s*([A-Za-z][A-Za-z0-9.]*)\s*\}\}/gu;
const NOT_KNOWN = 'Not known yet.';
const PERSONAL: readonly string[] = [
  'requester.firstName',
  'requester.name',
  'ticket.subject',
  'ticket.text',
];

type Source = { readonly text: string; readonly by: 'steward' | 'ticket' | 'product' };

/** The hub of a custom field such as `cf_hub` or `cf_hub_url`, as a name without `https://`. */
function hubField(facts: TicketFacts): string | null {
  for (const [name, value] of Object.entries(facts.customFields)) {
    if (!/(^|_)hub(_|$)/i.test(name) || typeof value !== 'string') continue;
    const hub = cleanLine(value)
      .replace(/^https?:\/\//i, '')
      .replace(/[/?#].*$/u, '');
    if (hub !== '') return hub;
  }
  return null;
}

/** Raw values by name; a name without a value is absent. */
function sourcesOf(input: IssueInput): ReadonlyMap<string, Source> {
  const { facts, progress, answers, repositoryIsPublic, stewardName } = input;
  const sources = new Map<string, Source>();
  const put = (name: string, text: string | null, by: Source['by']): void => {
    if (text !== null && cleanLine(text) !== '') sources.set(name, { text, by });
  };
  const nothingDone: TicketProgress = {
    ref: facts.ref,
    ticks: {},
    issues: [],
    timeboxStartedAt: null,
    issueOpenedAt: null,
    answers: {},
  };
  const known = templateValues({ facts, progress: progress ?? nothingDone, stewardName });
  for (const [name, text] of Object.entries(known)) {
    put(name, text, /url$|^ticket\.id$/.test(name) ? 'product' : 'ticket');
  }
  put('hub', hubField(facts) ?? facts.company?.name ?? null, 'ticket');
  put('ticket.text', facts.descriptionText, 'ticket');
  put('timeline', timelineLines(facts, progress).join('\n'), 'product');
  put('title', facts.subject, 'ticket');
  if (repositoryIsPublic) {
    for (const name of PERSONAL) sources.delete(name);
    put('title', `see ticket ${facts.ref.id}`, 'product');
  }
  for (const [name, text] of Object.entries(answers)) {
    if (!isOwnValue(name)) put(name, text, 'steward');
  }
  return sources;
}

/** Names the product fills itself; an answer must not take their place. */
function isOwnValue(name: string): boolean {
  return name.includes('.') || name === 'timeline';
}

/** A value alone in its paragraph may run over many lines; one within a line may not. */
function inSection(name: string, source: Source | undefined, alone: boolean): string {
  if (source === undefined) return alone ? NOT_KNOWN : 'not known';
  if (source.by === 'product') return source.text;
  if (source.by === 'steward' && alone) return tamedMarkdown(source.text, ANSWER_MAX);
  if (name === 'ticket.text') return inertBlock(source.text, TICKET_TEXT_MAX);
  return inertInline(source.text, LINE_MAX);
}

/**
 * Title, sections and labels of a GitHub issue about a ticket, from the pack's patterns. Whatever comes from the ticket
 * is hostile until made inert: no mention, no reference, no link, no image, no markup comes alive from it. Nothing is
 * left as an open placeholder: what is not known says so. In a public repository the requester's name, addresses,
 * subject and message stay out, and addresses and the name are also taken out of what the steward typed.
 */
export function issueText(input: IssueInput): IssueText {
  const { pack, kind, facts, repositoryIsPublic } = input;
  const pattern = pack.github[kind];
  const sources = sourcesOf(input);
  const get = (name: string): Source | undefined => {
    const source = sources.get(name);
    if (source === undefined || source.by === 'product' || !repositoryIsPublic) return source;
    return { ...source, text: redact(source.text, facts) };
  };
  const title = pattern.titlePattern.replace(NAME, (_, name: string) =>
    inertTitle(get(name)?.text ?? '', TITLE_MAX),
  );
  const sections = pattern.sections.flatMap(({ id, heading, content, keep }): IssueSection[] => {
    if (repositoryIsPublic && onlyPersonal(content)) return [];
    const text = content
      .split('\n')
      .map((line) => {
        const alone = /^\{\{[^{}]*\}\}$/u.test(line.trim());
        return line.replace(NAME, (_, name: string) => inSection(name, get(name), alone));
      })
      .join('\n');
    return [{ id, heading, text, keep }];
  });
  return { title: fitTitle(title), sections, labels: pattern.labels };
}

/** True for a section made of nothing but values that may not be public, such as the message itself. */
function onlyPersonal(content: string): boolean {
  const names = [...content.matchAll(NAME)].map((match) => match[1] ?? '');
  return names.length > 0 && names.every((name) => PERSONAL.includes(name));
}

function fitTitle(title: string): string {
  return inertTitle(title.replace(/\s+([:,])/gu, '$1'), TITLE_MAX);
}
