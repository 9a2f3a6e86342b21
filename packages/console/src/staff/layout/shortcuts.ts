import { useEffect, useSyncExternalStore } from 'react';

const KEY = 'careway.shortcuts';
const listeners = new Set<() => void>();

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

let on = read();

/** Whether single-letter keys work; a person may switch them off (WCAG 2.1.4). */
export function useShortcutsOn(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => on,
  );
}

export function switchShortcuts(): void {
  on = !on;
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // A private window keeps the choice until it is closed.
  }
  for (const listener of listeners) listener();
}

/** Keys of one page, by `event.key`. They sleep in fields, in dialogs, with modifiers and while an input method composes. */
export function useShortcuts(keys: Readonly<Record<string, () => void>>): void {
  const enabled = useShortcutsOn();
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (
        event.target instanceof Element &&
        event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog, [role=dialog]')
      )
        return;
      const run = keys[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [enabled, keys]);
}
