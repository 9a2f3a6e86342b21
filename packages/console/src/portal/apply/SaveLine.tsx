import { useTranslation } from 'react-i18next';
import { ActionButton, ProblemNote } from '../../shared/index.js';
import type { DraftState } from './draft-saver.js';

/** How far the answers are saved, in a word. */
export function SaveLine({ state, retry }: { readonly state: DraftState; readonly retry: () => void }) {
  const { t } = useTranslation();
  if (state.status === 'refused') {
    return (
      <>
        <ProblemNote error={state.error} retry={retry} />
        <p className="save-line">{t('apply.keptHere')}</p>
      </>
    );
  }
  return (
    <p className="save-line" aria-live="polite">
      {state.status === 'saved' ? `✓ ${t('apply.saved')}` : null}
      {state.status === 'saving' || state.status === 'unsaved' ? t('apply.saving') : null}
      {state.status === 'offline' ? (
        <>
          <span>‖ {t('apply.offline')}</span>{' '}
          <ActionButton kind="link" onClick={retry}>
            {t('states.again')}
          </ActionButton>
        </>
      ) : null}
    </p>
  );
}
