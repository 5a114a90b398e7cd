import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is compared: Monday to Friday 09:00 to 17:00 with holidays, in the zone the process runs in. */
export type Peer = {
  readonly name: string;
  /** ms since 1970 at which the working minutes have passed since `start` (ms); null where the library cannot. */
  readonly add: ((start: number, minutes: number) => number) | null;
  /** Working minutes between two instants (ms). */
  readonly between: ((from: number, to: number) => number) | null;
};

/** Published libraries that count hours within days; none is a dependency of Steward. */
const PACKAGES = [
  'dayjs@1.11.23',
  'dayjs-business-time@1.0.4',
  'moment@2.31.0',
  'moment-business-time@2.0.0',
  'serious-business-time@0.3.0',
  'working-times@1.1.11',
  'working-time-calculator@0.0.2',
  'opening_hours@3.15.0',
];

type Load = (name: string) => never;

/** Installs the libraries into a temporary folder outside the project, once. Throws when npm does. */
function installPeers(): Load {
  const folder = join(tmpdir(), 'steward-business-time-peers');
  const isThere = PACKAGES.every((spec) =>
    existsSync(join(folder, 'node_modules', spec.slice(0, spec.lastIndexOf('@')))),
  );
  if (!isThere) {
    console.log(`Installing ${PACKAGES.join(', ')} into ${folder} for comparison only.`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    execFileSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', ...PACKAGES],
      { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    );
  }
  const require: (name: string) => unknown = createRequire(join(folder, 'package.json'));
  return require as Load;
}

const WEEKDAY_HOURS = ['09:00:00', '17:00:00'];
const MOMENT_HOURS = { 0: null, 6: null, ...fromMonday(WEEKDAY_HOURS) };

function fromMonday<T>(hours: T): Record<number, T> {
  return Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, hours]));
}

// The few members used here; the libraries' own types are not installed in the project.
type BusinessDayjs = {
  addBusinessMinutes: (minutes: number) => BusinessDayjs;
  businessMinutesDiff: (other: BusinessDayjs) => number;
  valueOf: () => number;
};
type Dayjs = ((ms: number) => BusinessDayjs) & {
  extend: (plugin: unknown) => void;
  setHolidays: (dates: readonly string[]) => void;
};

function dayjsBusinessTime(load: Load, holidays: readonly string[]): Peer {
  const dayjs: Dayjs = load('dayjs');
  dayjs.extend(load('dayjs-business-time'));
  dayjs.setHolidays(holidays);
  return {
    name: 'dayjs-business-time 1.0.4',
    add: (start, minutes) => dayjs(start).addBusinessMinutes(minutes).valueOf(),
    between: (from, to) => dayjs(from).businessMinutesDiff(dayjs(to)),
  };
}

type BusinessMoment = {
  addWorkingTime: (amount: number, unit: string) => BusinessMoment;
  workingDiff: (other: BusinessMoment, unit: string, fractions: boolean) => number;
  valueOf: () => number;
};
type Moment = ((ms: number) => BusinessMoment) & {
  updateLocale: (name: string, settings: object) => void;
};

function momentBusinessTime(load: Load, holidays: readonly string[]): Peer {
  const moment: Moment = load('moment-business-time');
  moment.updateLocale('en', { workinghours: MOMENT_HOURS, holidays });
  return {
    name: 'moment-business-time 2.0.0',
    add: (start, minutes) => moment(start).addWorkingTime(minutes, 'minutes').valueOf(),
    between: (from, to) => moment(to).workingDiff(moment(from), 'minutes', true),
  };
}

type Serious = {
  addWorkingTime: (at: BusinessMoment, amount: number, unit: string) => BusinessMoment;
  workingDiff: (a: BusinessMoment, b: BusinessMoment, unit: string, fractions: boolean) => number;
};

function seriousBusinessTime(load: Load, holidays: readonly string[]): Peer {
  const moment: Moment = load('moment');
  const library: { createInstance: (...parts: unknown[]) => Serious } =
    load('serious-business-time');
  const time = library.createInstance(moment, MOMENT_HOURS, holidays);
  return {
    name: 'serious-business-time 0.3.0',
    add: (start, minutes) => time.addWorkingTime(moment(start), minutes, 'minutes').valueOf(),
    between: (from, to) => time.workingDiff(moment(to), moment(from), 'minutes', true),
  };
}

type WorkingTimer = {
  setConfig: (settings: object) => WorkingTimer;
  add: (at: Date, amount: number, unit: string) => Date;
  workingTimeBetween: (from: Date, to: Date, unit: string) => number;
};

function workingTimes(load: Load, holidays: readonly string[]): Peer {
  const library: { getTimerInstance: () => WorkingTimer } = load('working-times');
  const timer = library.getTimerInstance().setConfig({
    vacations: holidays,
    normalWorkingHours: fromMonday([{ from: '09:00', to: '17:00' }]),
    exceptionalWorkingHours: {},
    minBufferedDays: 30,
    maxBufferedDays: 730,
  });
  return {
    name: 'working-times 1.1.11',
    add: (start, minutes) => timer.add(new Date(start), minutes, 'MINUTES').getTime(),
    between: (from, to) => timer.workingTimeBetween(new Date(from), new Date(to), 'MINUTES'),
  };
}

type Calculator = {
  addWorkingHours: (days: unknown, start: string, end: string, zone: string) => void;
  excludeBetween: (start: string, end: string) => void;
  calcMinutesBetween: (from: string, to: string) => number;
};

function workingTimeCalculator(load: Load, holidays: readonly string[], zone: string): Peer {
  const Library: (new () => Calculator) & { WEEKDAYS: unknown } = load('working-time-calculator');
  const calculator = new Library();
  calculator.addWorkingHours(Library.WEEKDAYS, '09:00', '17:00', zone);
  for (const date of holidays) calculator.excludeBetween(`${date}T00:00`, `${date}T23:59:59.999`);
  return {
    name: 'working-time-calculator 0.0.2',
    add: null,
    between: (from, to) =>
      calculator.calcMinutesBetween(new Date(from).toISOString(), new Date(to).toISOString()),
  };
}

type OpeningHours = { getOpenDuration: (from: Date, to: Date) => readonly number[] };

function openingHours(load: Load, holidays: readonly string[]): Peer {
  const Library: new (value: string) => OpeningHours = load('opening_hours');
  const off = holidays.map((date) => {
    const at = new Date(`${date}T12:00:00`);
    const month = at.toLocaleString('en-US', { month: 'short' });
    return `${at.getFullYear()} ${month} ${String(at.getDate()).padStart(2, '0')} off`;
  });
  const value = new Library(['Mo-Fr 09:00-17:00', ...off].join('; '));
  return {
    name: 'opening_hours 3.15.0',
    add: null,
    between: (from, to) =>
      (value.getOpenDuration(new Date(from), new Date(to))[0] ?? Number.NaN) / 60_000,
  };
}

/** Installs and prepares every library with the same holidays (`YYYY-MM-DD`); the process must run in `zone`. */
export function loadPeers(holidays: readonly string[], zone: string): readonly Peer[] {
  const load = installPeers();
  return [
    dayjsBusinessTime(load, holidays),
    momentBusinessTime(load, holidays),
    seriousBusinessTime(load, holidays),
    workingTimes(load, holidays),
    workingTimeCalculator(load, holidays, zone),
    openingHours(load, holidays),
  ];
}
