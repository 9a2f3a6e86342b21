import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionExpired } from '../api/index.js';
import { LogInForm } from './LogInForm.js';

/** Opens over the page when a session has ended; the page under it keeps everything that was typed. */
export function LogInDialog() {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const settle = useRef<(loggedIn: boolean) => void>(undefined);
  const [open, setOpen] = useState(false);

  useEffect(
    () =>
      onSessionExpired(
        () =>
          new Promise<boolean>((resolve) => {
            settle.current = resolve;
            setOpen(true);
          }),
      ),
    [],
  );
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  const finish = useCallback((loggedIn: boolean) => {
    dialog.current?.close();
    setOpen(false);
    settle.current?.(loggedIn);
  }, []);
  if (!open) return null;
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="session-ended" onCancel={() => finish(false)}>
      <div className="page">
        <h2 id="session-ended">{t('session.title')}</h2>
        <p>{t('session.expired')}</p>
        <LogInForm onDone={() => finish(true)} onLater={() => finish(false)} />
      </div>
    </dialog>
  );
}
