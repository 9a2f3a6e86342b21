import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../shared/index.js';
import type { ProposalDraft } from './use-proposal-draft.js';

/** Undo and redo of whole steps. */
export function StepButtons({ draft }: { readonly draft: ProposalDraft }) {
  const { t } = useTranslation('designer');
  return (
    <span className="staff-row">
      {draft.canUndo() ? (
        <ActionButton onClick={draft.undo} aria-label={t('side.back')}>
          ↶
        </ActionButton>
      ) : null}
      {draft.canRedo() ? (
        <ActionButton onClick={draft.redo} aria-label={t('side.forward')}>
          ↷
        </ActionButton>
      ) : null}
    </span>
  );
}
