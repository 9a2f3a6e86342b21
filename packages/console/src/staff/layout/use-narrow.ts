import { useSyncExternalStore } from 'react';

const QUERY = '(max-width: 767px)';

/** Whether the window is too narrow for tables: rows become cards. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(QUERY);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(QUERY).matches,
  );
}
