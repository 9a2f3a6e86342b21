import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Whether the browser has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

/** A quiet bar while there is no network. */
export function OfflineBar() {
  const { t } = useTranslation();
  const online = useOnline();
  return (
    <div aria-live="polite">
      {online ? null : (
        <div className="bar bar-offline">
          <div className="portal-inner">‖ {t('states.offlineBar')}</div>
        </div>
      )}
    </div>
  );
}
