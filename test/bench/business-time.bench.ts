/**
 * What working time costs: `npx node test/bench/business-time.bench.ts [--alone]`. Prints ns per call near and far,
 * with few and with many holidays and periods of reduced capacity, and side by side what published libraries take for
 * the same questions (installed into a temporary folder; `--alone` leaves them out). It shows numbers and says nothing
 * about what is fast enough.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import type * as BusinessTime from '../../lib/domain/business-time.ts';
import { loadPeers, type Peer } from './business-peers.ts';
import { nanoseconds, type Work } from './nanoseconds.ts';

const ZONE = 'Europe/Berlin';
// Most libraries know only the machine's zone, so the machine's zone is the calendar's.
process.env['TZ'] = ZONE;

const DAY_MS = 86_400_000;
const WEEK = 5 * 480;
const YEAR = 52 * WEEK;
const root = join(import.meta.dirname, '../..');

/** The product's module, bundled like the product; its source imports without file extensions. */
async function loadProduct(): Promise<typeof BusinessTime> {
  const outDir = await mkdtemp(join(tmpdir(), 'steward-bench-'));
  try {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(root, 'lib/domain/business-time.ts'),
        outDir,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: 'business-time.mjs' } },
      },
    });
    return (await import(
      pathToFileURL(join(outDir, 'business-time.mjs')).href
    )) as typeof BusinessTime;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

const dateText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** So many dates, every `stride` days from a date on. */
function dates(from: string, count: number, stride: number): readonly string[] {
  return Array.from({ length: count }, (_, place) =>
    dateText(Date.parse(from) + Math.floor(place * stride) * DAY_MS),
  );
}

// Some hours apart over half a year, so that starts lie inside and outside working time.
const starts = Array.from({ length: 256 }, (_, turn) => Date.UTC(2026, 2, 2) + turn * 61_007_000);
const startOf = (turn: number): number => starts[turn % starts.length] ?? 0;

const number = (value: number): string => Math.round(value).toLocaleString('en-US');

