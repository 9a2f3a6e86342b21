import { useSyncExternalStore } from 'react';
import { changeLocale, type Locale } from '../i18n/index.js';

/** Root font sizes in px: the standard portal, and what 长辈版 offers. */
export const TEXT_SIZES = [18, 20, 24, 28, 32] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export interface Preferences {
  readonly locale: Locale;
  /** 长辈版: larger type and targets, one column. */
  readonly elder: boolean;
  readonly size: TextSize;
}

const KEY = 'careway.preferences';
const listeners = new Set<() => void>();
let current: Preferences = read();

function read(): Preferences {
  const fallback: Preferences = { locale: 'zh-CN', elder: false, size: 18 };
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
    return {
      locale: stored.locale === 'en' ? 'en' : 'zh-CN',
      elder: stored.elder === true,
      size: TEXT_SIZES.find((size) => size === stored.size) ?? fallback.size,
    };
  } catch {
    return fallback;
  }
}

export function currentPreferences(): Preferences {
  return current;
}

/** Stores a change and shows it at once. */
export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A private window keeps the choice until it is closed.
  }
  applyPreferences();
  for (const listener of listeners) listener();
}

/** Writes the choice to the document, where the style sheets read it. */
export function applyPreferences(): void {
  const root = document.documentElement;
  root.lang = current.locale;
  root.dataset['size'] = String(current.size);
  root.dataset['elder'] = String(current.elder);
  void changeLocale(current.locale);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
