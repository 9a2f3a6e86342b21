import { useSyncExternalStore } from 'react';

const QUERY = '(min-width: 1024px)';

/** Whether the window is wide enough to change things; below it the designer is read only. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(QUERY);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(QUERY).matches,
  );
}
