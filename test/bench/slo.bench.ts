/**
 * What the clocks of all open tickets cost in one pass: `node test/bench/slo.bench.ts`. Prints ns per ticket against a
 * pass over the same tickets that reckons nothing, and the whole pass over 5,000 tickets in ms. It shows numbers and
 * says nothing about what is fast enough.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { TicketFacts, TicketProgress } from '../../lib/contract/ticket.ts';
import type * as Slo from '../../lib/domain/slo.ts';
import type * as Load from '../../lib/pack/load.ts';
import { nanoseconds } from './nanoseconds.ts';

const root = join(import.meta.dirname, '../..');
const TICKETS = 5_000;
const NOW = Date.parse('2026-11-25T10:42:00Z');
const HOUR_MS = 3_600_000;

/** A module of the product, bundled like the product; its source imports without file extensions. */
async function loadModule<T>(path: string): Promise<T> {
  const outDir = await mkdtemp(join(tmpdir(), 'steward-bench-'));
  try {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      resolve: { alias: { '@': root } },
      ssr: { noExternal: true },
      build: {
        ssr: join(root, path),
        outDir,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: 'module.mjs' } },
      },
    });
    return (await import(pathToFileURL(join(outDir, 'module.mjs')).href)) as T;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

type Row = { facts: TicketFacts; progress: TicketProgress; categoryId: string | null };

const instant = (hoursAgo: number): string => new Date(NOW - hoursAgo * HOUR_MS).toISOString();

/** A mixed desk: new, answered, incidents, resolved; some hours to three months old. */
function row(index: number): Row {
  const ref = { host: 'acme.freshdesk.com', id: index + 1 };
  const hoursAgo = 1 + ((index * 37) % 2200);
  const kind = index % 5;
  const resolved = kind === 4;
  const answeredAt = kind === 0 ? null : instant(hoursAgo * 0.8);
  const facts: TicketFacts = {
    ref,
    url: '',
    subject: `Ticket ${index}`,
    descriptionText: '',
    status: resolved
      ? { code: 4, label: 'Resolved', phase: 'resolved' }
      : { code: 2, label: 'Open', phase: 'open' },
    type: null,
    priority: 1,
    tags: [],
    customFields: {},
    groupName: null,
    agentName: null,
    requester: null,
    company: null,
    ccEmails: [],
    createdAt: instant(hoursAgo),
    updatedAt: instant(hoursAgo / 2),
    firstRespondedAt: answeredAt,
    agentRespondedAt: answeredAt,
    requesterRespondedAt: kind === 2 ? instant(hoursAgo * 0.7) : null,
    resolvedAt: resolved ? instant(hoursAgo * 0.6) : null,
    closedAt: null,
    reopenedAt: kind === 3 ? instant(hoursAgo * 0.5) : null,
    pendingSince: null,
    freshdeskFirstResponseDueAt: null,
    freshdeskResolutionDueAt: null,
  };
  const progress: TicketProgress = {
    ref,
    ticks: index % 7 === 0 ? { 'triage-read': { at: instant(hoursAgo * 0.9), by: 'Bo' } } : {},
    issues: [],
    timeboxStartedAt: index % 11 === 0 ? instant(hoursAgo * 0.3) : null,
    issueOpenedAt: null,
    answers: {},
  };
  return {
    facts,
    progress,
    categoryId: [null, 'change', 'incident', 'guidance', 'change'][kind] ?? null,
  };
}

const { clocksFor } = await loadModule<typeof Slo>('lib/domain/slo.ts');
const { builtinPack } = await loadModule<typeof Load>('lib/pack/load.ts');
const pack = builtinPack();
const rows = Array.from({ length: TICKETS }, (_, index) => row(index));
const now = new Date(NOW);

for (const teamTimeZone of ['UTC', 'America/New_York']) {
  const reckon = (one: Row): number => clocksFor({ pack, ...one, teamTimeZone, now }).length;
  const nothing = ({ facts, progress, categoryId }: Row): number =>
    facts.ref.id + progress.issues.length + (categoryId?.length ?? 0);
  const pass = (work: (one: Row) => number) => (): number => {
    let sum = 0;
    for (const one of rows) sum += work(one);
    return sum;
  };
  // The first pass of a fresh worker prepares the calendars.
  const begun = performance.now();
  const clocks = pass(reckon)();
  const firstMs = performance.now() - begun;
  const found = nanoseconds([
    { name: 'clocks', run: pass(reckon) },
    { name: 'nothing', run: pass(nothing) },
  ]);
  const ns = (name: string): number => found.get(name) ?? Number.NaN;
  const each = (name: string): string => `${(ns(name) / TICKETS).toFixed(0)} ns`;
  console.log(`\n${TICKETS} tickets, ${clocks} clocks, team in ${teamTimeZone}`);
  console.log(`  clocks, per ticket        ${each('clocks')}`);
  console.log(`  no-op pass, per ticket    ${each('nothing')}`);
  console.log(`  ratio                     × ${(ns('clocks') / ns('nothing')).toFixed(0)}`);
  console.log(`  one pass                  ${(ns('clocks') / 1e6).toFixed(1)} ms`);
  console.log(`  the first pass            ${firstMs.toFixed(1)} ms`);
}
