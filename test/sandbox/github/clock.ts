/** Translates the emulator's time stamps, which follow the machine's clock, to the sandbox's clock and back. */
export type Clock = {
  /** Call before each change: what is written from now on is stamped with the sandbox's present time. */
  mark(at?: Date): Promise<void>;
  /** The emulator's ISO time stamp as the sandbox's, without fractions of a second, as GitHub writes it. */
  toSandbox(iso: string): string;
  /** The other way, for `since` in a query. */
  toMachine(iso: string): string;
};

type Mark = { machineMs: number; sandboxMs: number };

/** Without a `now` both clocks are the same. Marks must not go back in the sandbox's time. */
export const createClock = (now: () => Date): Clock => {
  const marks: Mark[] = [];
  const markBefore = (isBefore: (mark: Mark) => boolean): Mark | undefined =>
    marks.findLast(isBefore) ?? marks[0];
  return {
    mark: async (at) => {
      // What was written up to now must not share its millisecond with the mark, or it would count as later.
      const writtenMs = Date.now();
      while (Date.now() === writtenMs) await new Promise((go) => setTimeout(go, 1));
      marks.push({ machineMs: Date.now(), sandboxMs: (at ?? now()).getTime() });
    },
    toSandbox: (iso) => {
      const ms = Date.parse(iso);
      const mark = markBefore(({ machineMs }) => machineMs <= ms);
      const shifted = mark === undefined ? ms : ms - mark.machineMs + mark.sandboxMs;
      return new Date(shifted).toISOString().replace(/\.\d+Z$/, 'Z');
    },
    toMachine: (iso) => {
      const ms = Date.parse(iso);
      const mark = markBefore(({ sandboxMs }) => sandboxMs <= ms);
      if (mark === undefined) return iso;
      const next = marks[marks.indexOf(mark) + 1];
      const shifted = ms - mark.sandboxMs + mark.machineMs;
      return new Date(Math.min(shifted, next?.machineMs ?? shifted)).toISOString();
    },
  };
};
