import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActionView, ApiProblem, type CaseView, useCaseCommand } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, ProblemNote, StaleNote } from '../../shared/index.js';

/** Withdraws the application after a question that says what it means; where it cannot be done, the reason stands there. */
export function Withdraw({ view }: { readonly view: CaseView }) {
  const text = useLocalized();
  const action = view.actions.find(({ kind }) => kind === 'withdraw');
  const [asking, setAsking] = useState(false);
  if (!action) return null;
  return (
    <>
      <ActionButton
        kind="danger"
        unavailable={action.available ? undefined : text(action.refusal?.message)}
        onClick={() => setAsking(true)}
      >
        {text(action.label)}
      </ActionButton>
      {asking ? <WithdrawDialog view={view} action={action} close={() => setAsking(false)} /> : null}
    </>
  );
}

function WithdrawDialog({ view, action, close }: { readonly view: CaseView; readonly action: ActionView; readonly close: () => void }) {
  const { t } = useTranslation();
  const send = useCaseCommand(view.id);
  const box = useRef<HTMLDialogElement | null>(null);
  const stale = send.error instanceof ApiProblem && send.error.status === 412 ? send.error : undefined;
  const withdraw = () =>
    void send
      .mutateAsync({ command: { type: 'TakeAction', step: action.step, action: action.action }, version: view.version })
      // The dialog and its button are gone then: the page's heading takes the focus.
      .then(() => requestAnimationFrame(() => document.querySelector<HTMLElement>('h1')?.focus()))
      .catch(() => undefined);
  // Closing gives the focus back to the button; the page takes the dialog away afterwards.
  const leave = () => box.current?.close();
  return (
    <dialog
      className="dialog"
      aria-labelledby="withdraw-title"
      onClose={close}
      ref={(element) => {
        if (element && box.current !== element) element.showModal();
        box.current = element;
      }}
    >
      <div className="page">
        <h2 id="withdraw-title">{t('withdraw.title')}</h2>
        <p>{t('withdraw.text')}</p>
        {stale ? <StaleNote error={stale} reload={leave} /> : null}
        {send.error && !stale ? <ProblemNote error={send.error} retry={withdraw} /> : null}
        <div className="actions">
          <ActionButton kind="danger" busy={send.isPending} onClick={withdraw}>
            {t('withdraw.yes')}
          </ActionButton>
          <ActionButton onClick={leave}>{t('withdraw.no')}</ActionButton>
        </div>
      </div>
    </dialog>
  );
}