function print(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  console.log(`\n${title}`);
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('  ')}`);
  }
}

const weekday = [['09:00', '17:00']] as const;
const weeklyHours = { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday };

/** The last and the first week of the year closed, a short summer, and an open hour on weekends. */
const PERIODS: readonly BusinessTime.ReducedPeriod[] = [
  { days: { kind: 'yearly', from: '12-24', to: '01-06' }, hours: [] },
  { days: { kind: 'yearly', from: '08-01', to: '08-15' }, hours: [['10:00', '14:00']] },
  { days: { kind: 'weekends' }, hours: [['12:00', '13:00']] },
];

/** Near and far, few holidays and many, and with periods of reduced capacity. */
function measureProduct(product: typeof BusinessTime): void {
  const { addBusinessMinutes, businessMinutesBetween, subtractBusinessMinutes, isOpen } = product;
  const calendar = (
    holidays: readonly string[],
    reducedCapacity: readonly BusinessTime.ReducedPeriod[] = [],
  ): BusinessTime.Calendar => ({ timeZone: ZONE, weeklyHours, holidays, reducedCapacity });
  const many = dates('2026-01-01', 1_000, 3.65);
  const weeks = dates('2026-01-05', 100, 36.5).map((from): BusinessTime.ReducedPeriod => {
    const to = dateText(Date.parse(from) + 6 * DAY_MS);
    return { days: { kind: 'dates', from, to }, hours: [['10:00', '14:00']] };
  });
  const calendars = [
    ['no holidays', calendar([])],
    ['1,000 in 30 years', calendar(dates('2012-01-01', 1_000, 10.95))],
    ['1,000 in 10 years', calendar(many)],
    ['1,000 in 3 years, all but one day in ten', calendar(dates('2026-01-01', 1_000, 1.11))],
    ['yearly periods and weekends', calendar([], PERIODS)],
    ['the same, 100 periods of dates and 1,000 holidays', calendar(many, [...PERIODS, ...weeks])],
  ] as const;
  const at = (turn: number): Date => new Date(startOf(turn));
  const after = (turn: number, days: number): Date => new Date(startOf(turn) + days * DAY_MS);
  const questions: readonly (readonly [
    string,
    (c: BusinessTime.Calendar, t: number) => unknown,
  ])[] = [
    ['add a week', (c, t) => addBusinessMinutes(c, at(t), WEEK)],
    ['add ten years', (c, t) => addBusinessMinutes(c, at(t), 10 * YEAR)],
    ['subtract a week', (c, t) => subtractBusinessMinutes(c, at(t), WEEK)],
    ['subtract ten years', (c, t) => subtractBusinessMinutes(c, at(t), 10 * YEAR)],
    ['between, a week', (c, t) => businessMinutesBetween(c, at(t), after(t, 7))],
    ['between, ten years', (c, t) => businessMinutesBetween(c, at(t), after(t, 3652))],
    ['is open', (c, t) => isOpen(c, at(t))],
  ];
  const works = calendars.flatMap(([name, one]) =>
    questions.map(([question, ask]): Work => ({
      name: `${name}/${question}`,
      run: (turn) => ask(one, turn),
    })),
  );
  const found = nanoseconds(works);
  const ns = (name: string, question: string): number =>
    found.get(`${name}/${question}`) ?? Number.NaN;
  print('ns per call; in brackets the ratio to no holidays and no periods', [
    ['', ...calendars.map(([name]) => name)],
    ...questions.map(([question]) => [
      question,
      ...calendars.map(([name]) => {
        const ratio = ns(name, question) / ns('no holidays', question);
        return `${number(ns(name, question))} (× ${ratio.toFixed(2)})`;
      }),
    ]),
    ...['add', 'subtract'].map((verb) => [
      `${verb}: ten years to a week`,
      ...calendars.map(
        ([name]) => `× ${(ns(name, `${verb} ten years`) / ns(name, `${verb} a week`)).toFixed(2)}`,
      ),
    ]),
    [
      'between: ten years to a week',
      ...calendars.map(
        ([name]) =>
          `× ${(ns(name, 'between, ten years') / ns(name, 'between, a week')).toFixed(2)}`,
      ),
    ],
  ]);
}

/** The same questions to Steward and to the others, and how many of the answers are the same. */
function comparePeers(product: typeof BusinessTime): void {
  const holidays = dates('2026-01-01', 36, 30.5);
  const calendar: BusinessTime.Calendar = { timeZone: ZONE, weeklyHours, holidays };
  const steward: Peer = {
    name: 'Steward',
    add: (start, minutes) =>
      product.addBusinessMinutes(calendar, new Date(start), minutes).getTime(),
    between: (from, to) => product.businessMinutesBetween(calendar, new Date(from), new Date(to)),
  };
  const all = [steward, ...loadPeers(holidays, ZONE)];
  const questions: readonly (readonly [string, (peer: Peer) => Work['run'] | null])[] = [
    ['add a day', ({ add }) => add && ((turn) => add(startOf(turn), 480))],
    ['add a week', ({ add }) => add && ((turn) => add(startOf(turn), WEEK))],
    ['add a year', ({ add }) => add && ((turn) => add(startOf(turn), YEAR))],
    [
      'between, a week',
      ({ between }) => between && ((turn) => between(startOf(turn), startOf(turn) + 7 * DAY_MS)),
    ],
    [
      'between, a year',
      ({ between }) => between && ((turn) => between(startOf(turn), startOf(turn) + 365 * DAY_MS)),
    ],
  ];
  const sample = Array.from({ length: 16 }, (_, place) => place * 16);
  for (const [question, runOf] of questions) {
    const works = all.flatMap((peer): Work[] => {
      const run = runOf(peer);
      return run === null ? [] : [{ name: peer.name, run }];
    });
    const answers = new Map(works.map(({ name, run }) => [name, answersOf(run, sample)]));
    const able = works.filter(({ name }) => Array.isArray(answers.get(name)));
    const found = nanoseconds(able);
    const own = found.get(steward.name) ?? Number.NaN;
    const right = answers.get(steward.name) ?? [];
    const rows = works.map(({ name }) => {
      const given = answers.get(name) ?? [];
      if (!Array.isArray(given)) return [name, 'fails', '', String(given)];
      const ns = found.get(name) ?? Number.NaN;
      const same = given.filter((answer, place) => answer === right[place]).length;
      return [name, number(ns), `× ${number(ns / own)}`, `${same} of ${sample.length}`];
    });
    const fastest = Math.min(...able.slice(1).map(({ name }) => found.get(name) ?? Infinity));
    print(`${question}: the fastest other takes ${(fastest / own).toFixed(1)} times as long`, [
      ['', 'ns per call', 'to Steward', 'same answers'],
      ...rows,
    ]);
  }
}

/** The answers, or the message of the error that came instead. */
function answersOf(run: Work['run'], turns: readonly number[]): readonly unknown[] | string {
  try {
    // All starts are asked for once, so that none fails while being measured.
    for (const turn of starts.keys()) run(turn);
    return turns.map(run);
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown error';
  }
}

const { values } = parseArgs({ options: { alone: { type: 'boolean', default: false } } });
const product = await loadProduct();
measureProduct(product);
if (!values.alone) comparePeers(product);
