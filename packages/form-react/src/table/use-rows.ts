import { useCallback, useEffect, useRef, useState } from 'react';
import type { Row } from './rows.js';

/** Keystrokes reach the form after this pause, in milliseconds. */
const PAUSE = 300;

/**
 * Rows being edited. Typing redraws only the grid; the form learns of it after a pause, on leaving the grid (`flush`) and when the page
 * goes away, so nothing is lost.
 */
export function useRows(stored: readonly Row[], emit: (rows: readonly Row[]) => void) {
  const [local, setLocal] = useState<{ readonly base: readonly Row[]; readonly rows: readonly Row[] }>();
  const rows = local && (local.base === stored || local.rows === stored) ? local.rows : stored;
  const pending = useRef<{ readonly rows: readonly Row[]; readonly timer: ReturnType<typeof setTimeout> }>(undefined);
  const latest = useRef(emit);
  useEffect(() => {
    latest.current = emit;
  });
  const flush = useCallback(() => {
    const waiting = pending.current;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    pending.current = undefined;
    latest.current(waiting.rows);
  }, []);
  const setRows = (next: readonly Row[], now = false) => {
    setLocal({ base: stored, rows: next });
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = { rows: next, timer: setTimeout(flush, PAUSE) };
    if (now) flush();
  };
  useEffect(() => flush, [flush]);
  return { rows, setRows, flush };
}
