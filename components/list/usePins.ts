import { useCallback, useEffect, useRef, useState } from 'react';

/** How long a row that was just put aside stays where it was, so that it can be taken back in place. */
const PIN_MS = 10_000;

/** Rows that stay in view although they no longer belong there. */
export function usePins(): {
  readonly pins: ReadonlySet<string>;
  readonly pin: (key: string) => void;
} {
  const [pins, setPins] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running) clearTimeout(timer);
    };
  }, []);

  const pin = useCallback((key: string) => {
    setPins((old) => new Set([...old, key]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setPins((old) => new Set([...old].filter((one) => one !== key)));
    }, PIN_MS);
    timers.current.add(timer);
  }, []);
  return { pins, pin };
}
